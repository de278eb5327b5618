-- check:   papers.current
-- asks:    Is every document that has to be renewed there, dated, and not too old?
-- topic:   papers
-- needs:   document.technical
-- rests:   document.technical
-- by:      documented
-- finding: there is no document "{what}" that is at most {age} old
-- fix:     Have the document renewed, and bring it with its date.
-- risk:    presence and age are checked; what it says is for a person
SELECT
  0 AS entity,
  wanted.value AS what,
  NULL AS unknown,
  :paper_months || ' months' AS age
FROM json_each(:papers) AS wanted
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'paper'
    AND s.subject = wanted.value
    AND substr(d.published, 1, 10) <= :today
    AND substr(d.published, 1, 10) >= date(:today, '-' || :paper_months || ' months')
    AND coalesce(d.status, 200) = 200
)
