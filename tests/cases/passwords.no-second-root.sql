-- case: only root has user number 0
-- expect: pass
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, can_login, uid) VALUES (1, 'locked', 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (2, 'account', 'web', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, uid, password, can_login) VALUES (2, 33, 'locked', 0);

-- case: a second account has user number 0
-- expect: fail
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, can_login, uid) VALUES (1, 'locked', 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (2, 'account', 'support', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, uid, password, can_login) VALUES (2, 0, 'hash', 1);

-- case: it is not known whether the second one can log in
-- expect: inconclusive
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, can_login, uid) VALUES (1, 'locked', 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (2, 'account', 'support', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, uid, can_login) VALUES (2, 0, NULL);

-- case: the number of an account could not be read
-- expect: inconclusive
-- covered: accounts
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'account', 'root', 'observed', 1);
INSERT INTO account(entity, uid, can_login) VALUES(1, 0, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'account', 'admin', 'observed', 1);
INSERT INTO account(entity, can_login) VALUES(2, 1);
