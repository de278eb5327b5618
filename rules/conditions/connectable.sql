-- condition: connectable
-- means:   the product can connect to a network or to another product that can
-- asks:    Can the product connect to the internet, to a network, or to another product that does?
-- needs:   person
-- letters: UK PSTI scope (with audience and the exceptions by domain, which are profile values)
SELECT 1
FROM profile
WHERE name IN ('connectable', 'internet-connected')
  AND value = 'yes'
UNION ALL
SELECT 1
FROM flow
UNION ALL
SELECT 1
FROM service AS s
JOIN observed AS e ON e.id = s.entity
WHERE s.enabled = 1
LIMIT 1
