-- case: only the owner can write
-- expect: pass
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/passwd', 'passwd', 'file', 420, 0, 0);

-- case: everybody can write
-- expect: fail
-- finding: every user can change /etc/passwd (mode 0666)
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/passwd', 'passwd', 'file', 438, 0, 0);

-- case: the file system can only be read
-- expect: inconclusive
-- covered: files
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 0, 4000000, 'squashfs', 'yes');
INSERT INTO file(id, input, path, name, type, mode, uid, gid, region) VALUES (1, 1, '/etc/passwd', 'passwd', 'file', 438, 0, 0, 1);

-- case: the image holds no files
-- expect: inconclusive
-- covered: files

-- case: access rights could not be read
-- expect: inconclusive
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid) VALUES(1, 1, '/bin/ls', 'ls', 'file', 493, 0);
INSERT INTO file(id, input, path, name, type, mode, uid) VALUES(2, 1, '/etc/rc', 'rc', 'file', NULL, 0);
