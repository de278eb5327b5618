-- case: a key that serves neither updates nor a service is each unit's own
-- expect: pass
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'disk key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, per_unit) VALUES (1, 'critical', 'storage', 1);

-- case: a key that serves neither is the same in all
-- expect: fail
-- finding: disk key is the same in every unit
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'disk key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, per_unit) VALUES (1, 'critical', 'storage', 0);

-- case: it is not said
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'disk key', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES (1, 'critical');

-- case: whether it must stay secret is not said
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'disk key', 'declared', 1);
INSERT INTO parameter(entity, per_unit) VALUES (1, 1);

-- case: what is public is no secret
-- expect: pass
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'update key', 'declared', 1), (2, 'parameter', 'disk key', 'declared', 1);
INSERT INTO parameter(entity, class, per_unit) VALUES (1, 'public', 0), (2, 'critical', 1);

-- case: none is declared
-- expect: inconclusive
-- covered: ixit.10
