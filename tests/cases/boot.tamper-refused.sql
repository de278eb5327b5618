-- case: it was tried and held: the boot loader refused the changed kernel
-- expect: pass
-- covered: trial.boot-tampered
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-tampered', 0, 1, 'tried by the lab', 'held', 'the boot loader refused the changed kernel', 'observed', '2026-11-02');

-- case: it was tried and broke: the device started the changed kernel
-- expect: fail
-- covered: trial.boot-tampered
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-tampered', 0, 1, 'tried by the lab', 'broke', 'the device started the changed kernel', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.boot-tampered
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-tampered', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.boot-tampered
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-tampered', 0, 1, 'tried by the lab', 'held', 'the boot loader refused the changed kernel', 'declared', '2026-11-02');
