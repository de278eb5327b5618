-- case: a whole advisory as CSAF
-- expect: pass
-- covered: advisories
INSERT INTO advisory(id, published, format, complete) VALUES('A-1', '2026-05-02', 'CSAF 2.0', 1);

-- case: prose on a page
-- expect: fail
-- finding: advisory A-2 is published only as html
-- covered: advisories
INSERT INTO advisory(id, published, format, complete) VALUES('A-1', '2026-05-02', 'csaf', 1), ('A-2', '2026-06-02', 'html', 1);

-- case: it does not name the products
-- expect: fail
-- finding: advisory A-1 does not say all that it must
-- covered: advisories
INSERT INTO advisory(id, published, format, complete) VALUES('A-1', '2026-05-02', 'csaf', 0);

-- case: prose fails, whatever is not said besides
-- expect: fail
-- covered: advisories
INSERT INTO advisory(id, published, format, complete) VALUES('A-1', '2026-05-02', 'pdf', NULL);

-- case: nobody said in which format
-- expect: inconclusive
-- covered: advisories
INSERT INTO advisory(id, published, complete) VALUES('A-1', '2026-05-02', 1);

-- case: nobody said whether it is whole
-- expect: inconclusive
-- covered: advisories
INSERT INTO advisory(id, published, format) VALUES('A-1', '2026-05-02', 'csaf');

-- case: there was none yet
-- expect: inconclusive
-- covered: advisories
