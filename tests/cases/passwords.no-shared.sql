-- case: all accounts are locked
-- expect: pass
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, can_login, uid) VALUES (1, 'locked', 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (2, 'account', 'daemon', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, uid, password, can_login) VALUES (2, 1, 'none', 0);

-- case: root has an empty password
-- expect: fail
-- finding: account "root" can log in with a password that is empty
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, uid, can_login) VALUES (1, 'empty', 0, 1);

-- case: root has a password from a public list, even if not all was read
-- expect: fail
-- finding: account "root" can log in with a password that is on public lists of default passwords
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, uid, can_login) VALUES (1, 'known', 0, 1);

-- case: admin has a fixed hash
-- expect: fail
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'admin', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, scheme, uid, can_login) VALUES (1, 'hash', 'sha512crypt', 0, 1);

-- case: the state of the password could not be read
-- expect: inconclusive
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, uid, can_login) VALUES (1, 0, 1);

-- case: it is not known whether the account can log in
-- expect: inconclusive
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, can_login, uid) VALUES (1, 'known', NULL, 0);

-- case: no accounts were found in a whole root file system
-- expect: inconclusive
-- covered: accounts

-- case: the accounts were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, can_login, uid) VALUES (1, 'locked', 0, 0);
