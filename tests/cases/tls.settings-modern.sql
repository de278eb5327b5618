-- case: TLS 1.2 is the least
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.openssl.ssl-conf-cmd', '("MinProtocol" => "TLSv1.2")');

-- case: TLS 1.0 is the least
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.openssl.ssl-conf-cmd', '("MinProtocol" => "TLSv1")');

-- case: lighttpd lists the versions, old ones among them
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.openssl.ssl-conf-cmd', '("Protocol" => "-ALL, TLSv1, TLSv1.1")');

-- case: lighttpd lists new versions only
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.openssl.ssl-conf-cmd', '("Protocol" => "-ALL, TLSv1.2, TLSv1.3, -TLSv1.1")');

-- case: lighttpd without TLS
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'server.port', '80');

-- case: lighttpd with TLS names no version
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.engine', 'enable');

-- case: nginx with TLS names no version, beside a broker that does
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'nginx', 'listen', '443 ssl'), (1, 1, 4, 60, 'mosquitto', 'tls_version', 'tlsv1.2');

-- case: the versions of one server of nginx are not those of a server in another file
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/nginx/a.conf', 'a.conf', 'file', 420, 0, 0), (2, 1, '/etc/nginx/b.conf', 'b.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition) VALUES (1, 1, 3, 40, 'nginx', 'ssl_protocols', 'TLSv1.2', 'server a'), (1, 2, 3, 40, 'nginx', 'listen', '443 ssl', 'server b');

-- case: the versions of nginx stand in one file for all servers
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/nginx/nginx.conf', 'nginx.conf', 'file', 420, 0, 0), (2, 1, '/etc/nginx/b.conf', 'b.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value, condition) VALUES (1, 1, 3, 40, 'nginx', 'ssl_protocols', 'TLSv1.2', NULL), (1, 2, 3, 40, 'nginx', 'listen', '443 ssl', 'server b');

-- case: SSL 3 is on
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.use-sslv3', 'enable');

-- case: mosquitto speaks TLS 1.1
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'mosquitto', 'tls_version', 'tlsv1.1');

-- case: nginx allows TLS 1.0
-- expect: fail
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/nginx/nginx.conf', 'nginx.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'nginx', 'ssl_protocols', 'TLSv1 TLSv1.2');

-- case: nginx allows TLS 1.2 and 1.3
-- expect: pass
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/nginx/nginx.conf', 'nginx.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'nginx', 'ssl_protocols', 'TLSv1.2 TLSv1.3');

-- case: the value could not be read
-- expect: inconclusive
-- covered: settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.use-sslv3', NULL);

-- case: no settings of the program were found
-- expect: inconclusive
-- covered: settings

-- case: the settings were not read whole
-- expect: inconclusive
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/lighttpd.conf', 'lighttpd.conf', 'file', 420, 0, 0);
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, 1, 3, 40, 'lighttpd', 'ssl.openssl.ssl-conf-cmd', '("MinProtocol" => "TLSv1.2")');
