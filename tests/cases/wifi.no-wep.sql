-- case: WPA2 with CCMP
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa', '2');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'rsn_pairwise', 'CCMP');

-- case: WEP keys are set
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wep_key0', '0102030405');

-- case: WPA 1 only
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa', '1');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa', NULL);

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wpa', '2');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'rsn_pairwise', 'CCMP');
