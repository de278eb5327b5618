-- check:   support.period-published
-- asks:    Is the support period with its end published, open to all?
-- topic:   updates
-- needs:   document.support
-- rests:   document.support
-- by:      documented
-- finding: no page that everybody can open says until when there are security updates
-- fix:     Publish the end of the support period as a date, on a page that anybody can open.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'support-end' AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM statement AS s
      JOIN document AS d ON d.id = s.document
      WHERE s.kind = 'support-end'
        AND d.status IS NULL
        AND coalesce(d.gated = 'no', 1) = 1
        AND coalesce(s.value IS NOT NULL, 1) = 1
    ) THEN 'the page was not fetched'
    WHEN EXISTS (
      SELECT 1
      FROM statement AS s
      JOIN document AS d ON d.id = s.document
      WHERE s.kind = 'support-end'
        AND d.gated IS NULL
        AND coalesce(d.status = 200, 1) = 1
        AND coalesce(s.value IS NOT NULL, 1) = 1
    ) THEN 'whether the page is open to all was not tried'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'support-end'
    AND d.status = 200
    AND d.gated = 'no'
    AND s.value IS NOT NULL
)
