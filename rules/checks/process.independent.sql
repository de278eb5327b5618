-- check:   process.independent
-- asks:    Was each of the practices last carried out by someone independent?
-- topic:   process
-- needs:   activities
-- by:      documented
-- over:    SELECT value AS id FROM json_each(:practices)
-- empty:   unknown
-- finding: the practice {what} was last carried out on {last} by those who made the product
-- fix:     Let somebody do it who did not develop what is tested.
-- risk:    independence is the maker's word in the index, beside a document that names who did it
SELECT
  0 AS entity,
  p.value AS what,
  CASE
    WHEN r.practice IS NULL THEN 'there is no record of it with its document'
    WHEN r.independent IS NULL THEN 'its record does not say whether they were independent'
  END AS unknown,
  r.happened AS last,
  r.line,
  r.input
FROM json_each(:practices) AS p
LEFT JOIN (
  SELECT practice, max(happened) AS happened, max(independent) AS independent, line, input
  FROM process_record AS a
  WHERE kind = 'record'
    AND outcome = 'done'
    AND doubt IS NULL
    AND happened <= :today
    AND happened = (
      SELECT max(b.happened)
      FROM process_record AS b
      WHERE b.practice = a.practice
        AND b.kind = 'record'
        AND b.outcome = 'done'
        AND b.doubt IS NULL
        AND b.happened <= :today
    )
  GROUP BY practice
) AS r ON r.practice = p.value
WHERE coalesce(r.independent, 0) = 0
