-- condition: internet-connected
-- means:   the product can reach the internet, itself or through other equipment
-- asks:    Can the product communicate over the internet, itself or through other equipment?
-- needs:   person
-- letters: Regulation (EU) 2022/30, for Article 3(3)(d) and (e)
SELECT 1
FROM profile
WHERE name = 'internet-connected'
  AND value = 'yes'
UNION ALL
SELECT 1
FROM flow
WHERE peer_scope = 'internet'
LIMIT 1
