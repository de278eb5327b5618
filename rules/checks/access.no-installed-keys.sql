-- check:   access.no-installed-keys
-- asks:    Is the image free of installed keys that open every unit?
-- topic:   access-control
-- needs:   secrets&files
-- by:      observed-firmware
-- finding: {what} lets whoever holds one private key log in to every unit
-- fix:     Take the file out of the image; let the owner install keys.
-- risk:    the file may be there for the owner to fill
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN coalesce(f.size, 1) = 0 OR NOT EXISTS (SELECT 1 FROM secret AS s WHERE s.file = f.id)
      THEN 'the file is there, but no key was recognised in it'
  END AS unknown,
  f.input,
  f.id AS file
FROM file AS f
WHERE f.name IN ('authorized_keys', 'authorized_keys2')
  AND f.type = 'file'
  AND coalesce(f.size, 1) > 0
