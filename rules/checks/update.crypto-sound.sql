-- check:   update.crypto-sound
-- asks:    Does every declared update mechanism use sound cryptography?
-- topic:   cryptography
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what} uses {algorithm}, which is {status}
-- fix:     Replace the algorithm by one that is listed as good.
-- risk:    "good" depends on the use; the list is dated
SELECT
  d.id AS entity,
  d.name AS what,
  CASE
    WHEN u.algorithm IS NULL THEN 'no algorithm is named'
    WHEN r.algorithm IS NULL THEN 'the algorithm is in no list'
    WHEN r.status = 'good' AND r.min_bits > 0 AND u.bits IS NULL THEN 'the length of the key is not said'
  END AS unknown,
  coalesce(u.algorithm, 'nothing') AS algorithm,
  CASE WHEN r.status = 'good' THEN 'too short' ELSE coalesce(r.status, 'not listed') END AS status
FROM declared AS d
LEFT JOIN crypto_use AS u ON u.entity = d.id
LEFT JOIN ref_algorithm AS r ON r.algorithm = lower(u.algorithm) AND r.purpose = u.purpose
WHERE d.kind = 'update-mechanism'
  AND (r.algorithm IS NULL OR r.status <> 'good' OR coalesce(u.bits, 0) < coalesce(r.min_bits, 0))
