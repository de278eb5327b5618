-- check:   ixit.references-known
-- asks:    Does every ID that the IXIT refers to stand in a table of it?
-- topic:   papers
-- needs:   ixit.1|ixit.6|ixit.7|ixit.10|ixit.11|ixit.13|ixit.15|ixit.21|ixit.28
-- by:      declared
-- over:    SELECT entity FROM reference WHERE field <> 'same-as'
-- empty:   unknown
-- finding: {what} refers to {named} in "{field}", and no row is called so
-- fix:     Correct the ID, or add the row.
-- risk:    an ID is told by the name of its form before a hyphen
SELECT
  r.entity AS entity,
  e.name AS what,
  CASE WHEN NOT EXISTS (SELECT 1 FROM declared AS o WHERE instr(o.name, '-') > 0 AND substr(r.name, 1, instr(r.name, '-')) = substr(o.name, 1, instr(o.name, '-')))
    THEN '"' || r.name || '" in "' || r.field || '" is no ID of a table that was read' END AS unknown,
  r.name AS named,
  r.field
FROM reference AS r
JOIN declared AS e ON e.id = r.entity
WHERE r.field <> 'same-as'
  AND NOT EXISTS (SELECT 1 FROM declared AS o WHERE o.name = r.name)
