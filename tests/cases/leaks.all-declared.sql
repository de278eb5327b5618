-- case: the maker says that the model is told
-- expect: pass
-- covered: disclosures, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'http', 'observed', 1);
INSERT INTO disclosure(input, service, kind, value, before_login, basis) VALUES(1, 1, 'model', 'CAM-1', 1, 'observed'), (1, NULL, 'model', NULL, 1, 'declared');

-- case: the serial number is told, too
-- expect: fail
-- finding: serial "1001" is told before a login, and is not in the product file
-- covered: disclosures, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'http', 'observed', 1);
INSERT INTO disclosure(input, service, kind, value, before_login, basis) VALUES(1, 1, 'serial', '1001', 1, 'observed'), (1, NULL, 'model', NULL, 1, 'declared');

-- case: what is told after a login
-- expect: pass
-- covered: disclosures, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'http', 'observed', 1);
INSERT INTO disclosure(input, service, kind, value, before_login, basis) VALUES(1, 1, 'serial', '1001', 0, 'observed');

-- case: whether a login is needed is not known
-- expect: inconclusive
-- covered: disclosures, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'http', 'observed', 1);
INSERT INTO disclosure(input, service, kind, value, basis) VALUES(1, 1, 'serial', '1001', 'observed');

-- case: the list of interfaces is not whole
-- expect: inconclusive
-- covered: disclosures
INSERT INTO disclosure(input, kind, value, before_login, basis) VALUES(1, 'serial', '1001', 1, 'observed');

-- case: no interface was looked at
-- expect: inconclusive
-- covered: disclosures, ixit.15
