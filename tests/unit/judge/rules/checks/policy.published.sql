-- check:   policy.published
-- asks:    Is a policy published?
-- needs:   document.policy|document.support
-- rests:   document.policy
-- by:      documented
-- finding: no policy is published
SELECT 0 AS entity, 'the policy' AS what, NULL AS unknown
WHERE NOT EXISTS (SELECT 1 FROM document WHERE kind = 'policy')
