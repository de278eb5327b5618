-- check:   keys.hardware-declared
-- asks:    Is every secret parameter kept in hardware?
-- topic:   cryptography
-- needs:   ixit.10
-- by:      declared
-- over:    SELECT p.entity AS id FROM parameter AS p JOIN declared AS d ON d.id = p.entity WHERE coalesce(p.class, 'critical') = 'critical'
-- empty:   unknown
-- finding: {what} is kept {stored}, and not in hardware
-- fix:     Keep it in a secure element, a trusted module, or a key store of the processor.
-- risk:    the maker's word; that it is in hardware does not say how well that withstands attacks
SELECT
  d.id AS entity,
  d.name AS what,
  CASE
    WHEN p.stored IS NULL THEN 'it is not said how it is kept'
    WHEN p.class IS NULL THEN 'it is not said whether it is secret'
  END AS unknown,
  p.stored
FROM declared AS d
JOIN parameter AS p ON p.entity = d.id
WHERE coalesce(p.class, 'critical') = 'critical'
  AND coalesce(p.stored, '') <> 'hardware'
