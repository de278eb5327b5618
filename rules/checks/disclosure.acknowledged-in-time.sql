-- check:   disclosure.acknowledged-in-time
-- asks:    Were reports acknowledged in the promised time?
-- topic:   vulnerability-handling
-- needs:   events
-- rests:   events
-- by:      documented
-- finding: report {what} waited {days} days for an acknowledgement; {promised} are promised
-- fix:     Acknowledge reports in time; an automatic reply does it at once.
-- risk:    the date of a report is the day it was filed, not the day it was sent
SELECT
  0 AS entity,
  r.about AS what,
  CASE
    WHEN julianday(r.happened) IS NULL THEN 'the day on which it came is not known'
    WHEN a.kind IS NOT NULL AND julianday(a.happened) IS NULL THEN 'it was acknowledged, and the day is not known'
    WHEN p.days IS NULL THEN 'no time was promised'
  END AS unknown,
  CAST(julianday(coalesce(a.happened, :today)) - julianday(r.happened) AS INTEGER) AS days,
  CAST(p.days AS INTEGER) AS promised
FROM event AS r
LEFT JOIN (
  -- The first that went out; one that bears a day to come did not go out yet.
  SELECT kind, about, min(happened) AS happened
  FROM event
  WHERE kind = 'acknowledged'
    AND coalesce(substr(happened, 1, 10) <= :today, 1)
  GROUP BY about
) AS a ON a.about = r.about
LEFT JOIN (
  SELECT min(CAST(value AS REAL)) AS days
  FROM statement
  WHERE kind = 'acknowledge-time'
    AND coalesce(unit, 'day') = 'day'
) AS p ON 1
WHERE r.kind = 'report-received'
  AND (p.days IS NULL
    OR julianday(r.happened) IS NULL
    OR a.kind IS NOT NULL AND julianday(a.happened) IS NULL
    OR julianday(coalesce(a.happened, :today)) - julianday(r.happened) > p.days)
