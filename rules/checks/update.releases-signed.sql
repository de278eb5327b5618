-- check:   update.releases-signed
-- asks:    Is every published release signed?
-- topic:   updates
-- needs:   releases
-- by:      declared
-- over:    SELECT id FROM release
-- empty:   unknown
-- finding: version {what} was published without a signature
-- fix:     Sign each release with a key that stays off the build machine.
-- risk:    the maker's word, until the releases themselves are looked at
SELECT
  0 AS entity,
  coalesce(r.version, 'a release') AS what,
  CASE
    WHEN r.is_signed IS NULL THEN 'not stated: whether it is signed'
  END AS unknown
FROM release AS r
WHERE coalesce(r.is_signed, 0) = 0
