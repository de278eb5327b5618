-- condition: money
-- means:   the product lets its user move money, monetary value or virtual currency
-- asks:    Can the user move money, monetary value or virtual currency with the product?
-- needs:   person
-- letters: Regulation (EU) 2022/30, for Article 3(3)(f); EN 18031-3
SELECT 1
FROM profile
WHERE name = 'money'
  AND value = 'yes'
UNION ALL
SELECT 1
FROM asset
WHERE class = 'financial'
LIMIT 1
