-- check:   disclosure.language
-- asks:    Is the policy in the language that the market wants?
-- topic:   vulnerability-handling
-- needs:   document.policy
-- rests:   document.policy
-- by:      documented
-- finding: the policy is not there in the language "{what}"
-- fix:     Publish the policy in that language, too.
-- risk:    languages of mixed pages are guessed
SELECT
  0 AS entity,
  :language AS what,
  CASE
    WHEN EXISTS (SELECT 1 FROM document WHERE kind = 'policy' AND language IS NULL AND coalesce(status, 200) BETWEEN 200 AND 299)
      THEN 'the language of a policy page was not recognised'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM document
  WHERE kind = 'policy'
    AND (language = :language OR language LIKE :language || '-%')
    AND coalesce(status, 200) BETWEEN 200 AND 299
)
