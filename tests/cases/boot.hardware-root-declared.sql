-- case: its key is in fuses
-- expect: pass
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (2, 'parameter', 'root key', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES(2, 'public', 'hardware'), (3, 'public', 'plain');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared'), (3, 'used-by', 1, 'declared');

-- case: its key is in flash
-- expect: fail
-- finding: secure boot rests on kernel key, which software can change
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES(3, 'public', 'plain');
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'used-by', 1, 'declared');

-- case: nobody said where its key is
-- expect: inconclusive
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(3, 'public');
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'used-by', 1, 'declared');

-- case: nobody said which key it uses
-- expect: inconclusive
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1);

-- case: there may be more keys
-- expect: inconclusive
-- covered: ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES(3, 'public', 'plain');
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'used-by', 1, 'declared');

-- case: there is no secure boot to ask about
-- expect: inconclusive
-- covered: ixit.10, ixit.20
