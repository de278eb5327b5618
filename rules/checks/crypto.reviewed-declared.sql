-- check:   crypto.reviewed-declared
-- asks:    Is every implementation of network and security functions reviewed or evaluated?
-- topic:   cryptography
-- needs:   ixit.12
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'implementation'
-- empty:   unknown
-- finding: {what} was neither reviewed nor evaluated
-- fix:     Use an implementation that others reviewed, or have it reviewed.
-- risk:    the maker's word; how deep the review went is for a person to judge
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN coalesce(trim(f.value), '') = '' THEN 'not stated: how it was reviewed or evaluated'
    WHEN lower(trim(f.value, ' .-')) NOT IN ('no', 'none', 'n/a', 'not reviewed', 'not done') THEN 'what is said of it speaks of a review to come, or of none'
  END AS unknown
FROM declared AS e
LEFT JOIN field AS f ON f.entity = e.id AND f.name = 'Review/Evaluation Method'
WHERE e.kind = 'implementation'
  AND (lower(trim(coalesce(f.value, ''), ' .-')) IN ('', 'no', 'none', 'n/a', 'not reviewed', 'not done')
    OR lower(f.value) LIKE '%planned%' OR lower(f.value) LIKE '%pending%' OR lower(f.value) LIKE '%will be%' OR lower(f.value) LIKE '%to be %'
    OR lower(f.value) LIKE '%not yet%' OR lower(f.value) LIKE 'no %' OR lower(trim(f.value)) IN ('tbd', 'todo', 'open'))
