-- check:   process.threats-treated
-- asks:    Does a dated document of the folder treat each of the threats?
-- topic:   process
-- needs:   activities
-- by:      documented
-- over:    SELECT value AS id FROM json_each(:threats)
-- empty:   unknown
-- finding: no document of the folder treats the threat {what}
-- fix:     Treat the threat in the risk assessment, by a measure or a reason, and name it in the index (threats: [...]).
-- risk:    that a threat is named says nothing of how well it is treated
SELECT
  0 AS entity,
  t.value AS what,
  CASE
    WHEN g.last IS NOT NULL THEN 'the last document that treats it is of ' || g.last || ', more than ' || :practice_months || ' months ago'
    WHEN w.practice IS NULL AND c.whole THEN NULL
    WHEN w.practice IS NULL THEN 'no document of the folder treats it, and the folder does not say that it is complete'
    ELSE coalesce(w.doubt, 'the document that treats it is of ' || w.happened || ', which is still to come')
  END AS unknown,
  w.line,
  w.input
FROM json_each(:threats) AS t
LEFT JOIN covered AS c ON c.class = 'activities.all'
LEFT JOIN (
  SELECT practice, max(happened) AS last
  FROM process_record
  WHERE kind = 'threat'
    AND doubt IS NULL
    AND happened <= :today
  GROUP BY practice
) AS g ON g.practice = t.value
LEFT JOIN (
  SELECT practice, max(coalesce(happened, '')) AS happened, doubt, line, input
  FROM process_record
  WHERE kind = 'threat'
    AND (doubt IS NOT NULL OR happened > :today)
  GROUP BY practice
) AS w ON w.practice = t.value
WHERE g.last IS NULL
   OR g.last < date(:today, '-' || :practice_months || ' months')
