-- condition: toy-or-childcare
-- means:   the product is a toy or is made for the care of children
-- asks:    Is the product a toy, or made only for the care of children?
-- needs:   person
-- letters: Regulation (EU) 2022/30, for Article 3(3)(e)
SELECT 1
FROM profile
WHERE name = 'toy-or-childcare'
  AND value = 'yes'
LIMIT 1
