-- case: what is referred to is there
-- expect: pass
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'SoftComp-Kernel', 'declared', 1), (2, 'update-mechanism', 'UpdMech-Web', 'declared', 1);
INSERT INTO reference(entity, field, name, alone) VALUES(1, 'Update Mechanism', 'UpdMech-Web', 1);

-- case: an update mechanism that no row defines
-- expect: fail
-- finding: SoftComp-Kernel refers to UpdMech-USB in "Update Mechanism", and no row is called so
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'SoftComp-Kernel', 'declared', 1), (2, 'update-mechanism', 'UpdMech-Web', 'declared', 1);
INSERT INTO reference(entity, field, name, alone) VALUES(1, 'Update Mechanism', 'UpdMech-USB', 0);

-- case: the table that it would stand in was not brought
-- expect: inconclusive
-- covered: ixit.6
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'SoftComp-Kernel', 'declared', 1);
INSERT INTO reference(entity, field, name, alone) VALUES(1, 'Update Mechanism', 'UpdMech-USB', 0);

-- case: nothing refers to anything
-- expect: inconclusive
-- covered: ixit.6
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'SoftComp-Kernel', 'declared', 1);
