-- case: the server has a user of its own
-- expect: pass
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user) VALUES (1, 1, 7, '/usr/sbin/httpd', 'boot', 1, 2, 'www');

-- case: the server runs as root
-- expect: fail
-- finding: /etc/init.d/rcS starts httpd as root, and it listens on the network
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user) VALUES (1, 1, 7, '/usr/sbin/httpd', 'boot', 1, 2, 'root');

-- case: no user is named
-- expect: inconclusive
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary) VALUES (1, 1, 7, '/usr/sbin/httpd', 'boot', 1, 2);

-- case: it is confined
-- expect: pass
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user, confined) VALUES (1, 1, 7, '/usr/sbin/httpd', 'boot', 1, 2, 'root', 1);

-- case: nothing is started
-- expect: inconclusive
-- covered: start, binaries

-- case: a service's program is not among those that were read
-- expect: inconclusive
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input) VALUES (5, 'service', 'telnetd', 'observed', 1);
INSERT INTO service(entity, protocol, port, enabled) VALUES (5, 'telnet', 23, 1);
INSERT INTO start(input, file, line, program, moment, enabled, user, service) VALUES (1, 1, 7, '/usr/sbin/telnetd', 'boot', 1, 'root', 5);

-- case: a script is started beside the server, and listens to nothing
-- expect: pass
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/inittab', 'inittab', 'file', 420, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, user) VALUES (1, 1, 1, '/etc/init.d/rcS', 'boot', 1, 'root');

-- case: a server by its name listens, though its program could be anything
-- expect: fail
-- finding: /etc/init.d/rcS starts telnetd as root, and it listens on the network
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/telnetd', 'telnetd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, NULL);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (5, 'service', 'telnetd', 'observed', 1, 1, 7);
INSERT INTO service(entity, protocol, port, transport, enabled) VALUES (5, 'telnet', 23, 'tcp', 1);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user, service) VALUES (1, 1, 7, '/usr/sbin/telnetd', 'boot', 1, 2, 'root', 5);

-- case: what is started for a connection serves it
-- expect: fail
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/myd', 'myd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, NULL);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user, service) VALUES (1, 1, 7, '/usr/sbin/myd', 'connection', 1, 2, 'root', NULL);

-- case: a tool that could listen is not known to
-- expect: inconclusive
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/tc', 'tc', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, NULL);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user, service) VALUES (1, 1, 7, '/sbin/tc', 'boot', 1, 2, 'root', NULL);

-- case: a started program that could not be read may listen
-- expect: inconclusive
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/x', 'x', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user, service) VALUES (1, 1, 7, '/sbin/x', 'boot', 1, 2, 'root', NULL);

-- case: a program that has no way to listen does not
-- expect: pass
-- covered: start, binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/x', 'x', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (2, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 0);
INSERT INTO start(input, file, line, program, moment, enabled, binary, user, service) VALUES (1, 1, 7, '/sbin/x', 'boot', 1, 2, 'root', NULL);
