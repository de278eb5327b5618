-- check:   keys.host-keys-per-unit
-- asks:    Has each unit its own keys with which it proves who it is?
-- topic:   identity
-- needs:   secrets
-- by:      observed-firmware
-- finding: {what} is the key of the {server} server, and is the same in every unit
-- fix:     Create the key at first start, or write one per unit at the factory.
-- risk:    a key in the image may be replaced at first start
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN s.used_by IS NULL AND f.name NOT LIKE '%host%key%' THEN 'what the key is for is not clear'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  coalesce(s.used_by, CASE WHEN f.name LIKE '%host%key%' THEN 'SSH' ELSE 'unknown' END) AS server
FROM secret AS s
JOIN file AS f ON f.id = s.file
WHERE s.kind = 'private-key'
  AND (
    f.name LIKE '%host%key%'
    OR s.used_by IN ('ssh', 'sshd', 'dropbear', 'lighttpd', 'uhttpd', 'httpd', 'nginx', 'mosquitto', 'openvpn', 'stunnel', 'hostapd', 'tls', 'https')
    OR s.used_by IS NULL AND (f.path LIKE '%/ssl/%' OR f.path LIKE '%/tls/%' OR f.path LIKE '%/certs/%' OR f.path LIKE '%/lighttpd/%' OR f.path LIKE '%/nginx/%')
  )
