-- case: only strong suites are allowed
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.cipher-list', '"ECDHE+AESGCM:!aNULL:!RC4"');

-- case: RC4 is allowed
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.cipher-list', '"HIGH:RC4-SHA"');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.cipher-list', NULL);

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.cipher-list', '"ECDHE+AESGCM:!aNULL:!RC4"');

-- case: a server without TLS says nothing of ciphers
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type) VALUES(1, 1, '/etc/lighttpd.conf', 'lighttpd.conf', 'file');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES(1, 1, 3, 40, 'lighttpd', 'server.port', '80');

-- case: TLS is on, and no list is set
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type) VALUES(1, 1, '/etc/lighttpd.conf', 'lighttpd.conf', 'file');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES(1, 1, 3, 40, 'lighttpd', 'ssl.engine', 'enable');

-- case: nginx allows RC4
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type) VALUES(1, 1, '/etc/nginx/nginx.conf', 'nginx.conf', 'file');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES(1, 1, 3, 40, 'nginx', 'ssl_ciphers', 'HIGH:RC4-SHA');
