-- check:   auth.guessing-limited-declared
-- asks:    Is the number of wrong tries limited at each login over the network?
-- topic:   passwords
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.over_network = 1, 1) = 1
-- empty:   unknown
-- finding: {what} allows {tries} wrong tries, more than {most}, and no waiting time is declared
-- fix:     Lock or slow down the login after a few wrong tries.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.over_network = 1) IS NULL THEN 'not stated: whether the login works over a network'
    WHEN x.max_attempts IS NULL AND x.lock_seconds IS NULL AND coalesce(x.min_length, 0) < :guess_proof_length THEN 'not stated: how guessing is limited'
    WHEN x.max_attempts <= 0 THEN 'a limit of ' || x.max_attempts || ' tries may mean none'
  END AS unknown,
  coalesce(x.max_attempts, 'any number of') AS tries,
  :max_attempts AS most
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.over_network = 1, 1) = 1
  AND ((x.over_network = 1) IS NULL
    OR x.max_attempts IS NULL AND x.lock_seconds IS NULL AND coalesce(x.min_length, 0) < :guess_proof_length
    OR x.max_attempts <= 0 AND coalesce(x.lock_seconds, 0) = 0 AND coalesce(x.min_length, 0) < :guess_proof_length
    OR coalesce(x.max_attempts, 1000000000) > :max_attempts AND coalesce(x.lock_seconds, 0) = 0 AND coalesce(x.min_length, 0) < :guess_proof_length)
