-- check:   model.designation-documented
-- asks:    Is the model named on the label or in the papers?
-- topic:   identity
-- needs:   document.label
-- rests:   document.label
-- by:      documented
-- finding: neither label nor documents name the model
-- fix:     Print the model on the label.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'model' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'model'
    AND coalesce(d.status, 200) = 200
)
