-- check:   report.incident-notified
-- asks:    Was every severe incident notified in time?
-- topic:   vulnerability-handling
-- needs:   events
-- rests:   events
-- by:      documented
-- finding: {what}: notification after {hours} hours; {most} are allowed
-- fix:     Notify within the time, with what is known.
-- risk:    when the maker became aware is a judgement
SELECT
  0 AS entity,
  s.about AS what,
  CASE
    WHEN e.happened IS NULL AND (julianday(:today) - julianday(s.happened)) * 24 <= :notify_hours
      THEN 'the clock is running'
    WHEN s.happened IS NULL THEN 'the start of the clock has no time'
  END AS unknown,
  CAST((julianday(coalesce(e.happened, :today)) - julianday(s.happened)) * 24 AS INTEGER) AS hours,
  :notify_hours AS most
FROM event AS s
LEFT JOIN (
  -- The first that was made; one that bears a day to come was not made yet.
  SELECT about, min(happened) AS happened
  FROM event
  WHERE kind = 'notification'
    AND substr(happened, 1, 10) <= :today
  GROUP BY about
) AS e ON e.about = s.about
WHERE s.kind = 'incident-known'
  AND (
    e.happened IS NULL
    OR s.happened IS NULL
    OR (julianday(e.happened) - julianday(s.happened)) * 24 > :notify_hours
  )
