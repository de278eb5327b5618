-- check:   sbom.exists
-- asks:    Is there a machine-readable list of the software parts (SBOM)?
-- topic:   supply-chain
-- needs:   sbom|document.sbom
-- rests:   sbom|document.sbom
-- by:      documented
-- over:    SELECT id FROM document WHERE kind = 'sbom' UNION ALL SELECT id FROM input WHERE kind = 'sbom'
-- finding: the SBOM that is named is not there
-- fix:     Make an SBOM at each build (CycloneDX or SPDX), and keep it with the release.
-- risk:    that there is one says nothing of what stands in it
SELECT
  0 AS entity,
  coalesce(d.url, 'the SBOM') AS what,
  CASE
    WHEN d.id IS NULL THEN 'none was named or brought'
    WHEN d.status IS NULL OR d.status = 200 THEN 'it is named, and its SHA-256 is not: nobody can tell which one is meant'
  END AS unknown
FROM (SELECT 'sbom' AS kind) AS wanted
LEFT JOIN document AS d ON d.kind = wanted.kind
WHERE NOT EXISTS (SELECT 1 FROM input AS i WHERE i.kind = 'sbom')
  AND NOT EXISTS (
    SELECT 1
    FROM document AS o
    WHERE o.kind = 'sbom'
      AND length(o.sha256) = 64
      AND o.sha256 NOT GLOB '*[^0-9a-fA-F]*'
      AND coalesce(o.status, 200) = 200
  )
  AND (d.id IS NOT NULL OR EXISTS (SELECT 1 FROM covered AS c WHERE c.class IN ('sbom', 'document.sbom') AND c.whole))
