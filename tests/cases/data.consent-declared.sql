-- case: it is declared and good
-- expect: pass
-- covered: ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'e-mail address', 'declared', 1);
INSERT INTO data(entity, class, purpose, processor, consent, withdrawable, at_service, on_device, keep_days) VALUES (1, 'personal', 'to show the weather at home', 'the maker', 1, 1, 1, 1, 30);
INSERT INTO field(entity, name, value) VALUES (1, 'Obtaining Consent', 'asked in the app before the first recording');

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'e-mail address', 'declared', 1);
INSERT INTO data(entity, class, purpose, processor, consent, withdrawable, at_service, on_device, keep_days) VALUES (1, 'personal', 'to show the weather at home', 'the maker', 1, 1, 1, 1, 30);
INSERT INTO field(entity, name, value) VALUES (1, 'Obtaining Consent', 'none');

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'e-mail address', 'declared', 1);
INSERT INTO data(entity, class, purpose, processor, consent, withdrawable, at_service, on_device, keep_days) VALUES (1, 'personal', 'to show the weather at home', 'the maker', 1, 1, 1, 1, 30);

-- case: not stated: whether it is processed on consent
-- expect: inconclusive
-- covered: ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'e-mail address', 'declared', 1);
INSERT INTO data(entity, class, purpose, processor, consent, withdrawable, at_service, on_device, keep_days) VALUES (1, 'personal', 'to show the weather at home', 'the maker', NULL, 1, 1, 1, 30);

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'data', 'e-mail address', 'declared', 1);
INSERT INTO data(entity, class, purpose, processor, consent, withdrawable, at_service, on_device, keep_days) VALUES (1, 'personal', 'to show the weather at home', 'the maker', 1, 1, 1, 1, 30);
INSERT INTO field(entity, name, value) VALUES (1, 'Obtaining Consent', 'asked in the app before the first recording');

-- case: nothing of the kind is declared
-- expect: inconclusive
-- covered: ixit.21

-- case: a stroke in the cell describes nothing
-- expect: fail
-- covered: ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'location', 'declared', 1);
INSERT INTO data(entity, class, consent) VALUES(1, 'personal', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Obtaining Consent', '-');
