-- case: the page opens without anything
-- expect: pass
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');

-- case: the page wants an account
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, gated, status, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 'account', 200, 'en', '2026-11-01');

-- case: an open page beside one of a bounty programme that wants an account
-- expect: pass
-- covered: document.policy
INSERT INTO document(id, input, kind, url, gated, status, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 'no', 200, 'en', '2026-11-01'), (2, 1, 'policy', 'https://bounty.example/maker', 'account', 200, 'en', '2026-11-01');

-- case: the open page is not there any more
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, gated, status, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 'no', 404, 'en', '2026-11-01'), (2, 1, 'policy', 'https://bounty.example/maker', 'account', 200, 'en', '2026-11-01');

-- case: nobody tried to open it
-- expect: inconclusive
-- covered: document.policy
INSERT INTO document(id, input, kind, url, gated, status, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', NULL, 200, 'en', '2026-11-01');

-- case: there is no policy page
-- expect: inconclusive
-- covered: document.policy

-- case: the open page is gone
-- expect: inconclusive
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, fetched) VALUES(1, 1, 'policy', 'https://maker.example/security', 404, 'no', '2026-11-01');
