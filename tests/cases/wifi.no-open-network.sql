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
