-- check:   channel.fresh-declared
-- asks:    Does each channel resist replay?
-- topic:   communication
-- needs:   ixit.11
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN channel AS x ON x.entity = e.id WHERE e.kind = 'channel'
-- empty:   unknown
-- finding: {what} does not resist replay
-- fix:     Use TLS 1.2 or later, or counters or nonces that are checked.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.fresh IS NULL THEN 'not stated: whether replayed messages are refused'
  END AS unknown
FROM declared AS e
JOIN channel AS x ON x.entity = e.id
WHERE e.kind = 'channel'
  AND (x.fresh IS NULL
    OR x.fresh = 0)
