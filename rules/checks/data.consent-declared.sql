-- check:   data.consent-declared
-- asks:    Is it described how consent is given, where it is the basis?
-- topic:   personal-data
-- needs:   ixit.21
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN data AS x ON x.entity = e.id WHERE e.kind = 'data' AND coalesce(x.consent = 1, 1) = 1
-- empty:   unknown
-- finding: {what}: consent is the basis, but how it is asked for is not described
-- fix:     Describe how consent is asked for and how it is taken back.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.consent = 1) IS NULL THEN 'not stated: whether it is processed on consent'
    WHEN NOT EXISTS (SELECT 1 FROM field AS f WHERE f.entity = e.id AND f.name = 'Obtaining Consent' AND f.value IS NOT NULL) THEN 'not stated: how consent is asked for'
  END AS unknown
FROM declared AS e
JOIN data AS x ON x.entity = e.id
WHERE e.kind = 'data'
  AND coalesce(x.consent = 1, 1) = 1
  AND ((x.consent = 1) IS NULL
    OR NOT EXISTS (SELECT 1 FROM field AS f WHERE f.entity = e.id AND f.name = 'Obtaining Consent' AND f.value IS NOT NULL)
    OR EXISTS (SELECT 1 FROM field AS f WHERE f.entity = e.id AND f.name = 'Obtaining Consent' AND lower(trim(f.value)) IN ('', '-', 'no', 'none', 'n/a', 'not applicable', 'tbd', 'todo', 'open')))
