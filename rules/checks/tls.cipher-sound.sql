-- check:   tls.cipher-sound
-- asks:    Was every TLS connection agreed with a sound cipher suite?
-- topic:   cryptography
-- needs:   tls
-- by:      observed-network
-- over:    SELECT flow FROM tls
-- empty:   unknown
-- finding: a connection with {what} uses the broken cipher suite {cipher}
-- fix:     Offer only suites with forward secrecy and authenticated encryption.
-- risk:    the list is dated
SELECT
  0 AS entity,
  coalesce(t.sni, f.peer_name, f.peer, 'an address that was not kept') AS what,
  CASE
    WHEN t.cipher IS NULL THEN 'the suite that was agreed on was not seen'
    WHEN r.cipher IS NULL THEN 'the suite is in no list'
    WHEN r.status = 'legacy' THEN 'the suite is legacy: a reason is wanted'
  END AS unknown,
  min(f.input) AS input,
  coalesce(t.cipher, 'not known') AS cipher
FROM tls AS t
LEFT JOIN flow AS f ON f.id = t.flow
LEFT JOIN ref_cipher AS r ON r.cipher = t.cipher
WHERE r.cipher IS NULL
   OR r.status <> 'good'
GROUP BY coalesce(t.sni, f.peer_name, f.peer), t.cipher
