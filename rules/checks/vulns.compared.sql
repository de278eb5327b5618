-- check:   vulns.compared
-- asks:    Was every part compared with public vulnerability data, and does the maker know all that was found?
-- topic:   vulnerability-handling
-- needs:   components&vulnerabilities
-- rests:   vulnerabilities.declared
-- by:      tool
-- over:    SELECT id FROM entity WHERE kind = 'component'
-- empty:   unknown
-- finding: {what} is known in {component}, and is not on the maker's list of known vulnerabilities
-- fix:     Add it to the list (vulnerabilities: in the product file), with what became of it.
-- risk:    a part under another name, or without its version, is compared with nothing
SELECT
  e.id AS entity,
  e.name AS what,
  'its version is not known: there was nothing to compare' AS unknown,
  e.name AS component
FROM subject AS e
LEFT JOIN component AS k ON k.entity = e.id
WHERE e.kind = 'component'
  AND coalesce(k.version, '') = ''
  AND NOT EXISTS (
    SELECT 1 FROM counterpart AS c JOIN component AS o ON o.entity = c.observed WHERE c.declared = e.id AND coalesce(o.version, '') <> ''
  )
UNION ALL
SELECT
  f.entity,
  f.vulnerability,
  CASE WHEN coalesce(f.confidence, 'low') = 'low' THEN 'it is not sure that this part is meant' END,
  e.name
FROM flaw AS f
JOIN entity AS e ON e.id = f.component
WHERE NOT EXISTS (SELECT 1 FROM declared AS d WHERE d.kind = 'vulnerability' AND d.name = f.vulnerability)
  AND NOT EXISTS (
    SELECT 1
    FROM vex AS x
    WHERE x.component = f.component
      AND x.vulnerability = f.vulnerability
      AND x.status IS NOT NULL
      AND coalesce(x.author, '') <> ''
  )
