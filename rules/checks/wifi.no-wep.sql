-- check:   wifi.no-wep
-- asks:    Is every Wi-Fi network protected by WPA2 with AES, or WPA3?
-- topic:   cryptography
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain IN ('hostapd', 'wpa_supplicant') OR domain = 'wireless' AND key = 'wifi-iface.encryption'
-- empty:   unknown
-- finding: {path} protects Wi-Fi with a broken method ({method})
-- fix:     Use WPA2 with CCMP or WPA3.
-- risk:    the file may be a sample that is not used
SELECT
  0 AS entity,
  s.key AS what,
  CASE
    WHEN s.value IS NULL AND s.key NOT LIKE 'wep_key%' THEN 'its value could not be read'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path,
  CASE WHEN s.key LIKE 'wep%' OR s.value LIKE 'wep%' THEN 'WEP' WHEN s.key IN ('wpa', 'wifi-iface.encryption') THEN 'WPA 1' ELSE 'TKIP' END AS method
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain IN ('hostapd', 'wpa_supplicant', 'wireless')
  AND (s.domain = 'wireless' AND s.key = 'wifi-iface.encryption' AND (s.value IS NULL OR lower(s.value) LIKE 'wep%' OR lower(s.value) IN ('psk', 'psk+tkip', 'psk+ccmp', 'psk+aes', 'psk+tkip+ccmp', 'psk+tkip+aes', 'wpa', 'wpa+tkip', 'wpa+ccmp', 'wpa+aes'))
    OR s.key LIKE 'wep_key%'
    OR s.key = 'wpa' AND (s.value IS NULL OR s.value = '1')
    OR s.key IN ('wpa_pairwise', 'rsn_pairwise') AND (s.value IS NULL OR upper(trim(s.value)) = 'TKIP'))
