-- check:   vulns.none-known
-- asks:    Are the parts of the product free of publicly known vulnerabilities?
-- topic:   vulnerability-handling
-- needs:   vulnerabilities|vulnerabilities.declared
-- by:      documented
-- over:    SELECT entity FROM flaw
-- empty:   components&vulnerabilities
-- finding: {what} is known in {component}
-- fix:     Update the part; or show that the product is not affected, or what keeps the vulnerability from being used.
-- risk:    fixes can be back-ported; a list by the maker is as long as the maker looked
SELECT
  f.entity AS entity,
  f.vulnerability AS what,
  CASE
    WHEN f.component IS NULL THEN 'it is not said which part it is in'
    WHEN x.status = 'fixed' AND coalesce(x.author, '') = '' THEN 'nobody signs for its being mended'
    WHEN x.status = 'fixed' THEN 'only the maker''s word says that it is mended: the document that does was not brought'
    WHEN f.fixed_in IS NOT NULL AND f.fixed_in IN (
      SELECT k.version FROM component AS k WHERE k.entity = f.component
      UNION ALL SELECT k.version FROM counterpart AS c JOIN component AS k ON k.entity = c.observed WHERE c.declared = f.component
    ) THEN 'only the maker''s word says that this version of the part has it mended'
    WHEN EXISTS (
      SELECT 1
      FROM fix AS m
      JOIN release AS r ON r.id = m.release
      JOIN profile AS p ON p.name = 'product.version' AND p.value = r.version
      WHERE m.vulnerability = f.vulnerability
    ) THEN 'only the maker''s word says that this version of the product has it mended'
    WHEN coalesce(f.confidence, 'low') = 'low' THEN 'it is not sure that this part is meant'
  END AS unknown,
  coalesce(e.name, 'no part that is named') AS component
FROM flaw AS f
LEFT JOIN entity AS e ON e.id = f.component
LEFT JOIN vex AS x ON x.component = f.component AND x.vulnerability = f.vulnerability
WHERE NOT (
    coalesce(x.status, '') = 'fixed'
    AND coalesce(x.author, '') <> ''
    AND coalesce(x.basis, 'declared') <> 'declared'
  )
  AND NOT (
    f.fixed_in IS NOT NULL
    AND f.only_declared = 0
    AND f.fixed_in IN (
      SELECT k.version FROM component AS k JOIN observed AS o ON o.id = k.entity WHERE k.entity = f.component
      UNION ALL SELECT k.version FROM counterpart AS c JOIN component AS k ON k.entity = c.observed WHERE c.declared = f.component
    )
  )
