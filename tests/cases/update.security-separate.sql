-- case: apart
-- expect: pass
-- covered: releases
INSERT INTO release(id, version, published, kind) VALUES(1, '1.0.1', '2026-03-01', 'security'), (2, '1.1', '2026-04-01', 'feature');

-- case: a fix only with the new functions
-- expect: fail
-- finding: version 1.1 brings a security fix only together with new functions
-- covered: releases
INSERT INTO release(id, version, published, kind) VALUES(1, '1.1', '2026-04-01', 'both');

-- case: nobody said
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published) VALUES(1, '1.1', '2026-04-01');

-- case: a word that nobody knows
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind) VALUES(1, '1.1', '2026-04-01', 'maintenance');

-- case: no security update was needed yet
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind) VALUES(1, '1.1', '2026-04-01', 'feature');
