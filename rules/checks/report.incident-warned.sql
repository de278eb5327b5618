-- check:   report.incident-warned
-- asks:    Was early warning given of every severe incident, in time?
-- topic:   vulnerability-handling
-- needs:   events
-- rests:   events
-- by:      documented
-- finding: {what}: early warning after {hours} hours; {most} are allowed
-- fix:     Warn within the time, even if little is known yet.
-- risk:    when the maker became aware is a judgement
SELECT
  0 AS entity,
  s.about AS what,
  CASE
    WHEN e.happened IS NULL AND (julianday(:today) - julianday(s.happened)) * 24 <= :warn_hours
      THEN 'the clock is running'
    WHEN s.happened IS NULL THEN 'the start of the clock has no time'
  END AS unknown,
  CAST((julianday(coalesce(e.happened, :today)) - julianday(s.happened)) * 24 AS INTEGER) AS hours,
  :warn_hours AS most
FROM event AS s
LEFT JOIN (
  -- The first that was made; one that bears a day to come was not made yet.
  SELECT about, min(happened) AS happened
  FROM event
  WHERE kind = 'early-warning'
    AND substr(happened, 1, 10) <= :today
  GROUP BY about
) AS e ON e.about = s.about
WHERE s.kind = 'incident-known'
  AND (
    e.happened IS NULL
    OR s.happened IS NULL
    OR (julianday(e.happened) - julianday(s.happened)) * 24 > :warn_hours
  )
