-- check:   advisories.complete
-- asks:    Do the advisories say all that they have to say?
-- topic:   vulnerability-handling
-- needs:   advisories
-- by:      declared
-- over:    SELECT id FROM advisory
-- empty:   unknown
-- finding: advisory {what} does not say all that it must
-- fix:     Say in each advisory which products and versions it is about, how severe the flaw is, what it does, and the remedy.
-- risk:    that it is complete is the maker's word; the advisory is not read, and its format is not judged
SELECT
  0 AS entity,
  a.id AS what,
  CASE WHEN a.complete IS NULL THEN 'not stated: whether it says all that it must' END AS unknown
FROM advisory AS a
WHERE coalesce(a.complete, 0) = 0
