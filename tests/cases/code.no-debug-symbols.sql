-- case: the programs are stripped
-- expect: pass
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);

-- case: a program has its symbols
-- expect: fail
-- finding: /usr/sbin/httpd still has its symbols
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 0, 1);

-- case: it could not be told
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, NULL, 1);

-- case: kernel modules keep theirs
-- expect: pass
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/lib/modules/wifi.ko', 'wifi.ko', 'file', 420, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'module', 'arm', 1, 1, 'full', 1, 1, 0, 1);
