-- condition: auth.guessing-protection-possible
-- means:   nothing in the intended use rules out a protection against guessing
-- asks:    Can login be protected against guessing without breaking the intended use? (No: say for which login, and which constraint rules it out.)
-- needs:   person
-- letters: EN 303 645 V3.1.3 14
SELECT 1
FROM profile
WHERE name = 'auth.guessing-protection-possible'
  AND value = 'yes'
LIMIT 1
