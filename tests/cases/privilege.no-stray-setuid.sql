-- case: only su has the bit
-- expect: pass
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/bin/su', 'su', 'file', 2541, 0, 0);

-- case: a vendor tool has the bit
-- expect: fail
-- finding: /usr/bin/vendor_cfg runs with the rights of root for every user
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/vendor_cfg', 'vendor_cfg', 'file', 2541, 0, 0);

-- case: busybox has the bit
-- expect: inconclusive
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/bin/busybox', 'busybox', 'file', 2541, 0, 0);

-- case: the image holds no files
-- expect: inconclusive
-- covered: files

-- case: access rights could not be read
-- expect: inconclusive
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid) VALUES(1, 1, '/bin/ls', 'ls', 'file', 493, 0);
INSERT INTO file(id, input, path, name, type, mode, uid) VALUES(2, 1, '/opt/x', 'x', 'file', NULL, 0);
