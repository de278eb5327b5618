-- check:   update.verified-by-device-declared
-- asks:    Does the device itself verify each update?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what}: the update is verified by {by}, not by the device
-- fix:     Verify signature and integrity on the device before installing.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.verified_by IS NULL THEN 'not stated: who verifies the update'
  END AS unknown,
  CASE x.verified_by WHEN 'service' THEN 'a service' ELSE x.verified_by END AS by
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND (x.verified_by IS NULL
    OR x.verified_by <> 'device')
