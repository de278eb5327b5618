-- check:   ics.complete
-- asks:    Is every provision of the edition answered in the conformance statement?
-- topic:   papers
-- needs:   ics
-- by:      declared
-- over:    SELECT requirement FROM ics WHERE edition = :edition
-- empty:   unknown
-- finding: provision {what} is not answered
-- fix:     Answer it: yes, no or not applicable, with a reason.
SELECT
  0 AS entity,
  i.requirement AS what,
  NULL AS unknown
FROM ics AS i
WHERE i.edition = :edition
  AND (i.support IS NULL OR (i.status = 'M' AND i.support <> 'Y'))
