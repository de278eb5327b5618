-- case: what was found is declared
-- expect: pass
-- covered: services, ixit.28
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'api', '/api/v1', 'observed', 1), (2, 'api', 'REST', 'declared', 1), (3, 'user-interface', 'Web page', 'observed', 1), (4, 'user-interface', 'web page', 'declared', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'person');

-- case: a hidden one
-- expect: fail
-- finding: /cgi-bin/test takes requests and is not in the product file
-- covered: services, ixit.28
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'api', '/cgi-bin/test', 'observed', 1), (2, 'api', 'REST', 'declared', 1);

-- case: the list is not whole
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'api', '/cgi-bin/test', 'observed', 1);

-- case: none was found
-- expect: inconclusive
-- covered: services, ixit.28
