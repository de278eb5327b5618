-- check:   mqtt.no-anonymous
-- asks:    Does the MQTT broker ask for a login?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'mosquitto' AND key = 'allow_anonymous'
-- empty:   unknown
-- finding: {path} lets anybody use the MQTT broker without a login ({what})
-- fix:     Set allow_anonymous to false, and give every client a credential.
-- risk:    the listener may be bound to the loopback
WITH
  -- Before version 2 anybody might where nothing is said.
  version AS (
    SELECT CASE WHEN count(*) = count(c.version) THEN min(CAST(c.version AS REAL)) END AS least
    FROM component AS c
    JOIN entity AS e ON e.id = c.entity
    WHERE e.name = 'mosquitto'
  )
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') || CASE WHEN s.origin = 'default' THEN ', as nothing else is said' ELSE '' END || coalesce(' (' || s.condition || ')', '') AS what,
  CASE
    WHEN s.origin = 'default' AND (SELECT least FROM version) IS NULL THEN 'it is not set, and before version 2 anybody was let in: the version is not known'
    WHEN s.origin = 'default' THEN NULL
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
  AND s.key = 'allow_anonymous'
  AND lower(coalesce(s.value, 'true')) = 'true'
  AND NOT (s.origin IS 'default' AND coalesce((SELECT least FROM version), 0) >= 2)
