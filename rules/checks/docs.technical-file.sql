-- check:   docs.technical-file
-- asks:    Does the technical file hold every part that it has to hold?
-- topic:   papers
-- needs:   document.technical
-- rests:   document.technical
-- by:      documented
-- finding: the technical file holds nothing on "{what}"
-- fix:     Add this part to the technical file.
-- risk:    presence is checked; whether it is adequate is for a person
SELECT
  0 AS entity,
  wanted.value AS what,
  NULL AS unknown
FROM json_each(:items) AS wanted
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'technical'
    AND coalesce(d.status, 200) = 200
    AND s.subject = wanted.value
)
