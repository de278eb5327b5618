-- check:   support.language
-- asks:    Is the support period published in the language that the market wants?
-- topic:   updates
-- needs:   document.support
-- rests:   document.support
-- by:      documented
-- finding: the support period is not published in the language "{what}"
-- fix:     Publish the support period in that language, too.
-- risk:    languages of mixed pages are guessed
SELECT
  0 AS entity,
  :language AS what,
  CASE
    WHEN NOT EXISTS (SELECT 1 FROM document WHERE kind = 'support')
      THEN 'no page with the support period was given'
    WHEN EXISTS (SELECT 1 FROM document WHERE kind = 'support' AND language IS NULL)
      THEN 'the language of a page with the support period was not recognised'
    WHEN EXISTS (
      SELECT 1
      FROM document
      WHERE kind = 'support'
        AND (language = :language OR language LIKE :language || '-%')
        AND status IS NULL
    ) THEN 'the page in this language was not fetched'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM document
  WHERE kind = 'support'
    AND status = 200
    AND (language = :language OR language LIKE :language || '-%')
)
