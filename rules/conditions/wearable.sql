-- condition: wearable
-- means:   the product is worn on the body or on clothing
-- asks:    Is the product worn on the body, or strapped to or hung from the body or clothing?
-- needs:   person
-- letters: Regulation (EU) 2022/30, for Article 3(3)(e)
SELECT 1
FROM profile
WHERE name = 'wearable'
  AND value = 'yes'
LIMIT 1
