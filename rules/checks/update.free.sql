-- check:   update.free
-- asks:    Are security updates free of charge?
-- topic:   updates
-- needs:   releases
-- by:      declared
-- over:    SELECT id FROM release WHERE coalesce(kind, '') <> 'feature'
-- empty:   unknown
-- finding: version {what} is a security update and costs money
-- fix:     Give security updates away, also to users without a contract.
-- risk:    a subscription that updates come with is not seen here
SELECT
  0 AS entity,
  coalesce(r.version, 'a release') AS what,
  CASE
    WHEN r.free IS NULL THEN 'not stated: whether it is free'
    WHEN r.kind IS NULL THEN 'not stated: whether it mends security'
  END AS unknown
FROM release AS r
WHERE coalesce(r.kind, '') <> 'feature'
  AND coalesce(r.free, 0) = 0
