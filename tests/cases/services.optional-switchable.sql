-- case: it was tried and held: the port closed
-- expect: pass
-- covered: trial.service-switch
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'service-switch', 1, 1, 'tried by the lab', 'held', 'the port closed', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.service-switch
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'service', 'web interface, as found', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (2, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'service-switch', 2, 1, 'tried by the lab', 'held', 'the port closed', 'observed', '2026-11-02');

-- case: it was tried and broke: the port stayed open
-- expect: fail
-- covered: trial.service-switch
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'service-switch', 1, 1, 'tried by the lab', 'broke', 'the port stayed open', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.service-switch
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'service-switch', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.service-switch
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (1, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'service', 'another one', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, scope, enabled) VALUES (2, 'tcp', 443, 'https', 'lan', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'service-switch', 1, 1, 'tried by the lab', 'held', 'the port closed', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.service-switch

-- case: no service is declared that can be reached, and nothing was tried
-- expect: pass
-- covered: ixit.13, ixit.15, ixit.28

-- case: nothing was tried, and the list is not whole
-- expect: inconclusive
