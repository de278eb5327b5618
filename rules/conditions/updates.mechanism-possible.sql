-- condition: updates.mechanism-possible
-- means:   nothing in the intended use rules out an update mechanism
-- asks:    Can the device have an update mechanism without breaking its intended use? (No: say which constraint rules it out.)
-- needs:   person
-- letters: EN 303 645 V3.1.3 15
SELECT 1
FROM profile
WHERE name = 'updates.mechanism-possible'
  AND value = 'yes'
LIMIT 1
