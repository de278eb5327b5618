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

-- case: passwords are refused to a group only
-- expect: fail
-- finding: /etc/ssh/sshd_config lets root log in over SSH with a password (permitrootlogin = yes)
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'permitrootlogin', 'yes', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'passwordauthentication', 'no', 'Match Group sftponly', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'passwordauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: passwords are refused to all
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'permitrootlogin', 'yes', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'passwordauthentication', 'no', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: PAM asks root for a password
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'permitrootlogin', 'yes', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'passwordauthentication', 'no', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 3, 40, 'sshd', 'usepam', 'yes', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');

-- case: some are asked for a password, and root is let in
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'permitrootlogin', 'yes', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'passwordauthentication', 'no', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 3, 40, 'sshd', 'passwordauthentication', 'yes', 'Match Address 10.0.0.0/8', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: root is let in where a condition fits
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'permitrootlogin', 'no', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'permitrootlogin', 'yes', 'Match User root', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'passwordauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: nothing is said, and the version is not known
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'permitrootlogin', 'prohibit-password', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'passwordauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: nothing is said, and the version refuses passwords
-- expect: pass
-- covered: settings
INSERT INTO entity(id, kind, name, basis, input) VALUES (3, 'component', 'openssh', 'observed', 1);
INSERT INTO component(entity, version) VALUES (3, '9.2p1');
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'permitrootlogin', 'prohibit-password', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'passwordauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: nothing is said, and the version is an old one
-- expect: fail
-- covered: settings
INSERT INTO entity(id, kind, name, basis, input) VALUES (3, 'component', 'openssh', 'observed', 1);
INSERT INTO component(entity, version) VALUES (3, '6.6p1');
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'permitrootlogin', 'prohibit-password', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'passwordauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');
