-- case: a protected service
-- expect: pass
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'declared', 1);
INSERT INTO service(entity, configures, needs_login) VALUES(1, 1, 1);

-- case: an open one
-- expect: fail
-- finding: web changes security settings without a login
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'declared', 1);
INSERT INTO service(entity, configures, needs_login) VALUES(1, 1, 0);

-- case: the maker does not say
-- expect: inconclusive
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'declared', 1);
INSERT INTO service(entity, configures) VALUES(1, 1);

