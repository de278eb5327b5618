-- check:   advisories.machine-readable
-- asks:    Are the advisories machine-readable, and do they say all that they must?
-- topic:   vulnerability-handling
-- needs:   advisories
-- by:      declared
-- over:    SELECT id FROM advisory
-- empty:   unknown
-- finding: advisory {what} {flaw}
-- fix:     Publish advisories as CSAF, with the products, the severity, the effect and the remedy.
-- risk:    the format is taken from its name; the file is not read
SELECT
  0 AS entity,
  a.id AS what,
  CASE
    WHEN a.complete = 0 OR f.word <> '' AND f.word NOT IN (SELECT value FROM json_each(:advisory_formats)) THEN NULL
    WHEN f.word = '' THEN 'not stated: its format'
    ELSE 'not stated: whether it says all that it must'
  END AS unknown,
  CASE
    WHEN a.complete = 0 THEN 'does not say all that it must'
    ELSE 'is published only as ' || coalesce(a.format, '?')
  END AS flaw
FROM advisory AS a
JOIN (
  SELECT id, lower(substr(trim(coalesce(format, '')), 1, instr(trim(coalesce(format, '')) || ' ', ' ') - 1)) AS word
  FROM advisory
) AS f ON f.id = a.id
WHERE coalesce(a.complete, 0) = 0
   OR f.word NOT IN (SELECT value FROM json_each(:advisory_formats))
