-- case: a page in English
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, language) VALUES(1, 1, 'support', 'https://example.com/support', 200, 'en');

-- case: a page in British English beside a German one
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, language) VALUES(1, 1, 'support', 'https://example.com/de', 200, 'de'), (2, 1, 'support', 'https://example.com/uk', 200, 'en-GB');

-- case: a page in German alone
-- expect: fail
-- finding: the support period is not published in the language "en"
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, language) VALUES(1, 1, 'support', 'https://example.com/de', 200, 'de');

-- case: English on a page of another kind helps nobody
-- expect: fail
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, language) VALUES(1, 1, 'support', 'https://example.com/de', 200, 'de'), (2, 1, 'policy', 'https://example.com/security', 200, 'en');

-- case: the English page is gone
-- expect: fail
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, language) VALUES(1, 1, 'support', 'https://example.com/en', 404, 'en');

-- case: the English page was not fetched
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind, url, language) VALUES(1, 1, 'support', 'https://example.com/en', 'en');

-- case: the language is not known
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind, url, status) VALUES(1, 1, 'support', 'https://example.com/support', 200);

-- case: no page was given
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, language) VALUES(1, 1, 'policy', 'https://example.com/security', 200, 'en');

-- case: nobody looked
-- expect: inconclusive
INSERT INTO document(id, input, kind, url, status, language) VALUES(1, 1, 'support', 'https://example.com/support', 200, 'en');
