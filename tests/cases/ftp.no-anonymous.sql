-- case: guests are refused
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/vsftpd.conf', 'vsftpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'vsftpd', 'anonymous_enable', 'NO');

-- case: guests are let in
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/vsftpd.conf', 'vsftpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'vsftpd', 'anonymous_enable', 'YES');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/vsftpd.conf', 'vsftpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'vsftpd', 'anonymous_enable', NULL);

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/vsftpd.conf', 'vsftpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'vsftpd', 'anonymous_enable', 'NO');

-- case: nothing is said, and vsftpd lets guests in
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/vsftpd.conf', 'vsftpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'vsftpd', 'local_enable', 'YES', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'vsftpd', 'anonymous_enable', 'YES', NULL, 'default');

-- case: proftpd has a block for guests
-- expect: fail
-- finding: /etc/proftpd.conf lets anybody log in over FTP without a password (user = nobody (Anonymous ~ftp))
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/proftpd.conf', 'proftpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'proftpd', 'user', 'ftp', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'proftpd', 'user', 'nobody', 'Anonymous ~ftp', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 3, 40, 'proftpd', 'group', 'x', 'Anonymous ~ftp', NULL);

-- case: proftpd has none
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/proftpd.conf', 'proftpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'proftpd', 'user', 'ftp', NULL, NULL);
