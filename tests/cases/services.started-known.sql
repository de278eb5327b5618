-- case: what is started is declared
-- expect: pass
-- covered: start, binaries, ixit.13
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/lighttpd', 'lighttpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary) VALUES (1, 1, 7, '/usr/sbin/lighttpd', 'boot', 1, 2);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (9, 'service', 'web interface (lighttpd)', 'declared', 1, NULL, NULL);
INSERT INTO service(entity, transport, enabled, port) VALUES (9, 'tcp', 1, 443);

-- case: a program on a declared port is declared
-- expect: pass
-- covered: start, binaries, ixit.13
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/uhttpd', 'uhttpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (1, 'service', 'uhttpd', 'observed', 1, 1, 4);
INSERT INTO service(entity, transport, enabled, port) VALUES (1, 'tcp', 1, 443);
INSERT INTO start(input, file, line, program, moment, enabled, binary, service) VALUES (1, 1, 7, '/usr/sbin/uhttpd', 'boot', 1, 2, 1);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (9, 'service', 'web interface', 'declared', 1, NULL, NULL);
INSERT INTO service(entity, transport, enabled, port) VALUES (9, 'tcp', 1, 443);

-- case: a program is started that nobody declared
-- expect: fail
-- finding: /etc/init.d/rcS starts maild, which listens on the network and is not in the product file
-- covered: start, binaries, ixit.13
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/maild', 'maild', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary) VALUES (1, 1, 7, '/usr/sbin/maild', 'boot', 1, 2);

-- case: the services were not declared
-- expect: inconclusive
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/maild', 'maild', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary) VALUES (1, 1, 7, '/usr/sbin/maild', 'boot', 1, 2);

-- case: it is not known whether it listens
-- expect: inconclusive
-- covered: start, binaries, ixit.13
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/maild', 'maild', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, NULL);
INSERT INTO start(input, file, line, program, moment, enabled, binary) VALUES (1, 1, 7, '/usr/sbin/maild', 'boot', 1, 2);

-- case: nothing is started at all
-- expect: inconclusive
-- covered: start, binaries, ixit.13

-- case: a server whose program was not read is not known to be declared
-- expect: inconclusive
-- covered: start, binaries, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'other', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 5000, 1);
INSERT INTO start(input, program, enabled, service) VALUES(1, '/usr/sbin/other', 1, 1);

-- case: a server by its name listens, though its program could be anything
-- expect: fail
-- finding: /etc/init.d/rcS starts telnetd, which listens on the network and is not in the product file
-- covered: start, binaries, ixit.13
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/telnetd', 'telnetd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, NULL);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (5, 'service', 'telnetd', 'observed', 1, 1, 7);
INSERT INTO service(entity, protocol, port, transport, enabled) VALUES (5, 'telnet', 23, 'tcp', 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user, service) VALUES (1, 1, 7, '/usr/sbin/telnetd', 'boot', 1, 2, 'root', 5);

-- case: a started program that could not be read may listen
-- expect: inconclusive
-- covered: start, binaries, ixit.13
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/x', 'x', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user, service) VALUES (1, 1, 7, '/sbin/x', 'boot', 1, 2, 'root', NULL);
