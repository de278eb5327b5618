-- case: the policy is in English
-- expect: pass
-- covered: document.policy
INSERT INTO document(id, input, kind, url, language, status, gated, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 'en', 200, 'no', '2026-11-01');

-- case: the policy is in British English
-- expect: pass
-- covered: document.policy
INSERT INTO document(id, input, kind, url, language, status, gated, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 'en-GB', 200, 'no', '2026-11-01');

-- case: the policy is only in German
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, language, status, gated, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 'de', 200, 'no', '2026-11-01');

-- case: the English page is not there, the German one is
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, language, status, gated, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 'en', 404, 'no', '2026-11-01'), (2, 1, 'policy', 'https://maker.example/de', 'de', 200, 'no', '2026-11-01');

-- case: the language was not recognised
-- expect: inconclusive
-- covered: document.policy
INSERT INTO document(id, input, kind, url, language, status, gated, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', NULL, 200, 'no', '2026-11-01');

-- case: no policy was fetched
-- expect: inconclusive
