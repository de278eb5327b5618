-- case: the listener is on the loopback
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'listener', '1883 127.0.0.1');

-- case: the listener is open and plain
-- expect: fail
-- finding: /etc/mosquitto/mosquitto.conf opens an MQTT listener without encryption (listener 1883)
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'listener', '1883');

-- case: a listener on another port has no certificate
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'listener', '8884');

-- case: the one listener has a certificate
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'listener', '8883');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 4, 60, 'mosquitto', 'certfile', '/etc/cert.pem');

-- case: certificates are set up for one of two listeners
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'listener', '1883');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'listener', '8883');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'certfile', '/etc/cert.pem');

-- case: no broker settings were found
-- expect: inconclusive
-- covered: settings

-- case: one of two listeners has a certificate
-- expect: fail
-- finding: /etc/mosquitto/mosquitto.conf opens an MQTT listener without encryption (listener 1884)
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'mosquitto', 'listener', '1884', 'listener 1884', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'mosquitto', 'listener', '8883', 'listener 8883', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 3, 40, 'mosquitto', 'certfile', '/c', 'listener 8883', NULL);

-- case: the listener on the old port has a certificate of its own
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'mosquitto', 'listener', '1883', 'listener 1883', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'mosquitto', 'certfile', '/c', 'listener 1883', NULL);

-- case: no listener is named: the version decides who reaches the one of its own
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/mosquitto/mosquitto.conf', 'mosquitto.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'mosquitto', 'persistence', 'true', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'mosquitto', 'port', '1883', NULL, 'default');
