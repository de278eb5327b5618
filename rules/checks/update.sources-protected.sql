-- check:   update.sources-protected
-- asks:    Are updates fetched over an encrypted connection?
-- topic:   updates
-- needs:   mentions
-- by:      observed-firmware
-- finding: {path} fetches updates without encryption ({what})
-- fix:     Use https:// with checked certificates.
-- risk:    an address in a file need not be used; signed updates may travel in the clear
SELECT
  0 AS entity,
  m.value AS what,
  CASE
    WHEN EXISTS (SELECT 1 FROM observed AS e JOIN update_mechanism AS u ON u.entity = e.id WHERE u.verified_by = 'device')
      THEN 'plain transport, but the device checks signatures'
  END AS unknown,
  f.input,
  m.file,
  m.at,
  f.path
FROM mention AS m
JOIN file AS f ON f.id = m.file
WHERE m.kind = 'url'
  AND m.value LIKE 'http://%'
  AND (
    m.value LIKE '%firmware%' OR m.value LIKE '%upgrade%' OR m.value LIKE '%/update%' OR m.value LIKE '%ota.%' OR m.value LIKE '%/ota/%'
    OR m.value LIKE '%/packages/%' OR f.path LIKE '%opkg%' AND f.path LIKE '%/etc/%' OR f.path LIKE '%sources.list%'
  )
  AND m.value NOT LIKE 'http://127.%'
  AND m.value NOT LIKE 'http://localhost%'
  AND m.value NOT LIKE 'http://192.168.%'
