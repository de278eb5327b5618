-- condition: updates.automatic
-- means:   updates are installed without the user doing anything
-- asks:    Are updates installed without the user doing anything?
-- needs:   ixit.7
-- letters: EN 303 645 V3.1.3 h
SELECT 1
FROM update_mechanism
WHERE automatic = 1
LIMIT 1
