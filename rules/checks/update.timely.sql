-- check:   update.timely
-- asks:    Were vulnerabilities fixed within the time?
-- topic:   updates
-- needs:   components&releases&vulnerabilities
-- rests:   releases
-- by:      tool | documented
-- over:    SELECT e.id FROM entity AS e WHERE e.kind = 'component'
-- empty:   unknown
-- finding: {what} in {component} {state} {days} days after it was published; {most} are allowed
-- fix:     Publish the fix, or say with reasons why the product is not affected (VEX).
-- risk:    the day of publication is not the day on which the maker learned of it; fixes can be back-ported
SELECT
  h.component AS entity,
  v.id AS what,
  CASE
    WHEN x.status IN ('not_affected', 'fixed') THEN 'only the maker''s word rules it out'
    WHEN x.status = 'under_investigation' THEN 'it is being looked into whether the product is affected'
    WHEN coalesce(h.confidence, 'low') = 'low' THEN 'it is not sure that this part is meant'
    WHEN coalesce(length(v.published) < 10, 1) OR julianday(substr(v.published, 1, 10)) IS NULL
      THEN 'it is not known on which day it was published'
    WHEN v.exploited IS NULL AND v.cvss IS NULL
      AND julianday(coalesce(q.first, :today)) - julianday(substr(v.published, 1, 10)) <= :fix_days
      THEN 'its severity is not known, and the time depends on it'
  END AS unknown,
  e.name AS component,
  CASE WHEN q.first IS NULL THEN 'is not fixed' ELSE 'was fixed only' END AS state,
  CAST(julianday(coalesce(q.first, :today)) - julianday(substr(v.published, 1, 10)) AS INTEGER) AS days,
  CASE WHEN v.exploited IS NOT NULL THEN :fix_days_exploited WHEN v.cvss >= 7 THEN :fix_days_high ELSE :fix_days END AS most
FROM hit AS h
JOIN entity AS e ON e.id = h.component
JOIN vulnerability AS v ON v.id = h.vulnerability
LEFT JOIN vex AS x ON x.component = h.component AND x.vulnerability = v.id
LEFT JOIN (
  SELECT f.vulnerability, min(substr(r.published, 1, 10)) AS first
  FROM fix AS f
  JOIN release AS r ON r.id = f.release
  WHERE length(r.published) >= 10
    AND substr(r.published, 1, 10) <= :today
  GROUP BY f.vulnerability
) AS q ON q.vulnerability = v.id
WHERE NOT (coalesce(x.status, 'affected') IN ('not_affected', 'fixed') AND coalesce(x.basis, 'declared') <> 'declared')
  AND (
    coalesce(length(v.published) < 10, 1)
    OR julianday(substr(v.published, 1, 10)) IS NULL
    OR julianday(coalesce(q.first, :today)) - julianday(substr(v.published, 1, 10)) >
      CASE WHEN v.exploited IS NOT NULL THEN :fix_days_exploited WHEN coalesce(v.cvss, 10) >= 7 THEN :fix_days_high ELSE :fix_days END
  )
