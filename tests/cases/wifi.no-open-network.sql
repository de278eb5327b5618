-- case: the network is WPA2
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'ssid', 'home');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa', '2');

-- case: the network is open
-- expect: fail
-- finding: /etc/hostapd.conf opens the Wi-Fi network "camera-setup" without encryption
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'ssid', 'camera-setup');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa', '0');

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'ssid', 'camera-setup');

-- case: no Wi-Fi network is opened
-- expect: inconclusive
-- covered: settings

-- case: a second network in the same file without protection
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type) VALUES(1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file');
INSERT INTO setting(input, file, line, domain, key, value) VALUES(1, 1, 1, 'hostapd', 'ssid', 'home'), (1, 1, 2, 'hostapd', 'wpa', '2'), (1, 1, 9, 'hostapd', 'ssid', 'guests');

-- case: OpenWrt opens a network without encryption
-- expect: fail
-- finding: /etc/config/wireless opens the Wi-Fi network "guest" without encryption
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/config/wireless', 'wireless', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'wireless', 'wifi-iface.ssid', 'guest', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'wireless', 'wifi-iface.encryption', 'none', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 3, 40, 'wireless', 'wifi-iface.mode', 'ap', 'wifi-iface 1', NULL);

-- case: OpenWrt names no encryption
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/config/wireless', 'wireless', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'wireless', 'wifi-iface.ssid', 'guest', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'wireless', 'wifi-iface.encryption', 'none', 'wifi-iface 1', 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'wireless', 'wifi-iface.mode', 'ap', 'wifi-iface 1', 'default');

-- case: the open network is switched off as shipped
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/config/wireless', 'wireless', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'wireless', 'wifi-iface.encryption', 'none', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'wireless', 'wifi-iface.mode', 'ap', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 3, 40, 'wireless', 'wifi-iface.disabled', '1', 'wifi-iface 1', NULL);

-- case: a network that it joins is none that it opens
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/config/wireless', 'wireless', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'wireless', 'wifi-iface.encryption', 'none', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'wireless', 'wifi-iface.mode', 'sta', 'wifi-iface 1', NULL);

-- case: the network of OpenWrt is encrypted
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/config/wireless', 'wireless', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'wireless', 'wifi-iface.encryption', 'psk2', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'wireless', 'wifi-iface.mode', 'ap', 'wifi-iface 1', NULL);

-- case: whose network it is was not told
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/config/wireless', 'wireless', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'wireless', 'wifi-iface.encryption', 'none', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'wireless', 'wifi-iface.mode', NULL, 'wifi-iface 1', NULL);

-- case: the second network of hostapd has no protection
-- expect: fail
-- finding: /etc/hostapd.conf opens the Wi-Fi network "b" without encryption
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'hostapd', 'ssid', 'a', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'hostapd', 'wpa', '2', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 3, 40, 'hostapd', 'bss', 'wlan0_1', 'bss=wlan0_1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 4, 60, 'hostapd', 'ssid', 'b', 'bss=wlan0_1', NULL);
