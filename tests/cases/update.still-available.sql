-- case: all are there
-- expect: pass
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '1.0.1', '2020-03-01', 'security', 1), (2, '1.0.2', '2026-03-01', 'security', 1);

-- case: the last one took the place of those before
-- expect: fail
-- finding: version 1.0.1 of 2020-03-01 cannot be had any more; 10 years are wanted
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '1.0.1', '2020-03-01', 'security', 0), (2, '1.0.2', '2026-03-01', 'security', 1);

-- case: after the time it may go
-- expect: pass
-- covered: releases
INSERT INTO release(id, version, published, kind, reachable) VALUES(1, '0.9', '2010-03-01', 'security', 0), (2, '1.0.2', '2026-03-01', 'security', 1);

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
