-- case: it was tried and held: the copy was dropped
-- expect: pass
-- covered: trial.replay
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope) VALUES (1, 'mqtts', 'service', 'internet');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replay', 1, 1, 'tried by the lab', 'held', 'the copy was dropped', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.replay
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope) VALUES (1, 'mqtts', 'service', 'internet');
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'channel', 'link to the cloud, as found', 'observed', 1);
INSERT INTO channel(entity, protocol, peer, scope) VALUES (2, 'mqtts', 'service', 'internet');
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replay', 2, 1, 'tried by the lab', 'held', 'the copy was dropped', 'observed', '2026-11-02');

-- case: it was tried and broke: the recorded command opened the lock again
-- expect: fail
-- covered: trial.replay
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope) VALUES (1, 'mqtts', 'service', 'internet');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replay', 1, 1, 'tried by the lab', 'broke', 'the recorded command opened the lock again', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.replay
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope) VALUES (1, 'mqtts', 'service', 'internet');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replay', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.replay
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'channel', 'link to the cloud', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope) VALUES (1, 'mqtts', 'service', 'internet');
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'channel', 'another one', 'declared', 1);
INSERT INTO channel(entity, protocol, peer, scope) VALUES (2, 'mqtts', 'service', 'internet');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replay', 1, 1, 'tried by the lab', 'held', 'the copy was dropped', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.replay
