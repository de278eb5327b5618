-- check:   crypto.replaceable-declared
-- asks:    Can every software part that does cryptography be updated?
-- topic:   cryptography
-- needs:   ixit.6&ixit.7
-- rests:   ixit.7
-- by:      declared
-- over:    SELECT c.entity FROM component AS c JOIN declared AS e ON e.id = c.entity WHERE coalesce(c.crypto, 1) = 1
-- empty:   unknown
-- finding: {what} does cryptography and cannot be updated
-- fix:     Let an update mechanism cover it, so that a broken algorithm can be replaced.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN c.crypto IS NULL THEN 'not stated: whether it does cryptography'
    WHEN c.immutable IS NULL THEN 'not stated: what updates it, or that nothing does'
  END AS unknown
FROM declared AS e
JOIN component AS c ON c.entity = e.id
WHERE e.kind = 'component'
  AND coalesce(c.crypto, 1) = 1
  AND NOT EXISTS (
    SELECT 1
    FROM relation AS r
    JOIN update_mechanism AS u ON u.entity = r.subject
    WHERE r.verb = 'updates'
      AND r.object = e.id
  )
