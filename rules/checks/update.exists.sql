-- check:   update.exists
-- asks:    Is there a way to update the product?
-- topic:   updates
-- needs:   ixit.7
-- rests:   ixit.7
-- by:      declared
-- finding: the product file names no way of updating
-- fix:     Give the product a secure way to be updated, and list it in the product file (update_mechanisms).
SELECT
  0 AS entity,
  'no update mechanism' AS what,
  NULL AS unknown
WHERE NOT EXISTS (SELECT 1 FROM declared WHERE kind = 'update-mechanism')
