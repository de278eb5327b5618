-- case: only the encrypted web server is on
-- expect: pass
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (1, 'service', 'lighttpd', 'observed', 1, 1, 4);
INSERT INTO service(entity, transport, enabled, port, protocol) VALUES (1, 'tcp', 1, 443, 'https');

-- case: telnet is started
-- expect: fail
-- finding: telnetd is on at tcp port 23 (telnet): logins in the clear
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (1, 'service', 'telnetd', 'observed', 1, 1, 4);
INSERT INTO service(entity, transport, enabled, port, protocol) VALUES (1, 'tcp', 1, 23, 'telnet');

-- case: telnet listens on a port of its own
-- expect: fail
-- finding: telnetd is on at tcp port 9999 (telnet): logins in the clear
-- covered: start
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'telnetd', 'observed', 1);
INSERT INTO service(entity, transport, enabled, port, protocol) VALUES (1, 'tcp', 1, 9999, 'telnet');

-- case: SSH listens where telnet does by habit
-- expect: pass
-- covered: start
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'dropbear', 'observed', 1);
INSERT INTO service(entity, transport, enabled, port, protocol) VALUES (1, 'tcp', 1, 23, 'ssh');

-- case: telnet listens on the loopback only
-- expect: pass
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (1, 'service', 'telnetd', 'observed', 1, 1, 4);
INSERT INTO service(entity, transport, enabled, port, protocol, scope) VALUES (1, 'tcp', 1, 23, 'telnet', 'loopback');

-- case: it is not known whether telnet is on
-- expect: inconclusive
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (1, 'service', 'telnetd', 'observed', 1, 1, 4);
INSERT INTO service(entity, transport, enabled, port, protocol) VALUES (1, 'tcp', NULL, 23, 'telnet');

-- case: nobody looked at services
-- expect: inconclusive

-- case: what a service speaks is not known
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'other', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 5000, 1);

-- case: one of which nothing is known but its name is open
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'other', 'observed', 1);
INSERT INTO service(entity, enabled) VALUES(1, 1);
