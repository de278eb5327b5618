-- check:   docs.sbom-place
-- asks:    Are users told where the list of software components (SBOM) is?
-- topic:   supply-chain
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not tell where the SBOM is
-- fix:     Say where it can be had, if it is given to users.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'sbom-place' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'sbom-place'
    AND coalesce(d.status, 200) = 200
)
