-- check:   wifi.no-shared-passphrase
-- asks:    Is the image free of a Wi-Fi passphrase that every unit would share?
-- topic:   passwords
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain IN ('hostapd', 'wpa_supplicant') OR domain = 'wireless' AND key LIKE 'wifi-iface.%'
-- empty:   unknown
-- finding: {path} holds a Wi-Fi passphrase that is the same in every unit ({key})
-- fix:     Give each unit its own passphrase, or let the user set one.
-- risk:    a script may replace it at first start; the file may be a sample
SELECT
  0 AS entity,
  s.key AS what,
  CASE
    WHEN f.path LIKE '%example%' OR f.path LIKE '%sample%' OR f.path LIKE '%/doc/%' THEN 'the file looks like a sample'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path,
  s.key
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain IN ('hostapd', 'wpa_supplicant', 'wireless')
  AND s.key IN ('wpa_passphrase', 'wpa_psk', 'sae_password', 'psk', 'wifi-iface.key', 'wifi-iface.sae_password')
  AND trim(coalesce(s.value, '?'), ' "''') <> ''
