-- check:   statement.complete
-- asks:    Does the statement of compliance hold every item that it has to hold?
-- topic:   papers
-- needs:   document.statement
-- rests:   document.statement
-- by:      documented
-- finding: the statement of compliance does not give "{what}"
-- fix:     Add the item to the statement.
-- risk:    presence is checked; whether it is right is for a person
SELECT
  0 AS entity,
  wanted.value AS what,
  NULL AS unknown
FROM json_each(:statement_items) AS wanted
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE d.kind = 'statement'
    AND coalesce(d.status, 200) = 200
    AND s.kind = 'statement'
    AND s.subject = wanted.value
    AND trim(coalesce(s.value, '')) <> ''
)
