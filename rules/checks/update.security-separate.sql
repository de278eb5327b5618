-- check:   update.security-separate
-- asks:    Do security updates come apart from new functions?
-- topic:   updates
-- needs:   releases
-- by:      declared
-- over:    SELECT id FROM release WHERE coalesce(kind, '') <> 'feature'
-- empty:   unknown
-- finding: version {what} brings a security fix only together with new functions
-- fix:     Publish the fix for the version that users have; bring functions in a release of their own.
-- risk:    it may not be technically feasible; then the reason is wanted
SELECT
  0 AS entity,
  coalesce(r.version, 'a release') AS what,
  CASE
    WHEN r.kind IS NULL THEN 'not stated: whether it mends security, adds functions, or both'
    WHEN r.kind <> 'both' THEN 'the kind "' || r.kind || '" is not known: security, feature or both'
  END AS unknown
FROM release AS r
WHERE coalesce(r.kind, '') NOT IN ('security', 'feature')
