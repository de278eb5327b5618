-- case: the web interface is served over TLS
-- expect: pass
-- covered: start, settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (1, 'service', 'lighttpd', 'observed', 1, 1, 4);
INSERT INTO service(entity, transport, enabled, port, protocol, configures) VALUES (1, 'tcp', 1, 443, 'https', 1);

-- case: settings are changed over plain HTTP
-- expect: fail
-- finding: httpd offers settings or a login without encryption (http, port 80)
-- covered: start, settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (1, 'service', 'httpd', 'observed', 1, 1, 4);
INSERT INTO service(entity, transport, enabled, port, protocol, configures) VALUES (1, 'tcp', 1, 80, 'http', 1);

-- case: nobody knows what the plain page is for
-- expect: inconclusive
-- covered: start, settings
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/init.d/rcS', 'rcS', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file, line) VALUES (1, 'service', 'httpd', 'observed', 1, 1, 4);
INSERT INTO service(entity, transport, enabled, port, protocol) VALUES (1, 'tcp', 1, 80, 'http');

-- case: what another service speaks is not known
-- expect: inconclusive
-- covered: start, settings
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, enabled) VALUES(1, 'tcp', 443, 'https', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'other', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 8080, 1);
