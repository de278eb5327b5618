-- check:   update.automatic-declared
-- asks:    Is every software part updated automatically?
-- topic:   updates
-- needs:   ixit.6&ixit.7
-- rests:   ixit.7
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'component'
-- empty:   unknown
-- finding: {what} is not updated automatically
-- fix:     Let a mechanism that works by itself cover it, with a way to switch that off.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM relation AS r
      JOIN update_mechanism AS u ON u.entity = r.subject
      WHERE r.verb = 'updates'
        AND r.object = e.id
        AND u.automatic IS NULL
    ) THEN 'not stated: whether what updates it is automatic'
    WHEN c.immutable IS NULL AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'updates' AND r.object = e.id)
      THEN 'not stated: what updates it, or that nothing does'
  END AS unknown
FROM declared AS e
JOIN component AS c ON c.entity = e.id
WHERE e.kind = 'component'
  AND coalesce(c.immutable, 0) = 0
  AND NOT EXISTS (
    SELECT 1
    FROM relation AS r
    JOIN update_mechanism AS u ON u.entity = r.subject
    WHERE r.verb = 'updates'
      AND r.object = e.id
      AND u.automatic = 1
  )
