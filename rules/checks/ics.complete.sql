-- check:   ics.complete
-- asks:    Is every provision of the edition answered in the conformance statement?
-- topic:   papers
-- needs:   ics
-- by:      declared
-- over:    SELECT requirement FROM ics WHERE edition = :edition
-- empty:   unknown
-- finding: provision {what} is {said}
-- fix:     Answer it: yes, no or not applicable, with a reason.
SELECT
  0 AS entity,
  p.provision AS what,
  NULL AS unknown,
  CASE WHEN i.support IS NULL THEN 'not answered' ELSE 'mandatory, and answered with ' || i.support END AS said,
  i.input,
  i.line
FROM ref_provision AS p
LEFT JOIN ics AS i ON i.edition = p.edition AND i.requirement = p.provision
WHERE p.edition = :edition
  AND (i.support IS NULL OR (p.status = 'M' AND i.support <> 'Y'))
  AND EXISTS (SELECT 1 FROM ics AS s WHERE s.edition = :edition)
UNION ALL
SELECT
  0,
  'edition ' || min(s.edition),
  'the statement is for edition ' || min(s.edition) || ' of the standard',
  '',
  min(s.input),
  min(s.line)
FROM ics AS s
WHERE NOT EXISTS (SELECT 1 FROM ics AS o WHERE o.edition = :edition)
HAVING count(*) > 0
