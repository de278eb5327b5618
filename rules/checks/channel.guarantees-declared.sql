-- check:   channel.guarantees-declared
-- asks:    Does each channel give integrity and authenticity?
-- topic:   communication
-- needs:   ixit.11
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN channel AS x ON x.entity = e.id WHERE e.kind = 'channel'
-- empty:   unknown
-- finding: {what} does not give {lacks}
-- fix:     Use a protocol that gives integrity and authenticity, such as TLS with checked certificates.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN coalesce(x.integral, 1) = 1 AND coalesce(x.authentic, 1) = 1 AND (x.integral IS NULL OR x.authentic IS NULL) THEN 'not stated: whether the channel gives integrity and authenticity'
  END AS unknown,
  CASE WHEN x.integral = 0 AND x.authentic = 0 THEN 'integrity and authenticity' WHEN x.integral = 0 THEN 'integrity' ELSE 'authenticity' END AS lacks
FROM declared AS e
JOIN channel AS x ON x.entity = e.id
WHERE e.kind = 'channel'
  AND (coalesce(x.integral, 1) = 1 AND coalesce(x.authentic, 1) = 1 AND (x.integral IS NULL OR x.authentic IS NULL)
    OR x.integral = 0 OR x.authentic = 0)
