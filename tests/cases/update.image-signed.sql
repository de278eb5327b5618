-- case: the image is signed
-- expect: pass
-- covered: signatures, regions
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'image', 'rsa-pss', 3072, 'sha256', 1, NULL);

-- case: the image carries no signature
-- expect: fail
-- finding: firmware.bin carries no signature
-- covered: signatures, regions

-- case: the signature is with MD5
-- expect: fail
-- finding: firmware.bin is signed with a weak algorithm
-- covered: signatures, regions
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'image', 'rsa-md5', 3072, 'sha256', 1, NULL);

-- case: a region was not read
-- expect: inconclusive
-- covered: signatures, regions
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 1703936, 1500000, 'unknown', 'encrypted');

-- case: not all was searched for signatures
-- expect: inconclusive
-- covered: regions

-- case: the algorithm was not recognised
-- expect: inconclusive
-- covered: signatures, regions
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'image', 'vendor-7', 3072, 'sha256', 1, NULL);

-- case: a signed package in an image is no signed image
-- expect: inconclusive
-- covered: signatures, regions
INSERT INTO signature(input, at, target, algorithm, bits, valid) VALUES(1, 4096, 'package', 'ed25519', 256, 1);

-- case: the kernel alone
-- expect: inconclusive
-- covered: signatures, regions
INSERT INTO signature(input, at, target, algorithm, bits, valid) VALUES(1, 4096, 'kernel', 'rsa-sha256', 2048, 1);

-- case: a second signature that does not fit
-- expect: fail
-- covered: signatures, regions
INSERT INTO signature(input, at, target, algorithm, bits, valid) VALUES(1, 64, 'image', 'ed25519', 256, 1), (1, 128, 'image', 'rsa-sha256', 2048, 0);
