-- case: protected
-- expect: pass
-- covered: assets
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'asset', 'Wi-Fi key', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'login', 'declared', 1);
INSERT INTO asset(entity, class, reachable) VALUES(1, 'security', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'protected-by', 2, 'declared');

-- case: open
-- expect: fail
-- finding: Wi-Fi key can be reached and nothing controls the access
-- covered: assets
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'asset', 'Wi-Fi key', 'declared', 1);
INSERT INTO asset(entity, class, reachable) VALUES(1, 'security', 1);

-- case: not said
-- expect: inconclusive
-- covered: assets
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'asset', 'Wi-Fi key', 'declared', 1);
INSERT INTO asset(entity, class) VALUES(1, 'security');

-- case: the login says that it stands before the asset
-- expect: pass
-- covered: assets
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'asset', 'settings', 'declared', 1), (2, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO asset(entity, class, reachable) VALUES(1, 'security', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'authenticates', 1, 'declared');

-- case: there is a login, and nobody said what it protects
-- expect: inconclusive
-- covered: assets
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'asset', 'settings', 'declared', 1), (2, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO asset(entity, class, reachable) VALUES(1, 'security', 1);
