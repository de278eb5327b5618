-- check:   mqtt.encrypted
-- asks:    Does the MQTT broker listen only with encryption?
-- topic:   communication
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'mosquitto' AND key IN ('listener', 'port')
-- empty:   unknown
-- finding: {path} opens an MQTT listener without encryption ({what})
-- fix:     Listen on port 8883 with certfile and keyfile, or on the loopback only.
-- risk:    a listener on port 1883 can have certificates, too
SELECT
  0 AS entity,
  s.key || ' ' || coalesce(s.value, '?') || CASE WHEN s.origin = 'default' THEN ', as nothing else is said' ELSE '' END AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
    WHEN s.origin = 'default' THEN 'from version 2 on it is open to the device itself only'
    WHEN EXISTS (
      SELECT 1
      FROM setting AS t
      WHERE t.domain = 'mosquitto'
        AND t.file IS s.file
        AND t.input = s.input
        AND t.condition IS s.condition
        AND t.key IN ('certfile', 'keyfile', 'psk_file')
    ) THEN 'certificates are set up, but it was not told for which listener'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'mosquitto'
  AND s.key IN ('listener', 'port')
  -- 1883 is the port of clear text; any other is, too, where no certificate or key is set up.
  AND (
    s.value IS NULL
    OR ' ' || s.value || ' ' LIKE '% 1883 %' AND s.condition IS NULL
    OR NOT EXISTS (
      SELECT 1
      FROM setting AS t
      WHERE t.domain = 'mosquitto'
        AND t.file IS s.file
        AND t.input = s.input
        AND t.condition IS s.condition
        AND t.key IN ('certfile', 'keyfile', 'psk_file', 'psk_hint')
    )
  )
  AND coalesce(s.value, '') NOT LIKE '0 /%'
  AND coalesce(s.value, '') NOT LIKE '%127.0.0.1%'
  AND coalesce(s.value, '') NOT LIKE '%localhost%'
