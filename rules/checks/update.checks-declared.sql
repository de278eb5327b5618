-- check:   update.checks-declared
-- asks:    Does the device look for updates at start and regularly?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what} looks for updates {how}
-- fix:     Look for updates at start, and at least every {most} hours after that.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN coalesce(x.checks_at_start, 1) = 1 AND coalesce(x.check_hours, 0) <= :max_check_hours AND (x.checks_at_start IS NULL OR x.check_hours IS NULL) THEN 'not stated: whether it looks for updates at start, and how often after that'
  END AS unknown,
  CASE WHEN x.checks_at_start = 0 THEN 'but not at start' ELSE 'only every ' || CAST(x.check_hours AS INTEGER) || ' hours' END AS how,
  :max_check_hours AS most
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND (coalesce(x.checks_at_start, 1) = 1 AND coalesce(x.check_hours, 0) <= :max_check_hours AND (x.checks_at_start IS NULL OR x.check_hours IS NULL)
    OR x.checks_at_start = 0 OR x.check_hours > :max_check_hours)
