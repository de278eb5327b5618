-- case: the hash is sha512crypt
-- expect: pass
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, scheme, uid, can_login) VALUES (1, 'hash', 'sha512crypt', 0, 1);

-- case: the hash is md5crypt
-- expect: fail
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, scheme, uid, can_login) VALUES (1, 'hash', 'md5crypt', 0, 1);

-- case: the method was not recognised
-- expect: inconclusive
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, uid, can_login) VALUES (1, 'hash', 0, 1);

-- case: the accounts were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, scheme, uid, can_login) VALUES (1, 'hash', 'sha512crypt', 0, 1);

-- case: the state of one password could not be read
-- expect: inconclusive
-- covered: accounts
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'account', 'root', 'observed', 1);
INSERT INTO account(entity, uid, can_login, password, scheme) VALUES(1, 0, 1, 'hash', 'sha512');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'account', 'admin', 'observed', 1);
INSERT INTO account(entity, uid, can_login) VALUES(2, 1, 1);

-- case: the method is sound, and was given few rounds
-- expect: fail
-- covered: accounts
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/shadow', 'shadow', 'file', 384, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, at, line) VALUES (1, 'account', 'root', 'observed', 1, 1, 12, 1);
INSERT INTO account(entity, password, scheme, uid, can_login) VALUES (1, 'hash', 'sha512crypt-few-rounds', 0, 1);
