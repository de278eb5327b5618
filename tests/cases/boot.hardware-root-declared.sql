-- case: its key is in fuses
-- expect: pass
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (2, 'parameter', 'root key', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, stored) VALUES(2, 'public', 'SHA-256', 'hardware'), (3, 'public', 'RSA-PSS', 'plain');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared'), (3, 'used-by', 1, 'declared');

-- case: its key is in flash
-- expect: fail
-- finding: secure boot rests on kernel key, which software can change
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, stored) VALUES(3, 'public', 'RSA', 'plain');
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'used-by', 1, 'declared');

-- case: nobody said where its key is
-- expect: inconclusive
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm) VALUES(3, 'public', 'RSA');
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'used-by', 1, 'declared');

-- case: nobody said which key it uses
-- expect: inconclusive
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1);

-- case: there may be more keys
-- expect: inconclusive
-- covered: ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, stored) VALUES(3, 'public', 'RSA', 'plain');
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'used-by', 1, 'declared');

-- case: there is no secure boot to ask about
-- expect: inconclusive
-- covered: ixit.10, ixit.20

-- case: a passphrase that boot reads out of hardware is no root
-- expect: inconclusive
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (2, 'parameter', 'disk passphrase', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, stored) VALUES(2, 'critical', 'AES-256', 'hardware');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');

-- case: beside such a passphrase the key that verifies is in flash
-- expect: fail
-- finding: secure boot rests on kernel key, which software can change
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (2, 'parameter', 'disk passphrase', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, stored) VALUES(2, 'critical', 'AES-256', 'hardware'), (3, 'public', 'Ed25519', 'plain');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared'), (3, 'used-by', 1, 'declared');

-- case: what kind of thing is in hardware is not said
-- expect: inconclusive
-- covered: ixit.10, ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1), (2, 'parameter', 'value', 'declared', 1), (3, 'parameter', 'kernel key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, stored) VALUES(2, 'public', NULL, 'hardware'), (3, 'public', 'RSA', 'plain');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared'), (3, 'used-by', 1, 'declared');
