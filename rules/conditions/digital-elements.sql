-- condition: digital-elements
-- means:   the product is hardware or software that is meant to connect to a device or network
-- asks:    Is the product hardware or software whose foreseeable use includes a data connection to a device or network?
-- needs:   person
-- letters: Cyber Resilience Act scope (its class comes from the profile value core-function)
SELECT 1
FROM profile
WHERE name IN ('digital-elements', 'connectable', 'internet-connected')
  AND value = 'yes'
UNION ALL
SELECT 1
FROM flow
LIMIT 1
