-- case: no passphrase is in the image
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa', '2');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'ssid', 'home');

-- case: a passphrase is in the image
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa_passphrase', '(secret)');

-- case: the passphrase is in a sample
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/share/doc/hostapd.conf.example', 'hostapd.conf.example', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa_passphrase', '(secret)');

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa', '2');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'ssid', 'home');

-- case: a line to be filled on the unit
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type) VALUES(1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file');
INSERT INTO setting(input, file, line, domain, key, value) VALUES(1, 1, 7, 'hostapd', 'wpa_passphrase', '""');

-- case: OpenWrt has a passphrase in its image
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/config/wireless', 'wireless', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'wireless', 'wifi-iface.encryption', 'psk2', 'wifi-iface 1', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'wireless', 'wifi-iface.key', '(secret)', 'wifi-iface 1', NULL);
