-- case: it was tried and held: the login opened the page
-- expect: pass
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'access-with-login', 1, 1, 'tried by the lab', 'held', 'the login opened the page', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'service', 'web interface, as found', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (2, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'access-with-login', 2, 1, 'tried by the lab', 'held', 'the login opened the page', 'observed', '2026-11-02');

-- case: it was tried and broke: the login was refused
-- expect: fail
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'access-with-login', 1, 1, 'tried by the lab', 'broke', 'the login was refused', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'access-with-login', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'service', 'another one', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (2, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'access-with-login', 1, 1, 'tried by the lab', 'held', 'the login opened the page', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.access-with-login

-- case: mDNS beside it has no login to try
-- expect: pass
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1), (2, 'service', 'mDNS', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled, needs_login) VALUES(1, 'tcp', 443, 'https', 'lan', 1, 1), (2, 'udp', 5353, 'mdns', 'lan', 1, NULL);
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'access-with-login', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: a service that needs no login has none to try
-- expect: pass
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1), (2, 'service', 'discovery', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled, needs_login) VALUES(1, 'tcp', 443, 'https', 'lan', 1, 1), (2, 'udp', 7000, 'own', 'lan', 1, 0);
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'access-with-login', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: another service with a login was not tried
-- expect: inconclusive
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1), (2, 'service', 'telnet', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled, needs_login) VALUES(1, 'tcp', 443, 'https', 'lan', 1, 1), (2, 'udp', 23, 'telnet', 'lan', 1, 1);
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'access-with-login', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: whether another service has a login is not known
-- expect: inconclusive
-- covered: trial.access-with-login
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1), (2, 'service', 'own', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled, needs_login) VALUES(1, 'tcp', 443, 'https', 'lan', 1, 1), (2, 'udp', 7001, 'own', 'lan', 1, NULL);
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'access-with-login', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: a whole scan found only what has no login
-- expect: pass
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'mDNS', 'observed', 1);
INSERT INTO service(entity, port, transport, protocol) VALUES(1, 5353, 'udp', 'mdns');

-- case: a service of the whole scan has a login, and nobody tried
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'mDNS', 'observed', 1), (2, 'service', 'web', 'observed', 1);
INSERT INTO service(entity, port, transport, protocol) VALUES(1, 5353, 'udp', 'mdns'), (2, 443, 'tcp', 'https');

-- case: the maker alone says that there is only mDNS
-- expect: inconclusive
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'mDNS', 'declared', 1);
INSERT INTO service(entity, port, transport, protocol) VALUES(1, 5353, 'udp', 'mdns');
