-- check:   disclosure.open
-- asks:    Is the policy open to anybody: free, no account, no personal data?
-- topic:   vulnerability-handling
-- needs:   document.policy
-- by:      documented
-- over:    SELECT id FROM document WHERE kind = 'policy'
-- empty:   unknown
-- finding: {what} is not open to anybody: it wants {gated}
-- fix:     Publish the policy on a page without login, fee or form.
-- risk:    a page can be open today and gated tomorrow
SELECT
  0 AS entity,
  d.url AS what,
  CASE
    WHEN coalesce(d.status, 200) NOT BETWEEN 200 AND 299 THEN 'the page did not answer'
    WHEN d.gated IS NULL THEN 'whether the page is open to all was not tried'
  END AS unknown,
  d.input,
  d.gated
FROM document AS d
WHERE d.kind = 'policy'
  AND (coalesce(d.gated, '') <> 'no' OR coalesce(d.status, 200) NOT BETWEEN 200 AND 299)
  -- One open policy is enough: beside it there may be a page with a login, as that of a bounty programme.
  AND NOT EXISTS (SELECT 1 FROM document AS o WHERE o.kind = 'policy' AND o.gated = 'no' AND coalesce(o.status, 200) BETWEEN 200 AND 299)
