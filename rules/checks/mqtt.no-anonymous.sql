-- check:   mqtt.no-anonymous
-- asks:    Does the MQTT broker ask for a login?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'mosquitto'
-- empty:   unknown
-- finding: {path} lets anybody use the MQTT broker without a login ({what})
-- fix:     Set allow_anonymous to false, and give every client a credential.
-- risk:    the listener may be bound to the loopback
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'mosquitto'
  AND (s.key = 'allow_anonymous' AND lower(coalesce(s.value, 'true')) = 'true')
