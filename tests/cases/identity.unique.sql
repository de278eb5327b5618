-- case: two units, two numbers
-- expect: pass
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO disclosure(input, kind, value, basis) VALUES(2, 'serial', '1001', 'observed'), (3, 'serial', '1002', 'observed');

-- case: two units, one number
-- expect: fail
-- finding: the units A,B show the same identity "0000"
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO disclosure(input, kind, value, basis) VALUES(2, 'serial', '0000', 'observed'), (3, 'serial', '0000', 'observed');

-- case: one of three shows none
-- expect: inconclusive
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B'), (4, 'device', 'third', 'C');
INSERT INTO disclosure(input, kind, value, basis) VALUES(2, 'serial', '1001', 'observed'), (3, 'serial', '1002', 'observed');

-- case: the maker's word is no sample
-- expect: inconclusive
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO disclosure(input, kind, value, basis) VALUES(2, 'serial', '1001', 'declared'), (3, 'serial', '1002', 'declared');

-- case: the same unit twice
-- expect: inconclusive
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'again', 'A');
INSERT INTO disclosure(input, kind, value, basis) VALUES(2, 'serial', '1001', 'observed'), (3, 'serial', '1001', 'observed');

-- case: no unit was looked at
-- expect: inconclusive
