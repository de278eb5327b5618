-- check:   data.service-deletion-declared
-- asks:    Can the user delete everything personal that services keep?
-- topic:   deletion
-- needs:   ixit.21&ixit.25
-- rests:   ixit.25
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN data AS x ON x.entity = e.id WHERE e.kind IN ('data', 'telemetry') AND coalesce(x.at_service, 1) = 1 AND coalesce(x.class, 'personal') IN ('personal', 'sensitive', 'user')
-- empty:   unknown
-- finding: no way to delete covers {what} at the service
-- fix:     Let the user erase it at the service, in the app or in the account.
-- risk:    the maker's word; that a function works at the service is not said by its name
WITH target AS (
  -- Where each way to delete works, as its target says. What a sentence with "not" or the like means is not guessed.
  SELECT
    e.id AS deletion,
    CASE WHEN ' ' || f.value || ' ' LIKE '% not %' OR f.value LIKE '%n''t %' OR ' ' || f.value LIKE '% no %' OR ' ' || f.value LIKE '%without%' OR f.value LIKE '%except%' OR f.value LIKE '%never%' THEN NULL WHEN f.value LIKE '%service%' OR f.value LIKE '%cloud%' OR f.value LIKE '%account%' OR f.value LIKE '%server%' THEN 1 WHEN f.value LIKE '%device%' OR f.value LIKE '%product%' OR f.value LIKE '%appliance%' THEN 0 END AS at_service,
    CASE WHEN ' ' || f.value || ' ' LIKE '% not %' OR f.value LIKE '%n''t %' OR ' ' || f.value LIKE '% no %' OR ' ' || f.value LIKE '%without%' OR f.value LIKE '%except%' OR f.value LIKE '%never%' THEN NULL WHEN f.value LIKE '%device%' OR f.value LIKE '%product%' OR f.value LIKE '%appliance%' THEN 1 WHEN f.value LIKE '%service%' OR f.value LIKE '%cloud%' OR f.value LIKE '%account%' OR f.value LIKE '%server%' THEN 0 END AS on_device
  FROM entity AS e
  LEFT JOIN field AS f ON f.entity = e.id AND f.name = 'Target Type'
  WHERE e.kind = 'deletion'
),
way AS (
  SELECT r.object AS data, max(coalesce(t.at_service, 0)) AS at_service, max(t.at_service IS NULL) AS is_open
  FROM relation AS r
  JOIN target AS t ON t.deletion = r.subject
  WHERE r.verb = 'deletes'
  GROUP BY r.object
)
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN w.is_open THEN 'not stated: whether what deletes it works at the service (Target Type)'
    WHEN EXISTS (
      SELECT 1
      FROM declared AS d
      WHERE d.kind = 'deletion'
        AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'deletes' AND r.subject = d.id)
    ) THEN 'not stated: what each way to delete covers'
    WHEN x.class IS NULL THEN 'not stated: whether it is personal'
    WHEN x.at_service IS NULL THEN 'not stated: whether a service keeps it'
  END AS unknown
FROM declared AS e
JOIN data AS x ON x.entity = e.id
LEFT JOIN way AS w ON w.data = e.id
WHERE e.kind IN ('data', 'telemetry')
  AND coalesce(x.at_service, 1) = 1
  AND coalesce(x.class, 'personal') IN ('personal', 'sensitive', 'user')
  AND coalesce(w.at_service, 0) = 0
