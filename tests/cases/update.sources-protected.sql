-- case: the feed is encrypted
-- expect: pass
-- covered: mentions
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/opkg.conf', 'opkg.conf', 'file', 420, 0, 0);
INSERT INTO mention(file, at, kind, value) VALUES (1, 8, 'url', 'https://feeds.maker.example/packages/base');

-- case: the feed is plain
-- expect: fail
-- finding: /etc/opkg.conf fetches updates without encryption (http://feeds.maker.example/packages/base)
-- covered: mentions
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/opkg.conf', 'opkg.conf', 'file', 420, 0, 0);
INSERT INTO mention(file, at, kind, value) VALUES (1, 8, 'url', 'http://feeds.maker.example/packages/base');

-- case: the feed is plain, but signatures are checked
-- expect: inconclusive
-- covered: mentions
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/opkg.conf', 'opkg.conf', 'file', 420, 0, 0);
INSERT INTO mention(file, at, kind, value) VALUES (1, 8, 'url', 'http://feeds.maker.example/packages/base');
INSERT INTO entity(id, kind, name, basis, input, file) VALUES (1, 'update-mechanism', 'opkg', 'observed', 1, 1);
INSERT INTO update_mechanism(entity, verified_by) VALUES (1, 'device');

-- case: addresses were not searched
-- expect: inconclusive
