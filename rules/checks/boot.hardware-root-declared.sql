-- check:   boot.hardware-root-declared
-- asks:    Does secure boot rest on a root of trust in hardware?
-- topic:   integrity
-- needs:   ixit.10&ixit.20
-- rests:   ixit.10&ixit.20
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'boot'
-- empty:   unknown
-- finding: {what} rests on {keys}, which software can change
-- fix:     Put the first key or its digest into fuses, a boot ROM or a secure element.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN count(p.entity) = 0 THEN 'no parameter is named that it uses: which key is its root?'
    WHEN max(p.stored IS NULL) THEN 'not stated: how its key is kept'
  END AS unknown,
  group_concat(k.name, ', ') AS keys
FROM declared AS e
LEFT JOIN relation AS r ON r.verb = 'used-by' AND r.object = e.id
LEFT JOIN parameter AS p ON p.entity = r.subject
LEFT JOIN entity AS k ON k.id = p.entity
WHERE e.kind = 'boot'
GROUP BY e.id
HAVING coalesce(max(p.stored IN ('hardware', 'readonly')), 0) = 0
