-- check:   channel.retry-declared
-- asks:    Does each channel avoid that all units reconnect at once?
-- topic:   resilience
-- needs:   ixit.11
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN channel AS x ON x.entity = e.id WHERE e.kind = 'channel'
-- empty:   unknown
-- finding: {what} reconnects without a random delay ({retry})
-- fix:     Wait a random time before connecting again, longer with every failure.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.retry IS NULL THEN 'not stated: how reconnections are spread in time'
  END AS unknown,
  x.retry
FROM declared AS e
JOIN channel AS x ON x.entity = e.id
WHERE e.kind = 'channel'
  AND (x.retry IS NULL
    OR x.retry IN ('fixed', 'none'))
