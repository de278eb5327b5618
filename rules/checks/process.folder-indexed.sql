-- check:   process.folder-indexed
-- asks:    Does the index of the process evidence account for every file, and is every document that it names there?
-- topic:   process
-- needs:   activities
-- by:      documented
-- over:    SELECT document AS id FROM copy
-- empty:   unknown
-- finding: the index names {what}, and the folder does not hold it
-- fix:     Bring the missing documents; name every file in documents:, or in others: when it is no evidence.
-- risk:    what a document says is for a person
SELECT
  0 AS entity,
  c.name AS what,
  CASE
    WHEN d.kind = 'unnamed' THEN 'the index does not say what it is'
    WHEN c.trouble = 'link' THEN 'it is a link, and links are not followed'
    WHEN c.trouble = 'special' THEN 'it is no file'
    WHEN c.trouble = 'empty' THEN 'it is empty'
    WHEN c.trouble = 'large' THEN 'it is larger than we read'
    WHEN c.trouble = 'two-dates' THEN 'the same document stands in the folder with another date'
    WHEN d.published > :today THEN 'it bears a date that is still to come'
  END AS unknown,
  c.line,
  d.input
FROM copy AS c
JOIN document AS d ON d.id = c.document
WHERE d.kind = 'unnamed'
   OR c.trouble IS NOT NULL
   OR d.published > :today
