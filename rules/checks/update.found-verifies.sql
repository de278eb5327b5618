-- check:   update.found-verifies
-- asks:    Does every update program that was found in the image check signatures?
-- topic:   updates
-- needs:   updates
-- by:      observed-firmware
-- over:    SELECT id FROM observed WHERE kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what} installs updates without checking a signature
-- fix:     Switch signature checks on, and put the public key into the image.
-- risk:    a wrapper may check the signature before it calls the program
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN u.verified_by IS NULL THEN 'it could not be told from the image whether it checks signatures'
  END AS unknown,
  e.input,
  e.file,
  e.at,
  e.line
FROM observed AS e
JOIN update_mechanism AS u ON u.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND coalesce(u.verified_by, 'nobody') = 'nobody'
