-- condition: own-shop
-- means:   the product is offered on a website that its maker runs or controls
-- asks:    Do you offer the product for sale on a website of your own?
-- needs:   person
SELECT 1
FROM document
WHERE kind = 'shop'
LIMIT 1
