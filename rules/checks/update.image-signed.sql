-- check:   update.image-signed
-- asks:    Is the update image signed with a sound algorithm?
-- topic:   updates
-- needs:   signatures
-- rests:   signatures&regions
-- by:      observed-firmware
-- over:    SELECT id FROM input WHERE kind = 'image'
-- empty:   unknown
-- finding: {what} {flaw}
-- fix:     Sign the whole image with RSA (2048 bits or more), ECDSA or Ed25519, and verify it on the device.
-- risk:    a signature can travel beside the image; vendor formats can hide it
SELECT
  0 AS entity,
  coalesce(i.name, 'the image') AS what,
  CASE
    WHEN EXISTS (SELECT 1 FROM signature AS s WHERE s.input = i.id AND coalesce(s.target, 'image') = 'image' AND s.valid = 0) THEN NULL
    WHEN EXISTS (SELECT 1 FROM signature AS s WHERE s.input = i.id AND coalesce(s.target, 'image') = 'image' AND s.algorithm IS NULL)
      THEN 'it is signed, but the algorithm was not recognised'
    WHEN EXISTS (
      SELECT 1
      FROM signature AS s
      LEFT JOIN ref_algorithm AS r ON r.algorithm = lower(s.algorithm) AND r.purpose = 'signature'
      WHERE s.input = i.id
        AND coalesce(s.target, 'image') = 'image'
        AND (r.algorithm IS NULL OR r.status = 'good' AND s.bits IS NULL AND r.min_bits > 0)
    ) THEN 'it is signed, but how strongly could not be told'
    WHEN EXISTS (SELECT 1 FROM signature AS s WHERE s.input = i.id AND coalesce(s.target, 'image') = 'image') THEN NULL
    WHEN EXISTS (SELECT 1 FROM region AS g WHERE g.input = i.id AND coalesce(g.readable, 'unknown') NOT IN ('yes', 'empty'))
      THEN 'a region that was not read may hold a signature'
    WHEN EXISTS (SELECT 1 FROM signature AS s WHERE s.target <> 'image') THEN 'only parts of it are signed'
  END AS unknown,
  i.id AS input,
  CASE
    WHEN EXISTS (SELECT 1 FROM signature AS s WHERE s.input = i.id AND coalesce(s.target, 'image') = 'image' AND s.valid = 0)
      THEN 'carries a signature that does not fit'
    WHEN EXISTS (SELECT 1 FROM signature AS s WHERE s.input = i.id AND coalesce(s.target, 'image') = 'image') THEN 'is signed with a weak algorithm'
    ELSE 'carries no signature'
  END AS flaw
FROM input AS i
WHERE i.kind = 'image'
  AND (
    EXISTS (SELECT 1 FROM signature AS s WHERE s.input = i.id AND coalesce(s.target, 'image') = 'image' AND s.valid = 0)
    OR NOT EXISTS (
      SELECT 1
      FROM signature AS s
      JOIN ref_algorithm AS r ON r.algorithm = lower(s.algorithm) AND r.purpose = 'signature'
      WHERE s.input = i.id
        AND coalesce(s.target, 'image') = 'image'
        AND r.status = 'good'
        AND (coalesce(r.min_bits, 0) = 0 OR s.bits >= r.min_bits)
    )
  )
