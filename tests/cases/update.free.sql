-- case: security updates are free
-- expect: pass
-- covered: releases
INSERT INTO release(id, version, published, kind, free) VALUES(1, '1.1', '2026-03-01', 'security', 1), (2, '2.0', '2026-04-01', 'feature', 0);

-- case: one is sold
-- expect: fail
-- finding: version 1.1 is a security update and costs money
-- covered: releases
INSERT INTO release(id, version, published, kind, free) VALUES(1, '1.1', '2026-03-01', 'security', 0);

-- case: what is sold mends security besides
-- expect: fail
-- covered: releases
INSERT INTO release(id, version, published, kind, free) VALUES(1, '1.1', '2026-03-01', 'both', 0);

-- case: nobody said whether it costs
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind) VALUES(1, '1.1', '2026-03-01', 'security');

-- case: nobody said what it is for
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, free) VALUES(1, '1.1', '2026-03-01', 0);

-- case: the list of releases is not whole
-- expect: inconclusive
INSERT INTO release(id, version, published, kind, free) VALUES(1, '1.1', '2026-03-01', 'security', 1);

-- case: only features were released
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind, free) VALUES(1, '2.0', '2026-04-01', 'feature', 1);
