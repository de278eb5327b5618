-- check:   passwords.no-second-root
-- asks:    Is there only one account with all rights?
-- topic:   access-control
-- needs:   accounts
-- by:      observed-firmware
-- over:    SELECT entity FROM account
-- empty:   unknown
-- finding: account "{what}" has the rights of root, too
-- fix:     Remove the account, or give it a user number of its own.
-- risk:    some vendors rename root and keep both names on purpose
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN a.uid IS NULL THEN 'its number could not be read'
    WHEN a.can_login IS NULL THEN 'it could not be told whether it can log in'
  END AS unknown,
  e.input,
  e.file,
  e.at,
  e.line
FROM observed AS e
JOIN account AS a ON a.entity = e.id
WHERE coalesce(a.uid, 0) = 0
  AND e.name <> 'root'
  AND coalesce(a.can_login, 1) = 1
  AND EXISTS (
    SELECT 1
    FROM observed AS o
    JOIN account AS b ON b.entity = o.id
    WHERE b.uid = 0
      AND o.id <> e.id
      AND o.input = e.input
  )
