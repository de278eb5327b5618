-- case: the program has all defences
-- expect: pass
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);

-- case: the program has no canary and is not position independent
-- expect: fail
-- finding: /usr/sbin/httpd listens on the network and is built without position independence, stack canary
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 0, 'full', 0, 1, 1, 1);

-- case: on this architecture it cannot be determined
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens, why) VALUES (1, 'program', 'arm', NULL, 1, 'full', 1, 1, 1, 1, 'no-execute memory cannot be told on MIPS');

-- case: it is not known whether the weak program listens
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/httpd', 'httpd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 0, 'full', 1, 1, 1, NULL);

-- case: no listening program was found
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/tool', 'tool', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 0, 'full', 1, 1, 1, 0);

-- case: of a program nothing could be told at all
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type) VALUES(1, 1, '/usr/sbin/camd', 'camd', 'file');
INSERT INTO binary(file, kind) VALUES(1, 'program');
