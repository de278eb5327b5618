-- check:   ics.recommendations-justified
-- asks:    Is a reason given for every recommendation that is not met?
-- topic:   papers
-- needs:   ics
-- by:      declared
-- over:    SELECT requirement FROM ics WHERE edition = :edition
-- empty:   unknown
-- finding: recommendation {what} is answered with {support}, and no reason is given
-- fix:     Write why it is not met, or not applicable.
-- risk:    a reason is counted, not weighed
SELECT
  0 AS entity,
  p.provision AS what,
  CASE WHEN i.support IS NULL THEN 'it is not answered' END AS unknown,
  i.support,
  i.input,
  i.line
FROM ref_provision AS p
JOIN ics AS i ON i.edition = p.edition AND i.requirement = p.provision
WHERE p.edition = :edition
  AND p.status LIKE 'R%'
  AND coalesce(i.support, 'N') <> 'Y'
  AND length(trim(coalesce(i.detail, ''))) < :min_reason
