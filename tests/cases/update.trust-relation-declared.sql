-- case: a key on the device verifies it
-- expect: pass
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1), (2, 'parameter', 'update key', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 1, 'device');
INSERT INTO parameter(entity, class, algorithm) VALUES(2, 'public', 'Ed25519');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');

-- case: the channel knows the sender
-- expect: pass
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network) VALUES(1, 1);
INSERT INTO channel(entity, authentic) VALUES(2, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: the channel takes it from anybody
-- expect: fail
-- finding: over the air comes over the network and rests on no key and no channel that tells who sends
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1), (2, 'channel', 'plain HTTP', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network) VALUES(1, 1);
INSERT INTO channel(entity, authentic) VALUES(2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: nobody verifies it
-- expect: fail
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 1, 'nobody');

-- case: nobody said what it rests on
-- expect: inconclusive
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 1, 'device');

-- case: nobody said how it comes
-- expect: inconclusive
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'update', 'declared', 1);
INSERT INTO update_mechanism(entity, verified_by) VALUES(1, 'nobody');

-- case: only by a cable
-- expect: inconclusive
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'USB', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 0, 'nobody');

-- case: the channels are not known
-- expect: inconclusive
-- covered: ixit.7, ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1), (2, 'parameter', 'update key', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 1, 'device');
INSERT INTO parameter(entity, class, algorithm) VALUES(2, 'public', 'Ed25519');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');

-- case: a password that the updater reads verifies nothing
-- expect: inconclusive
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1), (2, 'parameter', 'update password', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 1, 'device');
INSERT INTO parameter(entity, class, algorithm) VALUES(2, 'critical', 'password');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');

-- case: nobody verifies by the key that is there
-- expect: fail
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1), (2, 'parameter', 'update key', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 1, 'nobody');
INSERT INTO parameter(entity, class, algorithm) VALUES(2, 'public', 'Ed25519');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');

-- case: a key is there, and who verifies by it is not said
-- expect: inconclusive
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1), (2, 'parameter', 'update key', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 1, NULL);
INSERT INTO parameter(entity, class, algorithm) VALUES(2, 'public', 'Ed25519');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');

-- case: of which kind the key is, is not said
-- expect: inconclusive
-- covered: ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'over the air', 'declared', 1), (2, 'parameter', 'update key', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, verified_by) VALUES(1, 1, 'device');
INSERT INTO parameter(entity, class, algorithm) VALUES(2, 'public', NULL);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');
