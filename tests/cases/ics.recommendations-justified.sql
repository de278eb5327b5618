-- case: a recommendation is not met, for a reason
-- expect: pass
-- covered: ics
INSERT INTO ics(edition, requirement, status, support, detail) VALUES('3.1.3', '5.2-2', 'R', 'N', 'reports are acted on each quarter only');

-- case: a recommendation is not met, and nobody says why
-- expect: fail
-- finding: recommendation 5.2-2 is answered with N, and no reason is given
-- covered: ics
INSERT INTO ics(edition, requirement, status, support, detail) VALUES('3.1.3', '5.2-2', 'R', 'N', 'n/a');

-- case: not applicable needs a reason too
-- expect: fail
-- finding: recommendation 5.3-1 is answered with N/A, and no reason is given
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.3-1', 'R F (f)', 'N/A');

-- case: no statement
-- expect: inconclusive

-- case: a recommendation is not answered
-- expect: inconclusive
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.1-2A', 'R', NULL);
