-- case: all are there
-- expect: pass
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '1.0.1', '2020-03-01', 'security', 1), (2, '1.0.2', '2026-03-01', 'security', 1);

-- case: the last one took the place of those before
-- expect: fail
-- finding: version 1.0.1 of 2020-03-01 cannot be had any more; 10 years are wanted, and as long as it is supported
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '1.0.1', '2020-03-01', 'security', 0), (2, '1.0.2', '2026-03-01', 'security', 1);

-- case: after ten years and the end of support it may go
-- expect: pass
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '0.9', '2010-03-01', 'security', 0), (2, '1.0.2', '2026-03-01', 'security', 1);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2020-12-31');

-- case: ten years are over, and it is still supported
-- expect: fail
-- finding: version 0.9 of 2010-03-01 cannot be had any more; 10 years are wanted, and as long as it is supported
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '0.9', '2010-03-01', 'security', 0);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2035-12');

-- case: ten years are over, and nobody says how long it is supported
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '0.9', '2010-03-01', 'security', 0);

-- case: nobody tried
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind) VALUES(1, '1.0.1', '2020-03-01', 'security');

-- case: a year is no day: it may or may not be over
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '1.0.1', '2016', 'security', 0);

-- case: there may be more
-- expect: inconclusive
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '1.0.1', '2020-03-01', 'security', 1);
