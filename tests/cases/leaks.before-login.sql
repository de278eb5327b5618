-- case: only what is needed
-- expect: pass
-- covered: disclosures
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'mdns', 'observed', 1);
INSERT INTO disclosure(input, service, kind, value, before_login, needed, basis) VALUES(1, 1, 'model', 'CAM-1', 1, 1, 'observed');

-- case: the version is told to everybody
-- expect: fail
-- finding: version "lighttpd/1.4.35" is told before a login, and is not needed there
-- covered: disclosures
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'http', 'observed', 1);
INSERT INTO disclosure(input, service, kind, value, before_login, needed, basis) VALUES(1, 1, 'version', 'lighttpd/1.4.35', 1, 0, 'observed');

-- case: nobody judged whether it is needed
-- expect: inconclusive
-- covered: disclosures
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'http', 'observed', 1);
INSERT INTO disclosure(input, service, kind, value, before_login, basis) VALUES(1, 1, 'version', 'lighttpd/1.4.35', 1, 'observed');

-- case: not all interfaces were asked
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'mdns', 'observed', 1);
INSERT INTO disclosure(input, service, kind, value, before_login, needed, basis) VALUES(1, 1, 'model', 'CAM-1', 1, 1, 'observed');

-- case: no interface was looked at
-- expect: inconclusive
-- covered: disclosures
