-- check:   crypto.reviewed-version-present
-- asks:    Is the version that was reviewed the one in the image?
-- topic:   cryptography
-- needs:   components&ixit.12
-- by:      observed-firmware
-- over:    SELECT id FROM declared WHERE kind = 'implementation'
-- empty:   unknown
-- finding: {what} was reviewed in version {reviewed}, and version {version} is in the image
-- fix:     Ship the version that was reviewed, or have the new one reviewed.
-- risk:    a maker's patches can keep the version text
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN c.observed IS NULL THEN 'not tried'
    WHEN coalesce(trim(v.value), '') = '' THEN 'not stated: which version was reviewed'
    WHEN coalesce(o.version, '') = '' THEN 'its version in the image is not known'
    WHEN instr(lower(v.value), lower(o.version)) OR instr(lower(o.version), lower(v.value)) THEN 'the versions are written in different ways'
  END AS unknown,
  v.value AS reviewed,
  o.version
FROM declared AS e
LEFT JOIN field AS v ON v.entity = e.id AND v.name = 'Version'
LEFT JOIN counterpart AS c ON c.declared = e.id
LEFT JOIN component AS o ON o.entity = c.observed
WHERE e.kind = 'implementation'
  AND coalesce(ltrim(lower(trim(v.value)), 'v') <> ltrim(lower(o.version), 'v'), 1)
