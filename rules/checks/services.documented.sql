-- check:   services.documented
-- asks:    Is each service that can be reached described to the user?
-- topic:   papers
-- needs:   services|ixit.13&document.manual
-- rests:   document.manual
-- by:      documented
-- over:    SELECT e.id FROM subject AS e JOIN service AS s ON s.entity = e.id WHERE coalesce(s.enabled, 1) = 1 AND coalesce(s.scope, 'lan') <> 'loopback'
-- empty:   unknown
-- finding: the manual does not tell of {what}, which can be reached
-- fix:     Describe what the service is for, and how to switch it off.
-- risk:    names must be the same in the manual and on the device
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN s.enabled IS NULL AND e.basis NOT IN ('observed', 'tool') THEN 'not stated: whether it is on'
  END AS unknown
FROM subject AS e
JOIN service AS s ON s.entity = e.id
WHERE coalesce(s.enabled, 1) = 1
  AND coalesce(s.scope, 'lan') <> 'loopback'
  AND NOT EXISTS (
    SELECT 1
    FROM statement AS t
    JOIN document AS d ON d.id = t.document
    WHERE t.kind = 'service'
      AND (t.subject = e.name COLLATE NOCASE OR t.subject = s.protocol COLLATE NOCASE)
      AND coalesce(d.status, 200) = 200
  )
