-- check:   support.period-as-declared
-- asks:    Is the published support period the declared one?
-- topic:   support
-- needs:   document.support&ixit.2
-- by:      documented
-- over:    SELECT s.rowid FROM statement AS s JOIN document AS d ON d.id = s.document WHERE s.kind = 'support-end' AND d.kind <> 'declaration'
-- empty:   unknown
-- finding: support until {what} is published, and {said} is declared
-- fix:     Publish the period that is declared.
-- risk:    dates are compared as year and month; one in words needs a reader
SELECT
  0 AS entity,
  s.value AS what,
  CASE
    WHEN f.value IS NULL THEN 'no support period is declared'
    WHEN f.value NOT GLOB '*[12][0-9][0-9][0-9]-[01][0-9]*' OR s.value NOT GLOB '[12][0-9][0-9][0-9]-[01][0-9]*' THEN 'the declared and the published words hold no dates that can be compared'
  END AS unknown,
  f.value AS said
FROM statement AS s
JOIN document AS d ON d.id = s.document
LEFT JOIN (
  SELECT f.value
  FROM field AS f
  JOIN declared AS e ON e.id = f.entity
  WHERE e.kind = 'user-information'
    AND f.name = 'Support Period'
) AS f ON 1
WHERE s.kind = 'support-end'
  AND d.kind <> 'declaration'
  AND (f.value IS NULL OR instr(f.value, substr(s.value, 1, 7)) = 0 OR length(s.value) < 7)
