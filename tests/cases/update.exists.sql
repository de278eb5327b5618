-- case: there is one
-- expect: pass
-- covered: ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'online', 'declared', 1);

-- case: there is none
-- expect: fail
-- finding: the product file names no way of updating
-- covered: ixit.7


-- case: nobody said
-- expect: inconclusive


