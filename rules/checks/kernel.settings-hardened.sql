-- check:   kernel.settings-hardened
-- asks:    Are the defences of the kernel switched on at start?
-- topic:   integrity
-- needs:   settings
-- by:      observed-firmware
-- finding: {what} is set to {is_set}; {least} is wanted
-- fix:     Set it in /etc/sysctl.conf.
-- risk:    a script may set it later
SELECT
  0 AS entity,
  json_extract(k.value, '$[0]') AS what,
  CASE
    WHEN s.value IS NULL THEN 'it is not set in the image; the default of the kernel holds'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  s.value AS is_set,
  json_extract(k.value, '$[1]') AS least
FROM json_each(:sysctl_on) AS k
LEFT JOIN setting AS s ON s.domain = 'sysctl' AND s.key = json_extract(k.value, '$[0]')
WHERE s.value IS NULL
   OR CAST(s.value AS INTEGER) < json_extract(k.value, '$[1]')
