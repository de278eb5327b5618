-- condition: interfaces.unused
-- means:   there are network or logical interfaces that the product does not need
-- asks:    Has the device network or logical interfaces that it does not need?
-- needs:   ixit.15
-- letters: EN 303 645 V3.1.3 p
SELECT CASE WHEN needed = 'never' AND (layer IS NULL OR layer IN ('network', 'logical', 'api', 'air')) THEN 1 END
FROM interface
WHERE coalesce(needed = 'never' AND (layer IS NULL OR layer IN ('network', 'logical', 'api', 'air')), entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
