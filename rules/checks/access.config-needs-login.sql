-- check:   access.config-needs-login
-- asks:    Does every open service that changes security settings need a login?
-- topic:   access-control
-- needs:   services
-- by:      observed-device
-- over:    SELECT id FROM observed WHERE kind = 'service'
-- empty:   unknown
-- finding: {what} changes security settings and needs no login
-- fix:     Put a login before it.
-- risk:    services that are meant to be open for set-up look alike
SELECT
  o.id AS entity,
  o.name AS what,
  CASE
    WHEN s.configures IS NULL THEN 'nobody tried whether it changes security settings'
    WHEN s.needs_login IS NULL THEN 'nobody tried whether it needs a login'
  END AS unknown
FROM observed AS o
JOIN service AS s ON s.entity = o.id
WHERE coalesce(s.scope, 'lan') <> 'loopback'
  AND coalesce(s.configures, 1) = 1
  AND coalesce(s.needs_login, 0) = 0
