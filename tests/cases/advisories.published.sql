-- case: what was fixed was told
-- expect: pass
-- covered: releases, advisories
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2026-05-01', 'security');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');
INSERT INTO advisory(id, vulnerability, published) VALUES('A-1', 'cve-2026-1000', '2026-05-02');

-- case: a silent fix
-- expect: fail
-- finding: CVE-2026-1001 was fixed in version 1.2, and no advisory tells of it
-- covered: releases, advisories
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2026-05-01', 'security');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000'), (1, 'CVE-2026-1001');
INSERT INTO advisory(id, vulnerability, published) VALUES('A-1', 'CVE-2026-1000', '2026-05-02');

-- case: an advisory that is yet to come is none
-- expect: fail
-- covered: releases, advisories
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2026-05-01', 'security');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');
INSERT INTO advisory(id, vulnerability, published) VALUES('A-1', 'CVE-2026-1000', '2027-01-01');

-- case: an advisory without a date
-- expect: inconclusive
-- covered: releases, advisories
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2026-05-01', 'security');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');
INSERT INTO advisory(id, vulnerability) VALUES('A-1', 'CVE-2026-1000');

-- case: a security release that does not say what it fixes
-- expect: inconclusive
-- covered: releases, advisories
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2026-05-01', 'security');

-- case: not all advisories were brought
-- expect: inconclusive
-- covered: releases
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2026-05-01', 'security');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');

-- case: nothing was released yet
-- expect: inconclusive
-- covered: releases, advisories
