-- check:   advisories.published
-- asks:    Was an advisory published for every vulnerability that was fixed?
-- topic:   vulnerability-handling
-- needs:   releases&advisories
-- rests:   advisories
-- by:      declared
-- over:    SELECT vulnerability FROM fix UNION ALL SELECT version FROM release WHERE coalesce(kind, '') <> 'feature'
-- empty:   unknown
-- finding: {what} was fixed in version {version}, and no advisory tells of it
-- fix:     Publish an advisory when the update is there: what it fixes, how severe the flaw is, what users should do.
-- risk:    publication may be put off for good reason until users could update
SELECT
  0 AS entity,
  x.vulnerability AS what,
  CASE
    WHEN EXISTS (SELECT 1 FROM advisory AS a WHERE a.vulnerability = x.vulnerability COLLATE NOCASE AND a.published IS NULL)
      THEN 'not stated: when its advisory was published'
  END AS unknown,
  coalesce(r.version, '?') AS version
FROM fix AS x
LEFT JOIN release AS r ON r.id = x.release
WHERE NOT EXISTS (
  SELECT 1
  FROM advisory AS a
  WHERE a.vulnerability = x.vulnerability COLLATE NOCASE
    AND substr(a.published, 1, 10) <= :today
)
UNION ALL
SELECT
  0 AS entity,
  coalesce(r.version, 'a release') AS what,
  'not stated: what it fixes' AS unknown,
  r.version AS version
FROM release AS r
WHERE coalesce(r.kind, '') <> 'feature'
  AND NOT EXISTS (SELECT 1 FROM fix AS x WHERE x.release = r.id)
