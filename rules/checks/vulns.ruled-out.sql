-- check:   vulns.ruled-out
-- asks:    Is it shown of every known vulnerability why it cannot be used in this product?
-- topic:   vulnerability-handling
-- needs:   vulnerabilities|vulnerabilities.declared
-- by:      documented
-- over:    SELECT entity FROM flaw
-- empty:   unknown
-- finding: {what} in {component} can be used: {author} says so
-- fix:     Fix it, or show what keeps it from being used.
-- risk:    a reason in a VEX is the author's word
SELECT
  f.entity AS entity,
  f.vulnerability AS what,
  CASE
    WHEN f.component IS NULL THEN 'it is not said which part it is in'
    WHEN x.status IS NULL THEN 'nobody has assessed it'
    WHEN x.status = 'affected' THEN NULL
    WHEN x.status = 'under_investigation' THEN 'it is being looked into whether the product is affected'
    WHEN x.status <> 'not_affected' THEN 'its assessment "' || x.status || '" gives no reason'
    WHEN coalesce(trim(x.justification), '') = '' THEN 'it is said not to matter, without a reason'
    WHEN coalesce(x.author, '') = '' THEN 'nobody signs for ruling it out'
    ELSE 'only the maker''s word rules it out: the document that does was not brought'
  END AS unknown,
  coalesce(e.name, 'no part that is named') AS component,
  coalesce(nullif(x.author, ''), 'an assessment') AS author
FROM flaw AS f
LEFT JOIN entity AS e ON e.id = f.component
LEFT JOIN vex AS x ON x.component = f.component AND x.vulnerability = f.vulnerability
WHERE NOT (
  coalesce(x.status, '') = 'not_affected'
  AND coalesce(trim(x.justification), '') <> ''
  AND coalesce(x.author, '') <> ''
  AND coalesce(x.basis, 'declared') <> 'declared'
)
