-- condition: updates.automatic
-- means:   updates are installed without the user doing anything
-- asks:    Are updates installed without the user doing anything?
-- needs:   ixit.7
-- letters: EN 303 645 V3.1.3 h
SELECT CASE WHEN automatic = 1 THEN 1 END
FROM update_mechanism
WHERE coalesce(automatic = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
