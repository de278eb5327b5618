-- case: no tool is in the image
-- expect: pass
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/lighttpd', 'lighttpd', 'file', 493, 0, 0);

-- case: a debugger is in the image
-- expect: fail
-- finding: /usr/bin/gdb is a debugger that was left in the image
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/gdb', 'gdb', 'file', 493, 0, 0);

-- case: a name that is only a document is no tool
-- expect: pass
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/share/doc/gdb', 'gdb', 'file', 420, 0, 0);

-- case: netcat is a link to busybox
-- expect: inconclusive
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid, target) VALUES (1, 1, '/usr/bin/nc', 'nc', 'link', 511, 0, 0, '/bin/busybox');
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/busybox', 'busybox', 'file', 493, 0, 0);

-- case: the image holds no files
-- expect: inconclusive
-- covered: files
