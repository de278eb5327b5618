-- check:   leaks.before-login
-- asks:    Do interfaces tell only what is needed before a login?
-- topic:   attack-surface
-- needs:   disclosures
-- by:      observed-device
-- over:    SELECT id FROM observed WHERE kind IN ('service', 'interface', 'api')
-- empty:   unknown
-- finding: {what} is told before a login, and is not needed there
-- fix:     Tell it only after a login.
-- risk:    discovery on the local network is often needed for the product to work
SELECT
  coalesce(d.service, d.interface, 0) AS entity,
  d.kind || coalesce(' "' || d.value || '"', '') AS what,
  CASE
    WHEN d.before_login IS NULL THEN 'whether a login is needed for it is not known'
    WHEN d.needed IS NULL THEN 'nobody judged whether it is needed'
  END AS unknown,
  d.input
FROM disclosure AS d
WHERE d.basis IN ('observed', 'tool')
  AND d.kind IN ('version', 'serial', 'users', 'networks', 'key', 'model', 'configuration')
  AND coalesce(d.before_login, 1) = 1
  AND coalesce(d.needed, 0) = 0
