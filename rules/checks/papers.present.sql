-- check:   papers.present
-- asks:    Is every required document there, and dated?
-- topic:   papers
-- needs:   document.technical
-- rests:   document.technical
-- by:      documented
-- finding: there is no dated document "{what}"
-- fix:     Write the document, put a date on it, and bring it.
-- risk:    presence is checked; whether it is adequate is for a person
SELECT
  0 AS entity,
  wanted.value AS what,
  NULL AS unknown
FROM json_each(:papers) AS wanted
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'paper'
    AND s.subject = wanted.value
    AND substr(d.published, 1, 10) <= :today
    AND coalesce(d.status, 200) = 200
)
