-- check:   passwords.not-guessable-from-identity
-- asks:    Are factory passwords unrelated to MAC address, serial number, network name, model and counters?
-- topic:   passwords
-- needs:   samples&trial.password-derive
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN auth_mechanism AS a ON a.entity = e.id WHERE e.kind = 'auth-mechanism' AND (a.set_by = 'factory-unique' OR a.set_by IS NULL AND coalesce(a.factor, 'password') IN ('password', 'pin'))
-- empty:   unknown
-- finding: {what} can be worked out from public data of the unit ({detail})
-- fix:     Draw the password from a random generator; do not derive it from anything that is printed, sent or counted.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN a.set_by IS NULL THEN 'not stated: who sets the password'
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  coalesce(t.input, e.input) AS input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM subject AS e
JOIN auth_mechanism AS a ON a.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'password-derive'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'auth-mechanism'
  AND (a.set_by = 'factory-unique' OR a.set_by IS NULL AND coalesce(a.factor, 'password') IN ('password', 'pin'))
  AND (t.id IS NULL OR t.result <> 'held')
