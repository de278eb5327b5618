-- case: a login is asked for
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'allow_anonymous', 'false');

-- case: anybody may connect
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'allow_anonymous', 'true');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'allow_anonymous', NULL);

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'allow_anonymous', 'false');

-- case: nothing is said, and the version is not known
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'mosquitto', 'listener', '1883', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'mosquitto', 'allow_anonymous', NULL, NULL, 'default');

-- case: nothing is said, and the version is an old one
-- expect: fail
-- covered: settings
INSERT INTO entity(id, kind, name, basis, input) VALUES (3, 'component', 'mosquitto', 'observed', 1);
INSERT INTO component(entity, version) VALUES (3, '1.6.12');
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'mosquitto', 'listener', '1883', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'mosquitto', 'allow_anonymous', NULL, NULL, 'default');

-- case: nothing is said, and the version asks for a login
-- expect: pass
-- covered: settings
INSERT INTO entity(id, kind, name, basis, input) VALUES (3, 'component', 'mosquitto', 'observed', 1);
INSERT INTO component(entity, version) VALUES (3, '2.0.18');
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'mosquitto', 'listener', '1883', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'mosquitto', 'allow_anonymous', NULL, NULL, 'default');

-- case: one listener lets anybody in
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'mosquitto', 'allow_anonymous', 'false', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'mosquitto', 'allow_anonymous', 'true', 'listener 1883', NULL);
