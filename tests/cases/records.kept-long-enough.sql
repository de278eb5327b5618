-- case: ten years
-- expect: pass
-- covered: answers
INSERT INTO answer(question, value, basis, author) VALUES('ask.records.retention-years', '10', 'declared', 'Maker');

-- case: five years
-- expect: fail
-- finding: the papers are kept for 5 years; 10 years are wanted
-- covered: answers
INSERT INTO answer(question, value, basis, author) VALUES('ask.records.retention-years', '5', 'declared', 'Maker');

-- case: of two answers the shorter counts
-- expect: fail
-- covered: answers
INSERT INTO answer(question, value, basis, author) VALUES('ask.records.retention-years', '12', 'declared', 'Maker'), ('ask.records.retention-years', '2', 'declared', 'Archive');

-- case: words
-- expect: inconclusive
-- covered: answers
INSERT INTO answer(question, value, basis, author) VALUES('ask.records.retention-years', '10 months', 'declared', 'Maker');

-- case: another unit
-- expect: inconclusive
-- covered: answers
INSERT INTO answer(question, value, unit, basis, author) VALUES('ask.records.retention-years', '12', 'months', 'declared', 'Maker');

-- case: an answer that has expired
-- expect: inconclusive
-- covered: answers
INSERT INTO answer(question, value, basis, author, expires) VALUES('ask.records.retention-years', '10', 'declared', 'Maker', '2026-01-01');

-- case: nobody answered
-- expect: inconclusive
-- covered: answers

-- case: an answer of a day that is still to come
-- expect: inconclusive
-- covered: answers
INSERT INTO answer(question, value, basis, author, answered) VALUES('ask.records.retention-years', '10', 'declared', 'Maker', '2999-01-01');

-- case: an answer that is too old
-- expect: inconclusive
-- covered: answers
INSERT INTO answer(question, value, basis, author, answered) VALUES('ask.records.retention-years', '10', 'declared', 'Maker', '2001-01-01');

-- case: too few years do not become more by waiting
-- expect: fail
-- covered: answers
INSERT INTO answer(question, value, basis, author, answered) VALUES('ask.records.retention-years', '5', 'declared', 'Maker', '2001-01-01');
