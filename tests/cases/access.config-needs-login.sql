-- case: with a login
-- expect: pass
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1);
INSERT INTO service(entity, configures, needs_login) VALUES(1, 1, 1);

-- case: without
-- expect: fail
-- finding: web changes security settings and needs no login
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1);
INSERT INTO service(entity, configures, needs_login) VALUES(1, 1, 0);

-- case: not tried
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1);
INSERT INTO service(entity, configures) VALUES(1, 1);

-- case: whether it changes settings was not tried
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'httpd', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled, needs_login) VALUES(1, 'tcp', 80, 1, 0);

-- case: what listens to the device itself alone is open to nobody
-- expect: pass
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1), (2, 'service', 'ubus', 'observed', 1);
INSERT INTO service(entity, port, transport, protocol, scope, configures, needs_login) VALUES(1, 443, 'tcp', 'https', 'lan', 1, 1), (2, 8008, 'tcp', 'http', 'loopback', 1, 0);
