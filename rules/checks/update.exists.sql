-- check:   update.exists
-- asks:    Is there an update mechanism at all?
-- topic:   updates
-- needs:   ixit.7
-- rests:   ixit.7
-- by:      declared
-- finding: no update mechanism is declared
-- fix:     Give the product a way to be updated securely.
SELECT
  0 AS entity,
  'no update mechanism' AS what,
  NULL AS unknown
WHERE NOT EXISTS (SELECT 1 FROM declared WHERE kind = 'update-mechanism')
