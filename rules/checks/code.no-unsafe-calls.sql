-- check:   code.no-unsafe-calls
-- asks:    Do listening programs do without functions that write past the end of memory?
-- topic:   input
-- needs:   binaries
-- by:      observed-firmware
-- over:    SELECT file FROM binary
-- empty:   unknown
-- finding: {what} listens on the network and calls a function that cannot be used safely ({calls})
-- fix:     Use functions that are told how much room there is, as snprintf() for sprintf().
-- risk:    a call is not a flaw by itself
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN b.listens IS NULL THEN 'it is not known whether it listens'
    WHEN sum(u.name = 'gets') = 0 THEN 'it calls ' || group_concat(u.name, ', ') || ': needs a look at the code'
  END AS unknown,
  f.input,
  f.id AS file,
  group_concat(u.name, ', ') AS calls
FROM binary AS b
JOIN file AS f ON f.id = b.file
JOIN symbol AS s ON s.file = b.file
JOIN (SELECT name FROM ref_unsafe ORDER BY name) AS u ON u.name = s.name
WHERE (b.listens = 1 OR b.listens IS NULL AND coalesce(b.kind, 'program') = 'program')
  AND coalesce(s.direction, 'import') = 'import'
GROUP BY f.id
