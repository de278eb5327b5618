-- check:   docs.risks
-- asks:    Are users told of foreseeable situations that bring risks?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents name no foreseeable situation that brings a risk
-- fix:     Name the uses and misuses that lead to a risk.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'foreseeable-risk' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'foreseeable-risk'
    AND coalesce(d.status, 200) = 200
)
