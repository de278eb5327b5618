-- check:   docs.risks
-- asks:    Are foreseeable risky circumstances told?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the papers name no foreseeable circumstances that lead to risk
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
