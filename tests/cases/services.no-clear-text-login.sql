-- case: only SSH and the web server are started
-- expect: pass
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, '/usr/sbin/dropbear', 'boot', 1);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, 'lighttpd', 'boot', 1);

-- case: telnet is started at boot
-- expect: fail
-- finding: /etc/init.d/rcS starts telnetd, which takes logins or files without encryption
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, '/usr/sbin/telnetd', 'boot', 1);

-- case: FTP is started at boot
-- expect: fail
-- finding: /etc/init.d/rcS starts vsftpd, which takes logins or files without encryption
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, 'vsftpd', 'boot', 1);

-- case: telnet is there, but switched off
-- expect: pass
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, 'telnetd', 'boot', 0);

-- case: it is not known whether it is started
-- expect: inconclusive
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, 'telnetd', 'boot', NULL);

-- case: the start scripts were not read whole
-- expect: inconclusive
