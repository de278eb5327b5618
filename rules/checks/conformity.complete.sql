-- check:   conformity.complete
-- asks:    Does the EU declaration of conformity hold every item that it has to hold?
-- topic:   papers
-- needs:   document.conformity
-- rests:   document.conformity
-- by:      documented
-- finding: the EU declaration of conformity does not give "{what}"
-- fix:     Add the item to the EU declaration of conformity.
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
  WHERE d.kind = 'conformity'
    AND coalesce(d.status, 200) = 200
    AND s.kind = 'statement'
    AND s.subject = wanted.value
    AND trim(coalesce(s.value, '')) <> ''
)
