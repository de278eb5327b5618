-- check:   update.simple-declared
-- asks:    Is each update easy for a user?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what} is neither automatic nor started with a click
-- fix:     Make updates automatic, or start them with one step in app or browser.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.simple IS NULL THEN 'not stated: how the user gets an update'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND (x.simple IS NULL
    OR x.simple = 'other')
