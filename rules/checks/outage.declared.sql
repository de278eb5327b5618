-- check:   outage.declared
-- asks:    Are measures declared against loss of network and loss of power?
-- topic:   resilience
-- needs:   ixit.23
-- rests:   ixit.23
-- by:      declared
-- finding: the product file names nothing against a loss of {what}
-- fix:     Keep working without network, come back in order after a power cut, and list how in the product file (resilience).
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  0 AS entity,
  t.value AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM declared AS e
      LEFT JOIN field AS f ON f.entity = e.id AND f.name = 'Type'
      WHERE e.kind = 'resilience'
        AND coalesce(trim(f.value), '') = ''
    ) THEN 'not stated: which loss each measure is for'
  END AS unknown
FROM json_each('["network", "power"]') AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM declared AS e
  JOIN field AS f ON f.entity = e.id
  WHERE e.kind = 'resilience'
    AND f.name = 'Type'
    AND instr(lower(f.value), t.value)
)
