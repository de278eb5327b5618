-- check:   support.period-not-shortened
-- asks:    Did a published support period stay as long as it was?
-- topic:   updates
-- needs:   document.support&history
-- by:      tool | documented
-- over:    SELECT rowid FROM statement WHERE kind IN ('support-end', 'earlier-support-end')
-- empty:   unknown
-- finding: the end of support was {before} on {when}, and {what} on {then}
-- fix:     Give back the time that was promised; extend, never shorten.
-- risk:    two products on one page must be told apart by the subject of the statement
SELECT
  0 AS entity,
  b.value AS what,
  NULL AS unknown,
  a.value AS before,
  substr(coalesce(da.fetched, da.published), 1, 10) AS "when",
  substr(coalesce(db.fetched, db.published), 1, 10) AS "then"
FROM statement AS a
JOIN document AS da ON da.id = a.document
JOIN statement AS b ON b.kind IN ('support-end', 'earlier-support-end') AND coalesce(b.subject, '') = coalesce(a.subject, '')
JOIN document AS db ON db.id = b.document
WHERE a.kind IN ('support-end', 'earlier-support-end')
  AND coalesce(da.fetched, da.published) < coalesce(db.fetched, db.published)
  AND substr(coalesce(db.fetched, db.published), 1, 10) <= :today
  AND a.value GLOB '[0-9][0-9][0-9][0-9]*'
  AND b.value GLOB '[0-9][0-9][0-9][0-9]*'
  AND substr(b.value, 1, min(length(a.value), length(b.value))) < substr(a.value, 1, min(length(a.value), length(b.value)))
UNION ALL
SELECT
  0 AS entity,
  s.value AS what,
  CASE
    WHEN substr(coalesce(d.fetched, d.published), 1, 10) > :today THEN 'the page is of a day that is still to come'
    ELSE 'its date could not be compared'
  END AS unknown,
  s.value AS before,
  d.fetched AS "when",
  NULL AS "then"
FROM statement AS s
JOIN document AS d ON d.id = s.document
WHERE s.kind IN ('support-end', 'earlier-support-end')
  AND d.kind IN ('support', 'earlier-support')
  AND (SELECT count(*) FROM document WHERE kind IN ('support', 'earlier-support')) > 1
  AND (coalesce(d.fetched, d.published) IS NULL OR substr(coalesce(d.fetched, d.published), 1, 10) > :today OR s.value IS NULL OR s.value NOT GLOB '[0-9][0-9][0-9][0-9]*')
