-- check:   login.long-enough
-- asks:    Is every password long enough?
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT id FROM subject WHERE kind = 'auth-mechanism'
-- empty:   unknown
-- finding: {what} takes passwords of {min_length} characters, less than {least}
SELECT e.id AS entity, e.name AS what, CASE WHEN m.min_length IS NULL THEN 'the length is not declared' END AS unknown, m.min_length, :min_length AS least
FROM subject AS e
JOIN auth_mechanism AS m ON m.entity = e.id
WHERE m.min_length IS NULL OR m.min_length < :min_length
