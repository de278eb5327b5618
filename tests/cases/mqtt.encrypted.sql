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
