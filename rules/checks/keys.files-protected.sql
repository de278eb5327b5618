-- check:   keys.files-protected
-- asks:    Are files with private keys closed to ordinary users?
-- topic:   secure-storage
-- needs:   secrets&files
-- by:      observed-firmware
-- finding: {what} holds a secret and every user can read it (mode {mode})
-- fix:     A file of its own: give it mode 0600 and the owner that needs it. A key inside a program or library: take it out of there, and make one for each unit at the factory or at first start.
-- risk:    where every program runs as root, access rights protect nothing
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN f.mode IS NULL THEN 'its access rights could not be read'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  printf('%04o', f.mode & 4095) AS mode
FROM secret AS s
JOIN file AS f ON f.id = s.file
WHERE s.kind IN ('private-key', 'psk', 'password', 'api-key', 'token')
  AND f.type = 'file'
  -- A program must be readable: what is wrong with a key in it is that it is there (keys.no-private-in-image).
  AND coalesce(f.content, '') <> 'elf'
  AND (f.mode IS NULL OR f.mode & 4)
