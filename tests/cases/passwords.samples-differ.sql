-- case: two units, two passwords
-- expect: pass
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint, used_by) VALUES(2, 0, 'password', 'aa11', 'admin'), (3, 0, 'password', 'bb22', 'admin');

-- case: two units, one password
-- expect: fail
-- finding: the password of admin is the same in the units A,B
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint, used_by) VALUES(2, 0, 'password', 'aa11', 'admin'), (3, 0, 'password', 'aa11', 'admin');

-- case: one pair of three is the same
-- expect: fail
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B'), (4, 'device', 'third', 'C');
INSERT INTO secret(input, at, kind, fingerprint, used_by) VALUES(2, 0, 'password', 'aa11', 'admin'), (3, 0, 'password', 'bb22', 'admin'), (4, 0, 'password', 'bb22', 'admin');

-- case: it is known of one unit
-- expect: inconclusive
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint, used_by) VALUES(2, 0, 'password', 'aa11', 'admin');

-- case: no password was read
-- expect: inconclusive
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');

-- case: there is no second unit
-- expect: inconclusive
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint, used_by) VALUES(2, 0, 'password', 'aa11', 'admin'), (3, 0, 'password', 'bb22', 'admin');
