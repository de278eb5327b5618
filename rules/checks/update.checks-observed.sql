-- check:   update.checks-observed
-- asks:    Was the product seen looking for updates?
-- topic:   updates
-- needs:   flows&names&window
-- rests:   flows&names&window
-- by:      observed-network
-- over:    SELECT id FROM flow
-- empty:   unknown
-- finding: the product did not look for updates in {hours} hours
-- fix:     Look for updates after starting, and at least once a day.
-- risk:    what an encrypted conversation is for is guessed from its name
SELECT
  0 AS entity,
  'looking for updates' AS what,
  CASE
    WHEN s.hours IS NULL OR s.hours < :max_check_hours THEN 'the capture is shorter than the time between two looks'
  END AS unknown,
  s.input,
  CAST(s.hours AS INTEGER) AS hours
FROM (
  SELECT input, max(hours) AS hours
  FROM (SELECT input, (max(began + coalesce(seconds, 0)) - min(began)) / 3600 AS hours FROM flow GROUP BY input)
) AS s
WHERE EXISTS (SELECT 1 FROM flow)
  AND NOT EXISTS (SELECT 1 FROM flow WHERE purpose = 'update' AND coalesce(outgoing, 1) = 1)
