-- check:   tls.version-min
-- asks:    Is every TLS version that was spoken or accepted new enough?
-- topic:   cryptography
-- needs:   tls
-- by:      observed-network
-- over:    SELECT flow FROM tls
-- empty:   unknown
-- finding: {how} with {what}
-- fix:     Switch off what is older than TLS 1.2.
-- risk:    a version that is accepted and never used is weaker evidence than one that was spoken
SELECT
  0 AS entity,
  coalesce(t.sni, f.peer_name, f.peer, 'an address that was not kept') AS what,
  CASE
    WHEN t.version < :min_tls OR t.lowest < :min_tls THEN NULL
    ELSE 'the version that was agreed on was not seen'
  END AS unknown,
  min(f.input) AS input,
  CASE
    WHEN t.version < :min_tls THEN CASE t.version WHEN 768 THEN 'SSL 3.0' WHEN 769 THEN 'TLS 1.0' WHEN 770 THEN 'TLS 1.1' WHEN 771 THEN 'TLS 1.2' ELSE 'version ' || t.version END || ' was spoken'
    ELSE CASE t.lowest WHEN 768 THEN 'SSL 3.0' WHEN 769 THEN 'TLS 1.0' WHEN 770 THEN 'TLS 1.1' WHEN 771 THEN 'TLS 1.2' ELSE 'version ' || t.lowest END || ' was accepted'
  END AS how
FROM tls AS t
LEFT JOIN flow AS f ON f.id = t.flow
WHERE t.version IS NULL
   OR t.version < :min_tls
   OR t.lowest < :min_tls
GROUP BY coalesce(t.sni, f.peer_name, f.peer), t.version, t.lowest
