-- case: only bounded functions are called
-- expect: pass
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO symbol(file, name, direction) VALUES (1, 'snprintf', 'import');
INSERT INTO symbol(file, name, direction) VALUES (1, 'memcpy', 'import');

-- case: gets is called
-- expect: fail
-- finding: /usr/sbin/httpd listens on the network and calls a function that cannot be used safely (gets)
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO symbol(file, name, direction) VALUES (1, 'gets', 'import');

-- case: strcpy is called
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO symbol(file, name, direction) VALUES (1, 'strcpy', 'import');

-- case: a program that does not listen is left out
-- expect: pass
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/tool', 'tool', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 0);
INSERT INTO symbol(file, name, direction) VALUES (1, 'gets', 'import');

-- case: whether a program that calls gets listens is not known
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid) VALUES(1, 1, '/bin/x', 'x', 'file', 493, 0);
INSERT INTO binary(file, kind) VALUES(1, 'program');
INSERT INTO symbol(file, name, direction) VALUES(1, 'gets', 'import');
