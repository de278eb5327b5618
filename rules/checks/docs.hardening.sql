-- check:   docs.hardening
-- asks:    Are hardening and the assumed environment told?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the papers tell neither hardening steps nor the environment that is assumed
-- fix:     Add a hardening chapter with the assumed environment.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'hardening' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'hardening'
    AND coalesce(d.status, 200) = 200
)
