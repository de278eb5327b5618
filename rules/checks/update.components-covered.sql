-- check:   update.components-covered
-- asks:    Can every software part be updated, or is it fixed for a reason?
-- topic:   updates
-- needs:   ixit.6&ixit.7
-- rests:   ixit.7
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'component'
-- empty:   unknown
-- finding: {what} cannot be updated, and no reason is given
-- fix:     Let an update mechanism cover it, or say why it is immutable.
SELECT
  d.id AS entity,
  d.name AS what,
  CASE WHEN c.immutable IS NULL THEN 'neither an update mechanism nor a reason is given' END AS unknown
FROM declared AS d
JOIN component AS c ON c.entity = d.id
WHERE coalesce(c.immutable, 0) = 0
  AND NOT EXISTS (SELECT 1 FROM relation AS r JOIN entity AS u ON u.id = r.subject AND u.kind = 'update-mechanism' WHERE r.verb = 'updates' AND r.object = d.id)
