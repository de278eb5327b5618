-- check:   update.still-available
-- asks:    Can every security update still be had?
-- topic:   updates
-- needs:   releases
-- by:      declared
-- over:    SELECT id FROM release WHERE coalesce(kind, '') <> 'feature'
-- empty:   unknown
-- finding: version {what} of {published} cannot be had any more; {years} years are wanted, and as long as it is supported
-- fix:     Keep each security update where it was, also when a newer one is there.
-- risk:    the address may work today and not tomorrow
SELECT
  0 AS entity,
  coalesce(r.version, 'a release') AS what,
  CASE
    WHEN r.reachable IS NULL THEN 'not stated: whether it can still be had'
    WHEN coalesce(length(r.published) < 10 OR date(substr(r.published, 1, 10)) IS NULL, 1) THEN 'not stated: on which day it was published'
    WHEN r.kind IS NULL THEN 'not stated: whether it mends security'
    WHEN date(substr(r.published, 1, 10), '+' || :update_years || ' years') <= :today AND p.last IS NULL THEN 'not stated: on which day its support ends'
  END AS unknown,
  coalesce(r.published, 'a day not known') AS published,
  :update_years AS years
FROM release AS r
LEFT JOIN (
  SELECT
    max(CASE length(value)
      WHEN 4 THEN date(value || '-12-31')
      WHEN 7 THEN date(value || '-01', '+1 month', '-1 day')
      ELSE CASE WHEN value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN date(substr(value, 1, 10)) END
    END) AS last
  FROM statement
  WHERE kind = 'support-end'
) AS p ON 1
WHERE coalesce(r.kind, '') <> 'feature'
  AND coalesce(r.reachable, 0) = 0
  AND coalesce(length(r.published) < 10, 1)
    + coalesce(date(substr(r.published, 1, 10), '+' || :update_years || ' years') > :today, 1)
    + coalesce(p.last >= :today, 1) > 0
  AND coalesce(substr(r.published, 1, 10) <= :today, 1)
