-- check:   keys.generator-declared
-- asks:    Is the origin of every critical secret described, and sound?
-- topic:   cryptography
-- needs:   ixit.10
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN parameter AS x ON x.entity = e.id WHERE e.kind = 'parameter' AND coalesce(x.class = 'critical', 1) = 1
-- empty:   unknown
-- finding: {what} is made from something that can be guessed ({generator})
-- fix:     Draw it from a cryptographic random generator with enough entropy.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.class = 'critical') IS NULL THEN 'not stated: whether it must stay secret'
    WHEN coalesce(x.generator, '') = '' THEN 'not stated: how the secret is made'
    WHEN x.generator NOT IN ('counter', 'time', 'serial', 'mac', 'fixed') THEN 'its words speak of what others can know: a person must judge it'
  END AS unknown,
  x.generator
FROM declared AS e
JOIN parameter AS x ON x.entity = e.id
WHERE e.kind = 'parameter'
  AND coalesce(x.class = 'critical', 1) = 1
  AND ((x.class = 'critical') IS NULL
    OR coalesce(x.generator, '') = ''
    OR x.generator IN ('counter', 'time', 'serial', 'mac', 'fixed')
    OR lower(x.generator) LIKE '%mac address%' OR ' ' || lower(x.generator) || ' ' LIKE '% mac %' OR lower(x.generator) LIKE '%constant%' OR lower(x.generator) LIKE '%hard%coded%' OR ' ' || lower(x.generator) LIKE '% fixed%' OR ' ' || lower(x.generator) LIKE '% same %'
    OR lower(x.generator) LIKE '%serial%'
    OR lower(x.generator) LIKE '%timestamp%'
    OR lower(x.generator) LIKE '%counter%' AND lower(x.generator) NOT LIKE '%ctr%drbg%')
