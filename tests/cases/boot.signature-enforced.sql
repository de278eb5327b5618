-- case: all stages are signed and checked
-- expect: pass
-- covered: signatures
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'bootloader', 'rsa-pss', 3072, 'sha256', 1, 1);
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'kernel', 'rsa-pss', 3072, 'sha256', 1, 1);
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'rootfs', 'rsa-pss', 3072, 'sha256', 1, 1);

-- case: the signature of the kernel does not fit
-- expect: fail
-- finding: kernel carries a signature that does not fit
-- covered: signatures
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'kernel', 'rsa-pss', 3072, 'sha256', 0, 1);

-- case: the check of the kernel is switched off
-- expect: fail
-- finding: kernel is signed, but the device starts it without a check
-- covered: signatures
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'bootloader', 'rsa-pss', 3072, 'sha256', 1, 1);
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'kernel', 'rsa-pss', 3072, 'sha256', 1, 0);
INSERT INTO signature(input, at, target, algorithm, bits, hash, valid, enforced) VALUES (1, 64, 'rootfs', 'rsa-pss', 3072, 'sha256', 1, 1);

-- case: nothing in the image is signed
-- expect: inconclusive
-- covered: signatures
