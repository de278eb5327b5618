-- check:   process.practised
-- asks:    Is there a recent record that each of the practices ran?
-- topic:   process
-- needs:   activities
-- by:      documented
-- finding: the practice {what} last ran on {last}, which is too long ago
-- fix:     Run the practice, and keep the record.
-- risk:    a record shows that it was done, not that it was done well
SELECT
  0 AS entity,
  p.value AS what,
  CASE WHEN max(a.happened) IS NULL THEN 'there is no record of it' END AS unknown,
  max(a.happened) AS last
FROM json_each(:practices) AS p
LEFT JOIN activity AS a ON a.practice = p.value AND a.outcome = 'done'
GROUP BY p.value
HAVING max(a.happened) IS NULL
    OR max(a.happened) < date(:today, '-' || :practice_months || ' months')
