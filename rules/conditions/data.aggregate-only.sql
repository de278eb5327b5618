-- condition: data.aggregate-only
-- means:   data is used only in sum
-- asks:    Is the data that is collected used only to compute a sum, a mean or the like?
-- needs:   person
-- letters: EN 303 645 V3.1.3 aa
SELECT 1
FROM profile
WHERE name = 'data.aggregate-only'
  AND value = 'yes'
LIMIT 1
