-- check:   passwords.no-shared
-- asks:    Does every unit have passwords of its own?
-- topic:   passwords
-- needs:   accounts
-- by:      observed-firmware
-- over:    SELECT entity FROM account
-- empty:   unknown
-- finding: account "{what}" can log in with a password that is {password}
-- fix:     Give each unit its own password, or make the user set one before the account works.
-- risk:    a hash in the image may be replaced at first start; the account may not be reachable by any service
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN a.password IS NULL THEN 'the state of its password could not be read'
    WHEN a.can_login IS NULL THEN 'it could not be told whether it can log in'
  END AS unknown,
  e.input,
  e.file,
  e.at,
  e.line,
  CASE a.password
    WHEN 'empty' THEN 'empty'
    WHEN 'known' THEN 'on public lists of default passwords'
    ELSE 'the same in every unit, since its hash is in the image'
  END AS password
FROM observed AS e
JOIN account AS a ON a.entity = e.id
WHERE coalesce(a.can_login, 1) = 1
  AND coalesce(a.password, 'hash') IN ('empty', 'known', 'hash')
