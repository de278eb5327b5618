-- check:   sbom.fields
-- asks:    Does every entry of the SBOM give name, version, supplier and an identifier?
-- topic:   supply-chain
-- needs:   sbom
-- rests:   sbom
-- by:      documented
-- over:    SELECT e.id FROM entity AS e JOIN input AS i ON i.id = e.input WHERE i.kind = 'sbom' AND e.kind = 'component'
-- empty:   unknown
-- finding: the SBOM entry {what} has no {lacks}
-- fix:     Let the build fill version, supplier and purl or CPE of each entry.
-- risk:    an identifier that is there may be wrong
SELECT
  e.id AS entity,
  e.name AS what,
  NULL AS unknown,
  CASE
    WHEN coalesce(trim(c.version), '') = '' THEN 'version'
    WHEN coalesce(trim(c.supplier), '') = '' THEN 'supplier'
    ELSE 'identifier (purl or CPE)'
  END AS lacks
FROM entity AS e
JOIN input AS i ON i.id = e.input
LEFT JOIN component AS c ON c.entity = e.id
WHERE i.kind = 'sbom'
  AND e.kind = 'component'
  AND (coalesce(trim(c.version), '') = ''
    OR coalesce(trim(c.supplier), '') = ''
    OR coalesce(trim(c.purl), '') = '' AND coalesce(trim(c.cpe), '') = '')
