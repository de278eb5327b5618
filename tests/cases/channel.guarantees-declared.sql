-- case: it is declared and good
-- expect: pass
-- covered: ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope, confidential, integral, authentic, fresh, retry) VALUES (1, 'mqtts', 'service', 'internet', 1, 1, 1, 1, 'random');

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope, confidential, integral, authentic, fresh, retry) VALUES (1, 'mqtts', 'service', 'internet', 1, 1, 0, 1, 'random');

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope, confidential, integral, authentic, fresh, retry) VALUES (1, 'mqtts', 'service', 'internet', 1, NULL, NULL, 1, 'random');

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope, confidential, integral, authentic, fresh, retry) VALUES (1, 'mqtts', 'service', 'internet', 1, 1, 1, 1, 'random');

-- case: nothing of the kind is declared
-- expect: inconclusive
-- covered: ixit.11
