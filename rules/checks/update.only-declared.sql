-- check:   update.only-declared
-- asks:    Is every update path over the network that was found also declared?
-- topic:   updates
-- needs:   services&flows&ixit.7
-- rests:   ixit.7
-- by:      observed-device
-- over:    SELECT id FROM observed WHERE kind = 'update-mechanism'
-- finding: {what} can update the product and is not in the product file
-- fix:     List the way of updating in the product file, or remove it.
-- risk:    an upload form may serve another purpose
SELECT
  o.id AS entity,
  o.name AS what,
  CASE WHEN EXISTS (SELECT 1 FROM declared AS d WHERE d.kind = 'update-mechanism' AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.declared = d.id))
    THEN 'a declared mechanism that was not matched may be this one' END AS unknown
FROM observed AS o
WHERE o.kind = 'update-mechanism'
  AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.observed = o.id)
