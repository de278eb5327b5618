-- check:   support.period-not-shortened
-- asks:    Did a published support period stay as long as it was?
-- topic:   updates
-- needs:   document.support&history
-- by:      tool | documented
-- over:    SELECT rowid FROM statement WHERE kind = 'support-end'
-- empty:   unknown
-- finding: the end of support was {before} on {when}, and is {what} now
-- fix:     Give back the time that was promised; extend, never shorten.
-- risk:    two products on one page must be told apart by the subject of the statement
SELECT
  0 AS entity,
  b.value AS what,
  NULL AS unknown,
  a.value AS before,
  substr(da.fetched, 1, 10) AS "when"
FROM statement AS a
JOIN document AS da ON da.id = a.document
JOIN statement AS b ON b.kind = a.kind AND coalesce(b.subject, '') = coalesce(a.subject, '')
JOIN document AS db ON db.id = b.document
WHERE a.kind = 'support-end'
  AND coalesce(da.fetched, da.published) < coalesce(db.fetched, db.published)
  AND a.value GLOB '[0-9][0-9][0-9][0-9]*'
  AND b.value GLOB '[0-9][0-9][0-9][0-9]*'
  AND substr(b.value, 1, min(length(a.value), length(b.value))) < substr(a.value, 1, min(length(a.value), length(b.value)))
UNION ALL
SELECT
  0 AS entity,
  s.value AS what,
  'its date could not be compared' AS unknown,
  s.value AS before,
  d.fetched AS "when"
FROM statement AS s
JOIN document AS d ON d.id = s.document
WHERE s.kind = 'support-end'
  AND d.kind = 'support'
  AND (SELECT count(*) FROM document WHERE kind = 'support') > 1
  AND (coalesce(d.fetched, d.published) IS NULL OR s.value IS NULL OR s.value NOT GLOB '[0-9][0-9][0-9][0-9]*')
