-- check:   docs.maker
-- asks:    Is the maker named with a contact?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not name the maker with a contact
-- fix:     Print name, postal address and a digital contact.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'maker' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'maker'
    AND coalesce(d.status, 200) = 200
)
