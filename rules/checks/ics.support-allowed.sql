-- check:   ics.support-allowed
-- asks:    Is each answer of the conformance statement one that the provision's status allows?
-- topic:   papers
-- needs:   ics
-- by:      declared
-- over:    SELECT requirement FROM ics WHERE edition = :edition
-- empty:   unknown
-- finding: provision {what} is answered with "{support}", which {why}
-- fix:     Answer Y or N; N/A only where the provision has a condition or a feature that is not met.
SELECT
  0 AS entity,
  i.requirement AS what,
  NULL AS unknown,
  i.support,
  CASE
    WHEN p.provision IS NULL THEN 'is about a provision that the edition does not have'
    WHEN i.support NOT IN ('Y', 'N', 'N/A') THEN 'is none of Y, N and N/A'
    ELSE 'a provision of status ' || p.status || ' does not allow: it applies to every product'
  END AS why,
  i.input,
  i.line
FROM ics AS i
LEFT JOIN ref_provision AS p ON p.edition = i.edition AND p.provision = i.requirement
WHERE i.edition = :edition
  AND i.support IS NOT NULL
  AND (p.provision IS NULL
    OR i.support NOT IN ('Y', 'N', 'N/A')
    OR (i.support = 'N/A' AND p.status = 'M'))
