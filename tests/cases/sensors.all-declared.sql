-- case: all are declared
-- expect: pass
-- covered: sensors, ixit.22
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'sensor', 'camera', 'observed', 1), (2, 'sensor', 'Camera', 'declared', 1);

-- case: a microphone that nobody told of
-- expect: fail
-- finding: microphone senses the surroundings and is not in the product file
-- covered: sensors, ixit.22
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'sensor', 'microphone', 'observed', 1), (2, 'sensor', 'camera', 'declared', 1);

-- case: the list is not whole
-- expect: inconclusive
-- covered: sensors
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'sensor', 'microphone', 'observed', 1);

-- case: nobody looked for sensors
-- expect: inconclusive
-- covered: ixit.22
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'sensor', 'camera', 'declared', 1);

-- case: there are none
-- expect: inconclusive
-- covered: sensors, ixit.22
