-- condition: updates.notices
-- means:   the user is told that an update is there
-- asks:    Is the user told that an update is there?
-- needs:   ixit.7
-- letters: EN 303 645 V3.1.3 i
SELECT CASE WHEN notifies = 1 THEN 1 END
FROM update_mechanism
WHERE coalesce(notifies = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
