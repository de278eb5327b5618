-- case: plain
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind, plain) VALUES(1, 1, 'support', 1);

-- case: not plain
-- expect: fail
-- finding: https://x.example is not clear to somebody without technical knowledge
-- covered: document.support
INSERT INTO document(id, input, kind, url, plain) VALUES(1, 1, 'support', 'https://x.example', 0);

-- case: not judged
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');

