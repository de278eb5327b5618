-- check:   input.interfaces-declared
-- asks:    Is every interface for programs that was found also declared?
-- topic:   input
-- needs:   services&ixit.28
-- rests:   ixit.28
-- by:      observed-device
-- over:    SELECT id FROM observed WHERE kind IN ('api', 'user-interface')
-- empty:   unknown
-- finding: {what} takes requests and is not in the product file
-- fix:     List it in the product file, with what it takes and who may call it; or remove it.
-- risk:    a path of a web page is not always an interface
SELECT
  o.id AS entity,
  o.name AS what,
  NULL AS unknown
FROM observed AS o
WHERE o.kind IN ('api', 'user-interface')
  AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.observed = o.id)
  AND NOT EXISTS (SELECT 1 FROM declared AS d WHERE d.kind = o.kind AND d.name = o.name COLLATE NOCASE)
