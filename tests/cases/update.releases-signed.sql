-- case: all are signed
-- expect: pass
-- covered: releases
INSERT INTO release(id, version, published, kind, is_signed) VALUES(1, '1.0', '2026-02-01', 'feature', 1), (2, '1.1', '2026-03-01', 'security', 1);

-- case: one is not
-- expect: fail
-- finding: version 1.1 was published without a signature
-- covered: releases
INSERT INTO release(id, version, published, kind, is_signed) VALUES(1, '1.0', '2026-02-01', 'feature', 1), (2, '1.1', '2026-03-01', 'security', 0);

-- case: nobody said
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind) VALUES(1, '1.0', '2026-02-01', 'feature');

-- case: there may be more
-- expect: inconclusive
INSERT INTO release(id, version, published, kind, is_signed) VALUES(1, '1.0', '2026-02-01', 'feature', 1);
