-- check:   account.no-empty-password
-- asks:    Does no account have an empty password?
-- needs:   accounts
-- by:      observed-firmware
-- finding: account "{what}" has an empty password
SELECT e.id AS entity, e.name AS what, CASE WHEN a.password IS NULL THEN 'the password was not read' END AS unknown
FROM observed AS e
JOIN account AS a ON a.entity = e.id
WHERE a.password IS NULL OR a.password = 'empty'
