-- check:   auth.services-protected-declared
-- asks:    Does every listed service that changes security settings need a login?
-- topic:   access-control
-- needs:   ixit.13
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'service'
-- empty:   unknown
-- finding: {what} changes security settings without a login
-- fix:     Put a login before it.
SELECT
  d.id AS entity,
  d.name AS what,
  CASE
    WHEN s.configures IS NULL THEN 'it is not said whether it changes security settings'
    WHEN s.needs_login IS NULL THEN 'it is not said whether it needs a login'
  END AS unknown
FROM declared AS d
JOIN service AS s ON s.entity = d.id
WHERE coalesce(s.configures, 1) = 1
  AND coalesce(s.needs_login, 0) = 0
