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

-- case: a vendor tool has a capability of root
-- expect: fail
-- finding: /usr/bin/vendor_cfg (cap_sys_admin=ep) runs with the rights of root for every user
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/vendor_cfg', 'vendor_cfg', 'file', 493, 0, 0);
INSERT INTO setting(input, file, domain, key, value) VALUES (1, 1, 'file', 'capabilities', 'cap_sys_admin=ep');

-- case: ping may open raw sockets, and what is only inherited gives nothing by itself
-- expect: pass
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/bin/ping', 'ping', 'file', 493, 0, 0);
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (2, 1, '/bin/x', 'x', 'file', 493, 0, 0);
INSERT INTO setting(input, file, domain, key, value) VALUES (1, 1, 'file', 'capabilities', 'cap_net_raw=ep');
INSERT INTO setting(input, file, domain, key, value) VALUES (1, 2, 'file', 'capabilities', 'cap_net_raw=i');

-- case: capabilities of a form that is not known
-- expect: inconclusive
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/bin/x', 'x', 'file', 493, 0, 0);
INSERT INTO setting(input, file, domain, key, value) VALUES (1, 1, 'file', 'capabilities', 'unknown:0102');
