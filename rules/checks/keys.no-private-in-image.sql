-- check:   keys.no-private-in-image
-- asks:    Is the image free of private keys and other critical secrets in the clear?
-- topic:   secure-storage
-- needs:   secrets
-- by:      observed-firmware
-- finding: {what} holds {secret}, the same in every unit
-- fix:     Create the secret for each unit, at the factory or at first start, and take it out of the image; where it lies in a program or library, build that without it.
-- risk:    sample and test keys of libraries; keys that are replaced at first start; it passes on the forms that are looked for, and a key without a structure, or one that a program puts together, is none of them (doc/secrets.md)
SELECT
  0 AS entity,
  coalesce(f.path, 'offset ' || s.at) AS what,
  NULL AS unknown,
  s.input,
  s.file,
  s.at,
  CASE s.kind WHEN 'private-key' THEN 'a private key' WHEN 'api-key' THEN 'an access key of a service' WHEN 'psk' THEN 'a pre-shared key' ELSE 'a ' || s.kind END AS secret
FROM secret AS s
JOIN input AS i ON i.id = s.input
LEFT JOIN file AS f ON f.id = s.file
WHERE i.kind IN ('image', 'directory', 'archive')
  AND s.kind IN ('private-key', 'api-key', 'password', 'psk', 'token')
  AND coalesce(s.locked, 0) = 0
  -- What a library brings for its own tests is no secret of the product: keys.none-public asks about it.
  AND NOT (s.known IS NOT NULL AND coalesce(f.content, '') = 'elf')
