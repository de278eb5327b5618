-- check:   services.web-encrypted
-- asks:    Is the web interface offered over TLS?
-- topic:   communication
-- needs:   start&settings
-- by:      observed-firmware
-- over:    SELECT e.id FROM observed AS e JOIN service AS s ON s.entity = e.id WHERE coalesce(s.protocol, 'http') IN ('http', 'https')
-- empty:   unknown
-- finding: {what} offers settings or a login without encryption (http, port {port})
-- fix:     Serve the page over TLS, and let port 80 only lead there.
-- risk:    port 80 may do nothing but lead to port 443
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN s.protocol IS NULL THEN 'what it speaks is not known'
    WHEN s.configures IS NULL AND coalesce(s.needs_login, 0) = 0 THEN 'it is not known whether settings or logins go over it'
  END AS unknown,
  e.input,
  e.file,
  e.at,
  e.line,
  s.port
FROM observed AS e
JOIN service AS s ON s.entity = e.id
WHERE coalesce(s.enabled, 1) = 1
  AND coalesce(s.scope, 'lan') <> 'loopback'
  AND (s.protocol = 'http' OR s.protocol IS NULL AND coalesce(s.transport, 'tcp') = 'tcp')
  AND (coalesce(s.configures, 1) = 1 OR s.needs_login = 1)
