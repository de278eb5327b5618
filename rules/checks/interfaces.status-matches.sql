-- check:   interfaces.status-matches
-- asks:    Is every interface in the state that the maker declares?
-- topic:   attack-surface
-- needs:   interfaces&ixit.15
-- by:      observed-device
-- over:    SELECT id FROM declared WHERE kind = 'interface'
-- empty:   unknown
-- finding: {what} is declared as {said}, and was found {seen}
-- fix:     Correct the declaration, or the product.
SELECT
  d.id AS entity,
  d.name AS what,
  NULL AS unknown,
  CASE WHEN i.enabled THEN 'on' ELSE 'off' END AS said,
  CASE WHEN x.enabled THEN 'on' ELSE 'off' END AS seen
FROM declared AS d
JOIN interface AS i ON i.entity = d.id
JOIN counterpart AS c ON c.declared = d.id
JOIN interface AS x ON x.entity = c.observed
WHERE i.enabled <> x.enabled
