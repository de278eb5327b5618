-- check:   process.documented
-- asks:    Is it written down how each of the practices is done?
-- topic:   process
-- needs:   activities
-- by:      documented
-- over:    SELECT value AS id FROM json_each(:practices)
-- empty:   unknown
-- finding: no document of the folder says how the practice {what} is done
-- fix:     Write down who does what, when, and what is kept as proof; put that document into the folder.
-- risk:    a procedure shows that it was thought of, not that it is followed
SELECT
  0 AS entity,
  p.value AS what,
  CASE
    WHEN w.practice IS NULL AND c.whole THEN NULL
    WHEN w.practice IS NULL THEN 'the folder holds no procedure of it, and does not say that it is complete'
    ELSE coalesce(w.doubt, 'its procedure is of ' || w.happened || ', which is still to come')
  END AS unknown,
  w.line,
  w.input
FROM json_each(:practices) AS p
LEFT JOIN covered AS c ON c.class = 'activities.all'
LEFT JOIN (
  SELECT practice, max(coalesce(happened, '')) AS happened, doubt, line, input
  FROM process_record
  WHERE kind = 'procedure'
    AND (doubt IS NOT NULL OR happened > :today)
  GROUP BY practice
) AS w ON w.practice = p.value
WHERE NOT EXISTS (
  SELECT 1
  FROM process_record AS r
  WHERE r.practice = p.value
    AND r.kind = 'procedure'
    AND r.doubt IS NULL
    AND r.happened <= :today
)
