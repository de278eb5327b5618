-- check:   support.shown-at-price
-- asks:    Does the sales page show the support period beside the price?
-- topic:   updates
-- needs:   document.shop
-- rests:   document.shop
-- by:      documented
-- over:    SELECT id FROM document WHERE kind = 'shop'
-- empty:   unknown
-- finding: {what} does not show until when there are security updates
-- fix:     Show the end of support beside the price, in the same size, on each of your pages where the product is sold.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  coalesce(d.url, 'the sales page') AS what,
  CASE
    WHEN d.status <> 200 THEN 'the page did not answer'
  END AS unknown
FROM document AS d
WHERE d.kind = 'shop'
  AND (coalesce(d.status, 200) <> 200 OR NOT EXISTS (
    SELECT 1
    FROM statement AS s
    WHERE s.kind = 'support-end'
      AND s.document = d.id
      AND trim(coalesce(s.value, '')) <> ''
  ))
