-- case: each has its own
-- expect: pass
-- covered: ixit.6
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'SoftComp-Kernel', 'declared', 1), (2, 'component', 'SoftComp-Boot', 'declared', 1);

-- case: a row of the form that could not be placed for it
-- expect: fail
-- finding: the ID SoftComp-Boot stands twice, with other words
-- covered: ixit.6
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'SoftComp-Boot', 'declared', 1);
INSERT INTO unplaced(input, line, kind, what, cells) VALUES(1, 12, 'row', 'the ID SoftComp-Boot stands twice, with other words', 3);

-- case: two files declare the same
-- expect: fail
-- finding: the ID SoftComp-Boot stands twice
-- covered: ixit.6
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'SoftComp-Boot', 'declared', 1), (2, 'component', 'SoftComp-Boot', 'declared', 1);

-- case: nothing is declared
-- expect: inconclusive
