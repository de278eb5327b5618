-- check:   device.tried
-- asks:    Did the device hold in the trial?
-- needs:   trial.login
-- by:      observed-device
-- finding: it broke
SELECT coalesce(t.entity, 0) AS entity, 'the product' AS what, CASE WHEN t.result = 'unclear' THEN 'the trial gave no clear result' END AS unknown
FROM trial AS t
WHERE t.kind = 'login' AND t.result <> 'held'
