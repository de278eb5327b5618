-- check:   vulns.all-assessed
-- asks:    Is every known vulnerability of the parts assessed, with a name under it?
-- topic:   vulnerability-handling
-- needs:   components&vulnerabilities
-- rests:   vulnerabilities
-- by:      tool | documented
-- over:    SELECT id FROM entity WHERE kind = 'component'
-- empty:   unknown
-- finding: {what} in {component} {flaw}
-- fix:     Assess it: affected, fixed, or not affected and why (VEX).
-- risk:    that there is an assessment says nothing of how well it was made
SELECT
  h.component AS entity,
  h.vulnerability AS what,
  CASE
    WHEN x.status IS NULL AND coalesce(h.confidence, 'low') = 'low' THEN 'it is not sure that this part is meant'
    WHEN x.status = 'under_investigation' THEN 'it is being looked into whether the product is affected'
    WHEN x.status IN ('affected', 'fixed') OR x.status = 'not_affected' AND coalesce(trim(x.justification), '') <> ''
      THEN 'not stated: who assessed it'
  END AS unknown,
  e.name AS component,
  CASE
    WHEN x.status IS NULL THEN 'was never assessed'
    WHEN x.status = 'not_affected' THEN 'is said not to matter, without a reason'
    ELSE 'is assessed as "' || x.status || '", which is no assessment'
  END AS flaw
FROM hit AS h
JOIN entity AS e ON e.id = h.component
LEFT JOIN vex AS x ON x.component = h.component AND x.vulnerability = h.vulnerability
WHERE coalesce(x.status, '') NOT IN ('affected', 'fixed', 'not_affected')
   OR x.status = 'not_affected' AND coalesce(trim(x.justification), '') = ''
   OR coalesce(x.author, '') = ''
