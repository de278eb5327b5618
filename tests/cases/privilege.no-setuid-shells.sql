-- case: the shell has no such bit
-- expect: pass
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/bin/bash', 'bash', 'file', 493, 0, 0);

-- case: bash has the bit
-- expect: fail
-- finding: /bin/bash gives every user a shell with the rights of root
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/bin/bash', 'bash', 'file', 2541, 0, 0);

-- case: busybox has the bit
-- expect: inconclusive
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/bin/busybox', 'busybox', 'file', 2541, 0, 0);

-- case: the access rights of a shell could not be read
-- expect: inconclusive
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid) VALUES(1, 1, '/bin/ls', 'ls', 'file', 493, 0);
INSERT INTO file(id, input, path, name, type, mode, uid) VALUES(2, 1, '/bin/bash', 'bash', 'file', NULL, 0);

-- case: an interpreter may become any user
-- expect: fail
-- finding: /usr/bin/python3 (cap_setuid=ep) gives every user a shell with the rights of root
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/python3', 'python3', 'file', 493, 0, 0);
INSERT INTO setting(input, file, domain, key, value) VALUES (1, 1, 'file', 'capabilities', 'cap_setuid=ep');
