-- check:   interfaces.only-declared
-- asks:    Is every interface that was found declared?
-- topic:   attack-surface
-- needs:   interfaces&ixit.15
-- rests:   ixit.15
-- by:      observed-device
-- over:    SELECT id FROM observed WHERE kind = 'interface'
-- finding: {what} was found on the product and is not in the product file
-- fix:     List the interface in the product file with what it is needed for, or remove it.
-- risk:    virtual interfaces
SELECT
  o.id AS entity,
  o.name AS what,
  CASE WHEN EXISTS (SELECT 1 FROM declared AS d WHERE d.kind = 'interface' AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.declared = d.id))
    THEN 'a declared one that was not matched may be this one' END AS unknown
FROM observed AS o
WHERE o.kind = 'interface'
  AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.observed = o.id)
