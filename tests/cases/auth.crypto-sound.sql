-- case: a good algorithm
-- expect: pass
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'x', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, bits, basis) VALUES(1, 'hash', 'sha256', 256, 'declared');

-- case: a broken one
-- expect: fail
-- finding: x uses md5, which is broken
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'x', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, bits, basis) VALUES(1, 'hash', 'md5', 128, 'declared');

-- case: none is named
-- expect: inconclusive
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'x', 'declared', 1);

