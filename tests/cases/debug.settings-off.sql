-- case: the boot loader waits for nobody
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'permitrootlogin', 'no');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'uboot', 'bootdelay', '0');

-- case: the boot loader waits three seconds
-- expect: fail
-- finding: /etc/uboot.env leaves debugging open: uboot bootdelay = 3
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/uboot.env', 'uboot.env', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'uboot', 'bootdelay', '3');

-- case: root may log in over SSH
-- expect: fail
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'sshd', 'permitrootlogin', 'yes');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/uboot.env', 'uboot.env', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'uboot', 'bootdelay', NULL);

-- case: no settings were found
-- expect: inconclusive
-- covered: settings

-- case: root is let in where a condition fits
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition, origin) VALUES (1, 1, 1, 0, 'sshd', 'permitrootlogin', 'yes', 'Match User root', NULL);

-- case: the boot loader waits at its prompt for ever
-- expect: fail
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES(1, NULL, 3, 40, 'uboot', 'bootdelay', '-1');
