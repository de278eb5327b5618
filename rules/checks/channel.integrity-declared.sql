-- check:   channel.integrity-declared
-- asks:    Does each channel keep what is sent from being changed?
-- topic:   communication
-- needs:   ixit.11
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN channel AS x ON x.entity = e.id WHERE e.kind = 'channel'
-- empty:   unknown
-- finding: {what} does not give integrity
-- fix:     Use a protocol that notices changes on the way, such as TLS.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.integral IS NULL THEN 'not stated: whether the channel gives integrity'
  END AS unknown
FROM declared AS e
JOIN channel AS x ON x.entity = e.id
WHERE e.kind = 'channel'
  AND coalesce(x.integral, 0) = 0
