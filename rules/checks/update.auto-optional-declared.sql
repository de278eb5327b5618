-- check:   update.auto-optional-declared
-- asks:    Can the user switch off or postpone automatic updates?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism' AND coalesce(x.automatic = 1, 1) = 1
-- empty:   unknown
-- finding: {what}: automatic updates can neither be switched off nor postponed
-- fix:     Offer a switch or a delay.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.automatic = 1) IS NULL THEN 'not stated: whether updates are automatic'
    WHEN coalesce(x.can_disable, 0) = 0 AND coalesce(x.can_postpone, 0) = 0 AND (x.can_disable IS NULL OR x.can_postpone IS NULL) THEN 'not stated: whether automatic updates can be switched off or postponed'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND coalesce(x.automatic = 1, 1) = 1
  AND ((x.automatic = 1) IS NULL
    OR coalesce(x.can_disable, 0) = 0 AND coalesce(x.can_postpone, 0) = 0 AND (x.can_disable IS NULL OR x.can_postpone IS NULL)
    OR x.can_disable = 0 AND x.can_postpone = 0)
