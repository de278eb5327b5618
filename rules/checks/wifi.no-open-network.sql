-- check:   wifi.no-open-network
-- asks:    Is every Wi-Fi network that the device opens encrypted?
-- topic:   communication
-- needs:   settings
-- rests:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'hostapd' AND key = 'ssid' OR domain = 'wireless' AND key = 'wifi-iface.encryption'
-- empty:   unknown
-- finding: {path} opens the Wi-Fi network "{what}" without encryption
-- fix:     Set wpa=2 with a key of its own per unit, or WPA3.
-- risk:    a script may add the protection at start; a set-up network may be open for a short time
SELECT
  0 AS entity,
  coalesce(s.value, '?') AS what,
  CASE
    WHEN EXISTS (SELECT 1 FROM setting AS w WHERE w.domain = 'hostapd' AND w.file IS s.file AND w.input = s.input AND w.condition IS s.condition AND w.key = 'wpa' AND w.value IS NULL)
      THEN 'its protection could not be read'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'hostapd'
  AND s.key = 'ssid'
  AND NOT EXISTS (
    SELECT 1
    FROM setting AS w
    WHERE w.domain = 'hostapd'
      AND w.file IS s.file
      AND w.input = s.input
      AND w.condition IS s.condition
      AND (w.key = 'wpa' AND CAST(w.value AS INTEGER) > 0 OR w.key = 'owe_transition_ifname' OR w.key LIKE 'wep_key%')
  )
UNION ALL
SELECT
  0 AS entity,
  coalesce(n.value, '?') AS what,
  'the file opens several networks, and protects fewer' AS unknown,
  n.input,
  n.file,
  n.at,
  n.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS n
LEFT JOIN file AS f ON f.id = n.file
WHERE n.domain = 'hostapd'
  AND n.key = 'ssid'
  AND (SELECT count(*) FROM setting AS w WHERE w.domain = 'hostapd' AND w.key = 'ssid' AND w.file IS n.file AND w.input = n.input AND w.condition IS n.condition)
    > (SELECT count(*) FROM setting AS w WHERE w.domain = 'hostapd' AND w.file IS n.file AND w.input = n.input AND w.condition IS n.condition
        AND (w.key = 'wpa' AND CAST(w.value AS INTEGER) > 0 OR w.key = 'owe_transition_ifname' OR w.key = 'wep_key0'))
  AND EXISTS (SELECT 1 FROM setting AS w WHERE w.domain = 'hostapd' AND w.file IS n.file AND w.input = n.input AND w.condition IS n.condition AND w.key = 'wpa')
UNION ALL
SELECT
  0 AS entity,
  coalesce((SELECT i.value FROM setting AS i WHERE i.domain = 'wireless' AND i.key = 'wifi-iface.ssid' AND i.file IS e.file AND i.input = e.input AND i.condition IS e.condition), '?') AS what,
  CASE
    WHEN e.value IS NULL THEN 'its protection could not be read'
    WHEN m.value IS NULL THEN 'it could not be told whether the network is its own'
    WHEN EXISTS (
      SELECT 1
      FROM setting AS d
      WHERE d.domain = 'wireless'
        AND d.key = 'wifi-iface.disabled'
        AND d.file IS e.file
        AND d.input = e.input
        AND d.condition IS e.condition
        AND coalesce(d.value, '1') <> '0'
    ) THEN 'the network is switched off in the image'
  END AS unknown,
  e.input,
  e.file,
  e.at,
  e.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS e
LEFT JOIN setting AS m
  ON m.domain = 'wireless'
  AND m.key = 'wifi-iface.mode'
  AND m.file IS e.file
  AND m.input = e.input
  AND m.condition IS e.condition
LEFT JOIN file AS f ON f.id = e.file
WHERE e.domain = 'wireless'
  AND e.key = 'wifi-iface.encryption'
  AND lower(coalesce(e.value, 'none')) IN ('none', 'open', '')
  AND coalesce(m.value, 'ap') IN ('ap', 'ap-wds', 'adhoc', 'mesh')
