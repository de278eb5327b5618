-- check:   support.not-over
-- asks:    Is the product still supported?
-- topic:   updates
-- needs:   document.support
-- by:      documented
-- over:    SELECT rowid AS id FROM statement WHERE kind = 'support-end'
-- empty:   unknown
-- finding: support ended on {what}
-- fix:     Extend the support, or take the product off the market.
-- risk:    a page of which there is a newer copy does not count; where statements differ, the shortest does
SELECT
  0 AS entity,
  t.value AS what,
  CASE
    WHEN t.value IS NULL OR t.value NOT GLOB '[0-9][0-9][0-9][0-9]*' OR t.value GLOB '*[^-0-9TZ:.]*' THEN 'the end of support is no date'
  END AS unknown
FROM statement AS t
LEFT JOIN document AS d ON d.id = t.document
WHERE t.kind = 'support-end'
  AND NOT EXISTS (SELECT 1 FROM document AS n WHERE n.url = d.url AND n.fetched > d.fetched)
  AND (t.subject IS NULL OR t.subject IN (SELECT value FROM profile WHERE name IN ('product.name', 'product.model'))
    OR NOT EXISTS (SELECT 1 FROM profile WHERE name IN ('product.name', 'product.model')))
  AND (t.value IS NULL
    OR t.value NOT GLOB '[0-9][0-9][0-9][0-9]*'
    OR t.value GLOB '*[^-0-9TZ:.]*'
    OR substr(t.value, 1, 10) < substr(:today, 1, length(t.value)))
