-- case: passwords are refused
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'passwordauthentication', 'no');

-- case: passwords are accepted
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'passwordauthentication', 'yes');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'passwordauthentication', NULL);

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'passwordauthentication', 'no');

-- case: passwords are not named, and the server takes them by itself
-- expect: fail
-- finding: /etc/ssh/sshd_config lets users log in over SSH with a password (passwordauthentication = yes, as nothing else is said)
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'port', '22', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'passwordauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: passwords are refused to a group only
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'passwordauthentication', 'no', 'Match Group sftponly', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'passwordauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: passwords are taken where a condition fits
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'passwordauthentication', 'no', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'passwordauthentication', 'yes', 'Match User x', NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: PAM asks for the password that the server itself refuses
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'passwordauthentication', 'no', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'usepam', 'yes', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');

-- case: PAM is off, and nothing else would ask
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'passwordauthentication', 'no', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'kbdinteractiveauthentication', 'yes', NULL, 'default');
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'sshd', 'usepam', 'no', NULL, 'default');

-- case: a key alone is asked for
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'passwordauthentication', 'yes', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'authenticationmethods', 'publickey', NULL, NULL);

-- case: more than one thing is asked for
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'passwordauthentication', 'yes', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'sshd', 'authenticationmethods', 'publickey,password password', NULL, NULL);

-- case: OpenWrt ships dropbear with passwords
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/config/dropbear', 'dropbear', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'dropbear', 'passwordauth', 'on', NULL, NULL);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 2, 20, 'dropbear', 'rootpasswordauth', 'on', NULL, NULL);

-- case: what dropbear is started with is not known
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/S50dropbear', 'S50dropbear', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, NULL, NULL, 'dropbear', 'passwordauth', NULL, NULL, 'default');

-- case: only other settings of the servers are there
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/default/dropbear', 'dropbear', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'dropbear', 'dropbear_port', '22', NULL, NULL);
