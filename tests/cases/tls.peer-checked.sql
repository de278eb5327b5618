-- case: it was tried and held: the connection was ended
-- expect: pass
-- covered: trial.tls-false-certificate
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-false-certificate', 0, 1, 'tried by the lab', 'held', 'the connection was ended', 'observed', '2026-11-02');

-- case: it was tried and broke: data was sent to the false server
-- expect: fail
-- covered: trial.tls-false-certificate
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-false-certificate', 0, 1, 'tried by the lab', 'broke', 'data was sent to the false server', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.tls-false-certificate
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-false-certificate', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.tls-false-certificate
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-false-certificate', 0, 1, 'tried by the lab', 'held', 'the connection was ended', 'declared', '2026-11-02');

-- case: one of two was tried
-- expect: inconclusive
-- covered: trial.tls-false-certificate
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'web page', 'declared', 1), (2, 'channel', 'console', 'declared', 1);
INSERT INTO channel(entity, protocol) VALUES(1, 'HTTPS'), (2, 'MQTT over TLS 1.2');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'tls-false-certificate', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: both were tried
-- expect: pass
-- covered: trial.tls-false-certificate
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'web page', 'declared', 1), (2, 'channel', 'console', 'declared', 1);
INSERT INTO channel(entity, protocol) VALUES(1, 'HTTPS'), (2, 'MQTT over TLS 1.2');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'tls-false-certificate', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02'), (2, 'tls-false-certificate', 2, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: nobody said at which of two it was tried
-- expect: inconclusive
-- covered: trial.tls-false-certificate
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'web page', 'declared', 1), (2, 'channel', 'console', 'declared', 1);
INSERT INTO channel(entity, protocol) VALUES(1, 'HTTPS'), (2, 'MQTT over TLS 1.2');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'tls-false-certificate', 0, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: one of two broke, the other was not tried
-- expect: fail
-- covered: trial.tls-false-certificate
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'web page', 'declared', 1), (2, 'channel', 'console', 'declared', 1);
INSERT INTO channel(entity, protocol) VALUES(1, 'HTTPS'), (2, 'MQTT over TLS 1.2');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'tls-false-certificate', 2, 1, 'broke', 'as the lab saw it', 'observed', '2026-11-02');

-- case: something broke, and nobody said where
-- expect: fail
-- covered: trial.tls-false-certificate
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'web page', 'declared', 1), (2, 'channel', 'console', 'declared', 1);
INSERT INTO channel(entity, protocol) VALUES(1, 'HTTPS'), (2, 'MQTT over TLS 1.2');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'tls-false-certificate', 0, 1, 'broke', 'as the lab saw it', 'observed', '2026-11-02');
