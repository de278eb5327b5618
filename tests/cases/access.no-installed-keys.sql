-- case: no such file is in the image
-- expect: pass
-- covered: secrets, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssh/sshd_config', 'sshd_config', 'file', 420, 0, 0);

-- case: a key is installed for root
-- expect: fail
-- finding: /root/.ssh/authorized_keys lets whoever holds one private key log in to every unit
-- covered: secrets, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid, size) VALUES (1, 1, '/root/.ssh/authorized_keys', 'authorized_keys', 'file', 384, 0, 0, 398);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint, used_by) VALUES (1, 1, 0, 'public-key', 'rsa', 2048, 'p1', 'ssh');

-- case: the file is there, but what it holds was not recognised
-- expect: inconclusive
-- covered: secrets, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid, size) VALUES (1, 1, '/root/.ssh/authorized_keys', 'authorized_keys', 'file', 384, 0, 0, 398);
