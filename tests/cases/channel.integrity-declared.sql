-- case: integrity without proof of the other side is integrity
-- expect: pass
-- covered: ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'fieldbus', 'declared', 1);
INSERT INTO channel(entity, integral, authentic) VALUES(1, 1, 0);

-- case: nothing notices a change
-- expect: fail
-- finding: fieldbus does not give integrity
-- covered: ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'fieldbus', 'declared', 1), (2, 'channel', 'OPC UA', 'declared', 1);
INSERT INTO channel(entity, integral) VALUES(1, 0), (2, 1);

-- case: nobody said
-- expect: inconclusive
-- covered: ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'fieldbus', 'declared', 1);
INSERT INTO channel(entity, authentic) VALUES(1, 1);

-- case: no channel is declared
-- expect: inconclusive
-- covered: ixit.11
