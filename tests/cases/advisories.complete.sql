-- case: a whole advisory as CSAF
-- expect: pass
-- covered: advisories
INSERT INTO advisory(id, published, format, complete) VALUES('A-1', '2026-05-02', 'CSAF 2.0', 1);

-- case: a whole advisory as a page, of which no format is asked
-- expect: pass
-- covered: advisories
INSERT INTO advisory(id, published, format, complete) VALUES('A-1', '2026-05-02', 'csaf', 1), ('A-2', '2026-06-02', 'html', 1);

-- case: its format is not told, and not asked
-- expect: pass
-- covered: advisories
INSERT INTO advisory(id, published, complete) VALUES('A-1', '2026-05-02', 1);

-- case: one of two does not name the products
-- expect: fail
-- finding: advisory A-2 does not say all that it must
-- covered: advisories
INSERT INTO advisory(id, published, format, complete) VALUES('A-1', '2026-05-02', 'csaf', 1), ('A-2', '2026-05-02', 'csaf', 0);

-- case: nobody said whether it is whole
-- expect: inconclusive
-- covered: advisories
INSERT INTO advisory(id, published, format) VALUES('A-1', '2026-05-02', 'csaf');

-- case: there may be more
-- expect: inconclusive
INSERT INTO advisory(id, published, format, complete) VALUES('A-1', '2026-05-02', 'csaf', 1);

-- case: there was none yet
-- expect: inconclusive
-- covered: advisories
