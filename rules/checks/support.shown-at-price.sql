-- check:   support.shown-at-price
-- asks:    Does the sales page show the support period beside the price?
-- topic:   updates
-- needs:   document.shop
-- rests:   document.shop
-- by:      documented
-- finding: the sales page does not show until when security updates are made
-- fix:     Show the end of support beside the price, in the same size.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'support-end' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'support-end'
    AND d.kind = 'shop'
)
