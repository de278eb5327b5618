-- check:   process.improved
-- asks:    Is each of the practices measured or reviewed, and carried out more than once?
-- topic:   process
-- needs:   activities
-- by:      documented
-- over:    SELECT value AS id FROM json_each(:practices)
-- empty:   unknown
-- finding: the practice {what} has {records} and {reviews}
-- fix:     Measure how well the practice works, review it, and keep both as documents.
-- risk:    a review shows that somebody looked, not that it got better
WITH sound AS (
  SELECT *
  FROM process_record
  WHERE doubt IS NULL
    AND happened <= :today
),
state AS (
  SELECT
    p.value AS practice,
    (SELECT count(DISTINCT s.happened) FROM sound AS s WHERE s.practice = p.value AND s.kind = 'record' AND s.outcome = 'done') AS records,
    (SELECT max(s.happened) FROM sound AS s WHERE s.practice = p.value AND s.kind IN ('review', 'measurement')) AS last
  FROM json_each(:practices) AS p
)
SELECT
  0 AS entity,
  s.practice AS what,
  CASE
    WHEN (s.records < 2 OR s.last IS NULL) AND c.whole THEN NULL
    WHEN s.records < 2 THEN 'fewer than two records of it are in the folder, which does not say that it is complete'
    WHEN s.last IS NULL THEN 'no review or measurement of it is in the folder, which does not say that it is complete'
    WHEN s.last < date(:today, '-' || :practice_months || ' months') THEN 'its last review or measurement is of ' || s.last || ', more than ' || :practice_months || ' months ago'
  END AS unknown,
  CASE s.records WHEN 0 THEN 'no record' WHEN 1 THEN 'a record of one day only' ELSE s.records || ' records' END AS records,
  CASE WHEN s.last IS NULL THEN 'no review or measurement' ELSE 'a review or measurement of ' || s.last END AS reviews
FROM state AS s
LEFT JOIN covered AS c ON c.class = 'activities.all'
WHERE s.records < 2
   OR s.last IS NULL
   OR s.last < date(:today, '-' || :practice_months || ' months')
