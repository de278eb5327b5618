-- case: answered
-- expect: pass
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.1-1', 'M', 'Y');

-- case: not answered
-- expect: fail
-- finding: provision 5.1-1 is not answered
-- covered: ics
INSERT INTO ics(edition, requirement, status) VALUES('3.1.3', '5.1-1', 'M');

-- case: no statement
-- expect: inconclusive

-- case: a statement for another edition answers nothing of this one
-- expect: inconclusive
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('2.1.1', '5.1-1', 'M', 'Y');
