-- case: RAUC checks signatures
-- expect: pass
-- covered: updates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/bin/rauc', 'rauc', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file) VALUES (1, 'update-mechanism', 'RAUC', 'observed', 1, 1);
INSERT INTO update_mechanism(entity, verified_by) VALUES (1, 'device');

-- case: opkg is told not to check
-- expect: fail
-- finding: opkg installs updates without checking a signature
-- covered: updates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/opkg.conf', 'opkg.conf', 'file', 420, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file) VALUES (1, 'update-mechanism', 'opkg', 'observed', 1, 1);
INSERT INTO update_mechanism(entity, verified_by) VALUES (1, 'nobody');

-- case: it could not be told
-- expect: inconclusive
-- covered: updates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/sbin/sysupgrade', 'sysupgrade', 'file', 493, 0, 0);
INSERT INTO entity(id, kind, name, basis, input, file) VALUES (1, 'update-mechanism', 'sysupgrade', 'observed', 1, 1);
INSERT INTO update_mechanism(entity) VALUES (1);

-- case: no update program was found
-- expect: inconclusive
-- covered: updates
