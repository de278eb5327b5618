-- condition: network-equipment
-- means:   the product passes traffic between networks
-- asks:    Does the product pass traffic between different networks, as a router or gateway does?
-- needs:   person
-- letters: EN 18031-1 and -2 (network equipment)
SELECT 1
FROM profile
WHERE name = 'network-equipment'
  AND value = 'yes'
UNION ALL
SELECT 1
FROM setting
WHERE domain = 'sysctl'
  AND key = 'net.ipv4.ip_forward'
  AND value = '1'
LIMIT 1
