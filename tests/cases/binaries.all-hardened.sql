-- case: the library has both
-- expect: pass
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/lib/libc.so', 'libc.so', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'library', 'arm', 1, 1, 'full', 1, 1, 1, 0);

-- case: a tool has an executable stack
-- expect: fail
-- finding: /usr/bin/tool is built without no-execute memory
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/tool', 'tool', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 0, 1, 'full', 1, 1, 1, 0);

-- case: it could not be determined
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/tool', 'tool', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', NULL, 1, 'full', 1, 1, 1, 0);
