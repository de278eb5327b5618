-- case: a memory management unit
-- expect: pass
-- covered: ixit.18
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'memory-control', 'MMU', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Description', 'processes have address spaces of their own; no page is writable and executable');

-- case: none
-- expect: fail
-- finding: the product file names no control of access to memory
-- covered: ixit.18

-- case: a name, and nothing said of it
-- expect: inconclusive
-- covered: ixit.18
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'memory-control', 'MMU', 'declared', 1);

-- case: nobody said
-- expect: inconclusive

-- case: the description says that there is none
-- expect: inconclusive
-- covered: ixit.18
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'memory-control', 'MMU', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Description', 'none');
