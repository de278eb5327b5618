-- case: not applicable where a condition allows it
-- expect: pass
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.1-1', 'M F (a)', 'N/A'), ('3.1.3', '5.2-1', 'M', 'Y');

-- case: not applicable where nothing allows it
-- expect: fail
-- finding: provision 5.2-1 is answered with "N/A", which a provision of status M does not allow: it applies to every product
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.2-1', 'M', 'N/A');

-- case: another word than the form has
-- expect: fail
-- finding: provision 5.2-1 is answered with "partly", which is none of Y, N and N/A
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.2-1', 'M', 'partly');

-- case: a provision of another edition
-- expect: fail
-- finding: provision 5.3-4 is answered with "Y", which is about a provision that the edition does not have
-- covered: ics
INSERT INTO ics(edition, requirement, status, support) VALUES('3.1.3', '5.3-4', 'R', 'Y');

-- case: no statement
-- expect: inconclusive
