-- case: all ways in are covered
-- expect: pass
-- covered: ixit.11, ixit.27, ixit.28, ixit.29
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'user-interface', 'web page', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1), (3, 'validation', 'schema', 'declared', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'validates', 1, 'declared'), (3, 'validates', 2, 'declared');

-- case: one is open
-- expect: fail
-- finding: nothing validates what comes in by cloud
-- covered: ixit.11, ixit.27, ixit.28, ixit.29
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'user-interface', 'web page', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1), (3, 'validation', 'schema', 'declared', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'validates', 1, 'declared');

-- case: an interface that only tells
-- expect: pass
-- covered: ixit.11, ixit.27, ixit.28, ixit.29
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'user-interface', 'web page', 'declared', 1), (2, 'api', 'status', 'declared', 1), (3, 'validation', 'schema', 'declared', 1);
INSERT INTO interface(entity, layer, takes_input) VALUES(2, 'api', 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'validates', 1, 'declared');

-- case: nobody said what is validated
-- expect: inconclusive
-- covered: ixit.11, ixit.27, ixit.28, ixit.29
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'user-interface', 'web page', 'declared', 1), (3, 'validation', 'schema', 'declared', 1);

-- case: nobody said how input is validated
-- expect: inconclusive
-- covered: ixit.11, ixit.27, ixit.28
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'user-interface', 'web page', 'declared', 1);

-- case: no way in is declared
-- expect: inconclusive
-- covered: ixit.11, ixit.27, ixit.28, ixit.29
