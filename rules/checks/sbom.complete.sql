-- check:   sbom.complete
-- asks:    Is every software part that was found in the image in the SBOM?
-- topic:   supply-chain
-- needs:   components&sbom
-- rests:   sbom
-- by:      observed-firmware
-- over:    SELECT id FROM observed WHERE kind = 'component'
-- empty:   unknown
-- finding: {what} {version} is in the image, and not in the SBOM
-- fix:     Make the SBOM from what is built in, not from a list kept by hand.
-- risk:    names differ; a library can be built into another
SELECT
  o.id AS entity,
  o.name AS what,
  NULL AS unknown,
  coalesce(k.version, '(version not known)') AS version
FROM observed AS o
LEFT JOIN component AS k ON k.entity = o.id
WHERE o.kind = 'component'
  AND EXISTS (SELECT 1 FROM input AS i WHERE i.kind = 'sbom')
  AND NOT EXISTS (
    SELECT 1
    FROM counterpart AS c
    JOIN entity AS d ON d.id = c.declared
    JOIN input AS i ON i.id = d.input
    WHERE c.observed = o.id
      AND i.kind = 'sbom'
  )
