-- case: a signature is verified
-- expect: pass
-- covered: ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, bits, basis) VALUES(1, 'signature', 'rsa-pss', 3072, 'declared'), (1, 'hash', 'sha256', 256, 'declared');

-- case: there is none
-- expect: fail
-- finding: no secure boot is declared
-- covered: ixit.20

-- case: a checksum
-- expect: fail
-- finding: boot check only compares digests, which whoever changes the software can change too
-- covered: ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'boot check', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, bits, basis) VALUES(1, 'hash', 'sha256', 256, 'declared');

-- case: a name is no mechanism
-- expect: inconclusive
-- covered: ixit.20
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'boot', 'secure boot', 'declared', 1);

-- case: nobody said
-- expect: inconclusive
