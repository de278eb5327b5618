-- check:   process.practised
-- asks:    Is there a recent record of each practice being carried out?
-- topic:   process
-- needs:   activities
-- by:      documented
-- over:    SELECT value AS id FROM json_each(:practices)
-- empty:   unknown
-- finding: the practice {what} was last tried on {last}, and the record says: {outcome}
-- fix:     Carry the practice out, and keep the record.
-- risk:    a record shows that it was done, not that it was done well
WITH seen AS (
  SELECT practice, happened, outcome, line, input
  FROM process_record
  WHERE kind = 'record'
    AND doubt IS NULL
    AND happened <= :today
),
good AS (
  SELECT practice, max(happened) AS last
  FROM seen
  WHERE outcome = 'done'
  GROUP BY practice
)
SELECT
  0 AS entity,
  p.value AS what,
  CASE
    WHEN bad.outcome IS NOT NULL THEN NULL
    WHEN g.last IS NOT NULL THEN 'its last record is of ' || g.last || ', more than ' || :practice_months || ' months ago'
    WHEN weak.practice IS NULL THEN 'there is no record of it'
    ELSE coalesce(weak.doubt, 'its record is of ' || weak.happened || ', which is still to come')
  END AS unknown,
  coalesce(bad.happened, g.last) AS last,
  bad.outcome,
  coalesce(bad.line, weak.line) AS line,
  coalesce(bad.input, weak.input) AS input
FROM json_each(:practices) AS p
LEFT JOIN good AS g ON g.practice = p.value
LEFT JOIN (
  SELECT practice, max(happened) AS happened, outcome, line, input
  FROM seen
  WHERE outcome <> 'done'
  GROUP BY practice
) AS bad ON bad.practice = p.value AND bad.happened > coalesce(g.last, '')
LEFT JOIN (
  SELECT practice, max(coalesce(happened, '')) AS happened, doubt, line, input
  FROM process_record
  WHERE kind = 'record'
    AND (doubt IS NOT NULL OR happened > :today)
  GROUP BY practice
) AS weak ON weak.practice = p.value
WHERE g.last IS NULL
   OR g.last < date(:today, '-' || :practice_months || ' months')
   OR bad.outcome IS NOT NULL
