-- case: the fields are there, as words or as keys
-- expect: pass
-- covered: ics, ixit.1
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.1-1', 'M F (a)', 'Y');
INSERT INTO entity(id, kind, name, basis, input, line) VALUES(1, 'auth-mechanism', 'AuthMech-Web', 'declared', 1, 9);
INSERT INTO auth_mechanism(entity, factor) VALUES(1, 'password');
INSERT INTO field(entity, name, value) VALUES(1, 'Password Generation Mechanism', 'random, on each unit');

-- case: a field that a claimed provision needs is empty
-- expect: fail
-- finding: AuthMech-Web: the field "Password Generation Mechanism" is empty, and provision 5.1-1 needs it
-- covered: ics, ixit.1
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.1-1', 'M F (a)', 'Y');
INSERT INTO entity(id, kind, name, basis, input, line) VALUES(1, 'auth-mechanism', 'AuthMech-Web', 'declared', 1, 9);
INSERT INTO field(entity, name, value) VALUES(1, 'Authentication Factor', 'a password'), (1, 'Password Generation Mechanism', ' ');

-- case: the table that a claimed provision needs was not brought
-- expect: inconclusive
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.1-1', 'M F (a)', 'Y');

-- case: a confirmation was not given
-- expect: inconclusive
-- covered: ics, ixit.3, ixit.2
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.5-8', 'M C (16)', 'Y');
INSERT INTO entity(id, kind, name, basis, input, line) VALUES(1, 'management-process', 'SecMgmt-1', 'declared', 1, 9);
INSERT INTO field(entity, name, value) VALUES(1, 'Cross-Reference', 'SecParam-1');

-- case: a confirmation of a day that is still to come was not given
-- expect: inconclusive
-- covered: ics, ixit.3, ixit.2
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.5-8', 'M C (16)', 'Y');
INSERT INTO entity(id, kind, name, basis, input, line) VALUES(1, 'management-process', 'SecMgmt-1', 'declared', 1, 9);
INSERT INTO field(entity, name, value) VALUES(1, 'Cross-Reference', 'SecParam-1');
INSERT INTO answer(question, value, basis, author, answered) VALUES('ask.conf.secure-management', 'yes', 'declared', 'Maker', '2999-01-01');

-- case: a confirmation that is too old was not given
-- expect: inconclusive
-- covered: ics, ixit.3, ixit.2
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.5-8', 'M C (16)', 'Y');
INSERT INTO entity(id, kind, name, basis, input, line) VALUES(1, 'management-process', 'SecMgmt-1', 'declared', 1, 9);
INSERT INTO field(entity, name, value) VALUES(1, 'Cross-Reference', 'SecParam-1');
INSERT INTO answer(question, value, basis, author, answered) VALUES('ask.conf.secure-management', 'yes', 'declared', 'Maker', '2001-01-01');

-- case: nothing is claimed
-- expect: inconclusive
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.1-1', 'M F (a)', 'N');

-- case: a field that only the later edition has is missing
-- expect: fail
-- finding: PersData-1: the field "Storing Consent" is empty, and provision 6-3B needs it
-- covered: ics, ixit.21, ixit.26
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '6-3B', 'M F (y)', 'Y');
INSERT INTO entity(id, kind, name, basis, input, line) VALUES(1, 'data', 'PersData-1', 'declared', 1, 9);
INSERT INTO field(entity, name, value) VALUES(1, 'Withdrawing Consent', 'in the settings');
