-- case: one is started
-- expect: pass
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, '/sbin/syslogd', 'boot', 1);

-- case: none is started
-- expect: fail
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, '/usr/sbin/httpd', 'boot', 1);

-- case: it is not known whether it is started
-- expect: inconclusive
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, '/sbin/syslogd', 'boot', NULL);

-- case: the start scripts were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, '/usr/sbin/httpd', 'boot', 1);
