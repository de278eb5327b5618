-- check:   update.still-available
-- asks:    Can every security update still be had?
-- topic:   updates
-- needs:   releases
-- by:      declared
-- over:    SELECT id FROM release WHERE coalesce(kind, '') <> 'feature'
-- empty:   unknown
-- finding: version {what} of {published} cannot be had any more; {years} years are wanted
-- fix:     Keep each security update where it was, also when a newer one is there.
-- risk:    the address may work today and not tomorrow
SELECT
  0 AS entity,
  coalesce(r.version, 'a release') AS what,
  CASE
    WHEN r.reachable IS NULL THEN 'not stated: whether it can still be had'
    WHEN coalesce(length(r.published) < 10 OR date(substr(r.published, 1, 10)) IS NULL, 1) THEN 'not stated: on which day it was published'
    WHEN r.kind IS NULL THEN 'not stated: whether it mends security'
  END AS unknown,
  coalesce(r.published, 'a day not known') AS published,
  :update_years AS years
FROM release AS r
WHERE coalesce(r.kind, '') <> 'feature'
  AND coalesce(r.reachable, 0) = 0
  AND coalesce(length(r.published) < 10, 1)
    + coalesce(date(substr(r.published, 1, 10), '+' || :update_years || ' years') > :today, 1) > 0
  AND coalesce(substr(r.published, 1, 10) <= :today, 1)
