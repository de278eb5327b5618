-- case: over TLS
-- expect: pass
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'cloud token', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, scope, confidential) VALUES(2, 'internet', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: in the clear over the internet
-- expect: fail
-- finding: cloud token is sent over cloud, which reaches the internet and is not confidential
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'cloud token', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, scope, confidential) VALUES(2, 'internet', 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: one of two ways is open
-- expect: fail
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'cloud token', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1), (3, 'channel', 'old cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, scope, confidential) VALUES(2, 'internet', 1), (3, 'internet', 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared'), (1, 'sent-over', 3, 'declared');

-- case: nobody said how far the channel reaches
-- expect: inconclusive
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'cloud token', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, confidential) VALUES(2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: nobody said that anything is sent
-- expect: inconclusive
-- covered: ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'cloud token', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, scope, confidential) VALUES(2, 'internet', 1);

-- case: the list of channels is not whole
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'cloud token', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');
INSERT INTO channel(entity, scope, confidential) VALUES(2, 'internet', 1);
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
