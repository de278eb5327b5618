-- case: WPS is off
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wps_state', '0');

-- case: WPS works with a PIN
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wps_state', '2');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'ap_pin', 'set');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wps_state', NULL);

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/hostapd.conf', 'hostapd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'hostapd', 'wps_state', '0');
