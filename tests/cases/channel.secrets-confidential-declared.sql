-- case: encrypted
-- expect: pass
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, confidential) VALUES(2, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: in the clear
-- expect: fail
-- finding: key is sent over cloud, which is not confidential
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, confidential) VALUES(2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: not said
-- expect: inconclusive
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity) VALUES(2);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: nobody said that anything is sent
-- expect: inconclusive
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'token', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, confidential) VALUES(2, 0);

-- case: whether it must stay secret was left open
-- expect: inconclusive
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'token', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity) VALUES(1);
INSERT INTO channel(entity, confidential) VALUES(2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: it is sent over something that is no channel
-- expect: inconclusive
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key 1', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'eth0', 'declared', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: it is said that it is never sent
-- expect: pass
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 0, 'declared');

-- case: one is never sent, and of another nobody said
-- expect: inconclusive
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1), (2, 'parameter', 'token', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical'), (2, 'critical');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 0, 'declared');

-- case: the form says that it is never sent
-- expect: pass
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO field(entity, name, value) VALUES(1, 'Communication Mechanisms', 'None');

-- case: no secret is declared
-- expect: pass
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'public');
