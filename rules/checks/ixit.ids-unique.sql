-- check:   ixit.ids-unique
-- asks:    Does every ID of the IXIT stand for one thing?
-- topic:   papers
-- needs:   ixit.1|ixit.6|ixit.7|ixit.10|ixit.11|ixit.13|ixit.15|ixit.21|ixit.28
-- by:      declared
-- over:    SELECT id FROM declared
-- empty:   unknown
-- finding: {what}
-- fix:     Give each row an ID of its own.
SELECT
  0 AS entity,
  u.what AS what,
  NULL AS unknown,
  u.input,
  u.line
FROM unplaced AS u
WHERE u.kind = 'row'
  AND u.what LIKE '%stands twice%'
UNION ALL
SELECT
  d.id,
  'the ID ' || d.name || ' stands twice',
  NULL,
  d.input,
  d.line
FROM declared AS d
WHERE EXISTS (SELECT 1 FROM declared AS o WHERE o.kind = d.kind AND o.name = d.name AND o.id < d.id)
