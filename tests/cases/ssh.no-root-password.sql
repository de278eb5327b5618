-- case: root may not log in
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'permitrootlogin', 'no');

-- case: root may log in with a password
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'permitrootlogin', 'yes');

-- case: dropbear lets root in
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'dropbear', 'rootpasswordauth', 'on');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'permitrootlogin', NULL);

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'permitrootlogin', 'no');
