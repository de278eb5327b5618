-- condition: special-categories
-- means:   the product processes personal, traffic or location data
-- asks:    Does the product process personal data, traffic data or location data?
-- needs:   person
-- letters: Regulation (EU) 2022/30, for Article 3(3)(e)
SELECT 1
FROM profile
WHERE name IN ('special-categories', 'data.personal')
  AND value = 'yes'
UNION ALL
SELECT 1
FROM data
WHERE class IN ('personal', 'sensitive')
UNION ALL
SELECT 1
FROM exposure
WHERE kind = 'personal'
LIMIT 1
