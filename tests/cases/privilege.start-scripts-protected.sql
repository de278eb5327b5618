-- case: the script belongs to root
-- expect: pass
-- covered: start, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, 'httpd', 'boot', 1);

-- case: everybody can change the script
-- expect: fail
-- finding: /etc/init.d/rcS is run at start and every user can change it (mode 0777)
-- covered: start, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 511, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, 'httpd', 'boot', 1);

-- case: the access rights are not known
-- expect: inconclusive
-- covered: start, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', NULL, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled) VALUES (1, 1, 7, 'httpd', 'boot', 1);

-- case: nothing is started
-- expect: inconclusive
-- covered: start, files
