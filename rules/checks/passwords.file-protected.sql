-- check:   passwords.file-protected
-- asks:    Are the files that hold password hashes closed to ordinary users?
-- topic:   secure-storage
-- needs:   accounts&files
-- by:      observed-firmware
-- over:    SELECT entity FROM account
-- empty:   unknown
-- finding: {what} holds password hashes and every user can read it
-- fix:     Keep hashes in /etc/shadow with mode 0600.
-- risk:    where every program runs as root, access rights protect nothing
SELECT
  DISTINCT 0 AS entity,
  f.path AS what,
  CASE
    WHEN a.password IS NULL THEN 'whether it holds a password could not be read'
    WHEN f.mode IS NULL THEN 'its access rights could not be read'
  END AS unknown,
  f.input,
  f.id AS file
FROM observed AS e
JOIN account AS a ON a.entity = e.id
JOIN file AS f ON f.id = e.file
WHERE coalesce(a.password, 'hash') IN ('known', 'hash')
  AND f.type = 'file'
  AND (f.mode IS NULL OR f.mode & 4)
