-- check:   session.count-limited
-- asks:    Are sessions at the same time limited?
-- topic:   access-control
-- needs:   trial.session-count
-- by:      observed-device
-- finding: the number of sessions is not limited: {detail}
-- fix:     Set a limit per user and per device, and refuse beyond it.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
WITH subject_of AS (
  SELECT e.id, e.name
  FROM subject AS e
  JOIN auth_mechanism AS a ON a.entity = e.id
  WHERE e.kind = 'auth-mechanism'
    AND coalesce(a.subject, 'user') = 'user'
), tried AS (
  SELECT * FROM trial WHERE kind = 'session-count' AND basis IN ('observed', 'tool', 'person')
), matched AS (
  SELECT l.id AS wanted, l.name, t.*
  FROM (SELECT id, name FROM subject_of UNION ALL SELECT 0, 'the product' WHERE NOT EXISTS (SELECT 1 FROM subject_of)) AS l
  LEFT JOIN tried AS t
    ON t.entity = l.id
    OR l.id = 0
    OR t.entity IN (SELECT observed FROM counterpart WHERE declared = l.id)
    OR t.entity IN (SELECT object FROM relation WHERE verb = 'authenticates' AND subject = l.id)
    -- A trial that names nothing speaks of the only one there is, and of no other.
    OR t.entity = 0 AND (SELECT count(*) FROM subject_of) = 1
)
SELECT
  wanted AS entity,
  name AS what,
  CASE
    WHEN id IS NULL AND EXISTS (SELECT 1 FROM tried WHERE entity = 0) THEN 'not stated: at which login it was tried'
    WHEN id IS NULL THEN 'not tried'
    WHEN result = 'unclear' THEN coalesce(detail, 'the trial gave no clear result')
  END AS unknown,
  input,
  coalesce(detail, action, 'no detail was recorded') AS detail
FROM matched
WHERE id IS NULL
   OR result <> 'held'
UNION ALL
-- What broke counts wherever it was.
SELECT
  t.entity,
  'the product',
  CASE WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result') END,
  t.input,
  coalesce(t.detail, t.action, 'no detail was recorded')
FROM tried AS t
WHERE t.result <> 'held'
  AND t.id NOT IN (SELECT id FROM matched WHERE id IS NOT NULL)
