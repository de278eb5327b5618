-- case: it was tried and held: the record shows text and time
-- expect: pass
-- covered: trial.consent-record
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'voice recordings', 'declared', 1);
INSERT INTO data(entity, class, consent) VALUES (1, 'personal', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'consent-record', 1, 1, 'tried by the lab', 'held', 'the record shows text and time', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.consent-record
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'voice recordings', 'declared', 1);
INSERT INTO data(entity, class, consent) VALUES (1, 'personal', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'data', 'voice recordings, as found', 'observed', 1);
INSERT INTO data(entity, class, consent) VALUES (2, 'personal', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'consent-record', 2, 1, 'tried by the lab', 'held', 'the record shows text and time', 'observed', '2026-11-02');

-- case: it was tried and broke: no record was found
-- expect: fail
-- covered: trial.consent-record
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'voice recordings', 'declared', 1);
INSERT INTO data(entity, class, consent) VALUES (1, 'personal', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'consent-record', 1, 1, 'tried by the lab', 'broke', 'no record was found', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.consent-record
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'voice recordings', 'declared', 1);
INSERT INTO data(entity, class, consent) VALUES (1, 'personal', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'consent-record', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.consent-record
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'voice recordings', 'declared', 1);
INSERT INTO data(entity, class, consent) VALUES (1, 'personal', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'data', 'another one', 'declared', 1);
INSERT INTO data(entity, class, consent) VALUES (2, 'personal', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'consent-record', 1, 1, 'tried by the lab', 'held', 'the record shows text and time', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.consent-record

-- case: whether other data rest on consent is not said
-- expect: inconclusive
-- covered: trial.consent-record
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'data 1', 'declared', 1);
INSERT INTO data(entity, consent) VALUES(1, 1);
INSERT INTO trial(kind, entity, input, result, basis) VALUES('consent-record', 1, 1, 'held', 'observed');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'data', 'data 2', 'declared', 1);
INSERT INTO data(entity) VALUES(2);

-- case: no data is declared that is processed on consent, and nothing was tried
-- expect: pass
-- covered: ixit.21

-- case: nothing was tried, and the list is not whole
-- expect: inconclusive
