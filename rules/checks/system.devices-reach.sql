-- check:   system.devices-reach
-- asks:    Does every device of the system reach the component level that is wanted of a foundational requirement?
-- topic:   process
-- needs:   document.technical
-- rests:   document.technical
-- by:      documented
-- over:    SELECT DISTINCT s.subject AS id FROM statement AS s JOIN document AS d ON d.id = s.document WHERE s.kind IN ('device', 'device-level') AND coalesce(d.status, 200) = 200
-- empty:   unknown
-- finding: {what} reaches level {level} of foundational requirement {foundational}; {wanted} is wanted
-- fix:     Take a device that reaches it, or make up for it elsewhere in the system, and write that down as a treatment.
-- risk:    what the papers of the devices say; that they are put together well is another matter
WITH device AS (
  SELECT DISTINCT s.subject AS name
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind IN ('device', 'device-level')
    AND coalesce(d.status, 200) = 200
),
said AS (
  SELECT
    d.name,
    v.document,
    v.at,
    CASE
      WHEN replace(v.value, ' ', '') GLOB '[0-4][0-4][0-4][0-4][0-4][0-4][0-4]'
        THEN CAST(substr(replace(v.value, ' ', ''), :foundational, 1) AS INTEGER)
    END AS level
  FROM device AS d
  LEFT JOIN (
    SELECT s.subject, s.value, s.document, s.at
    FROM statement AS s
    JOIN document AS c ON c.id = s.document
    WHERE s.kind = 'device-level'
      AND coalesce(c.status, 200) = 200
  ) AS v ON v.subject = d.name
)
SELECT
  0 AS entity,
  coalesce(s.name, 'a device without a name') AS what,
  CASE
    WHEN s.name IS NULL THEN 'it is not told which device is meant'
    WHEN s.document IS NULL THEN 'nothing says which levels it reaches'
    WHEN s.level IS NULL THEN 'its levels are not seven digits from 0 to 4, one for each foundational requirement'
  END AS unknown,
  d.input,
  s.at,
  coalesce(s.level, 'not known') AS level,
  :foundational AS foundational,
  :security_level AS wanted
FROM said AS s
LEFT JOIN document AS d ON d.id = s.document
WHERE s.name IS NULL
   OR s.level IS NULL
   OR s.level < :security_level
