-- check:   docs.accounts
-- asks:    Is managing accounts explained?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain how accounts are managed
-- fix:     Explain how accounts are added, limited and removed.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'how-manage-accounts' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'how-manage-accounts'
    AND coalesce(d.status, 200) = 200
)
