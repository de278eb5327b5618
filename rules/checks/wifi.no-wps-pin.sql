-- check:   wifi.no-wps-pin
-- asks:    Is joining by WPS PIN switched off?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'hostapd'
-- empty:   unknown
-- finding: {path} lets anybody near try out the WPS PIN ({what})
-- fix:     Set wps_state=0, or leave only the push button (config_methods=push_button).
-- risk:    a lock after wrong tries may be built in
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'hostapd'
  AND (s.key = 'wps_state' AND (s.value IS NULL OR s.value IN ('1', '2'))
      AND EXISTS (
        SELECT 1
        FROM setting AS p
        WHERE p.domain = 'hostapd'
          AND p.file IS s.file
          AND p.input = s.input
          AND p.condition IS s.condition
          AND (p.key = 'ap_pin' OR p.key = 'config_methods' AND (p.value LIKE '%label%' OR p.value LIKE '%display%' OR p.value LIKE '%keypad%'))
      )
    OR s.key = 'wps_state' AND s.value IS NULL)
