-- check:   passwords.hash-sound
-- asks:    Are stored passwords protected by a slow, salted method?
-- topic:   passwords
-- needs:   accounts
-- by:      observed-firmware
-- over:    SELECT entity FROM account
-- empty:   unknown
-- finding: the password of account "{what}" is stored with {method}, which is tried out too fast
-- fix:     Store passwords with yescrypt, bcrypt, scrypt or sha512crypt with many rounds.
-- risk:    the hash in the image may be replaced by a better one at first start
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN a.password IS NULL THEN 'the state of its password could not be read'
    WHEN a.scheme IS NULL THEN 'the method of its hash was not recognised'
  END AS unknown,
  e.input,
  e.file,
  e.at,
  e.line,
  a.scheme AS method
FROM observed AS e
JOIN account AS a ON a.entity = e.id
WHERE coalesce(a.password, 'hash') IN ('known', 'hash')
  AND (
    a.password IS NULL
    OR a.scheme IS NULL
    OR lower(a.scheme) IN (SELECT value FROM json_each(:weak_password_hashes))
  )
