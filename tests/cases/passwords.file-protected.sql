-- case: the hash is in a closed file
-- expect: pass
-- covered: accounts, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, scheme, uid, can_login) VALUES (1, 'hash', 'sha512crypt', 0, 1);

-- case: the hash is in a file that all can read
-- expect: fail
-- finding: /etc/passwd holds password hashes and every user can read it
-- covered: accounts, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/passwd', 'passwd', 'file', 420, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, scheme, uid, can_login) VALUES (1, 'hash', 'md5crypt', 0, 1);

-- case: the access rights are not known
-- expect: inconclusive
-- covered: accounts, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/passwd', 'passwd', 'file', NULL, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, scheme, uid, can_login) VALUES (1, 'hash', 'md5crypt', 0, 1);

-- case: whether a file that all can read holds a password is not known
-- expect: inconclusive
-- covered: accounts, files
INSERT INTO file(id, input, path, name, type, mode) VALUES(1, 1, '/etc/passwd', 'passwd', 'file', 420);
INSERT INTO entity(id, kind, name, basis, input, file) VALUES(1, 'account', 'root', 'observed', 1, 1);
INSERT INTO account(entity, uid, can_login) VALUES(1, 0, 1);
