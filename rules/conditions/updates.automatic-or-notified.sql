-- condition: updates.automatic-or-notified
-- means:   updates come by themselves, or the user is told of them
-- asks:    Does the device update itself, or tell the user that an update is there?
-- needs:   ixit.7
-- letters: TS 103 701 V1.1.1 9
SELECT CASE WHEN automatic = 1 OR notifies = 1 THEN 1 END
FROM update_mechanism
WHERE coalesce(automatic = 1 OR notifies = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
