-- condition: updates.notices
-- means:   the user is told that an update is there
-- asks:    Is the user told that an update is there?
-- needs:   ixit.7
-- letters: EN 303 645 V3.1.3 i
SELECT 1
FROM update_mechanism
WHERE notifies = 1
LIMIT 1
