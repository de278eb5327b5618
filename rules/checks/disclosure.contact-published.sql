-- check:   disclosure.contact-published
-- asks:    Is a contact for security reports published?
-- topic:   vulnerability-handling
-- needs:   document.policy
-- rests:   document.policy
-- by:      documented
-- finding: no page that answers names a contact for security reports
-- fix:     Publish an address or form for security reports on a page that anybody can open.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'security-contact' AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM statement AS s
      JOIN document AS d ON d.id = s.document
      WHERE s.kind = 'security-contact'
        AND d.status IS NULL
    ) THEN 'the page was not fetched'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'security-contact'
    AND d.status = 200
)
