-- case: all options are on
-- expect: pass
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_STRICT_KERNEL_RWX', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_STACKPROTECTOR', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_HARDENED_USERCOPY', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_SECCOMP', 'y');

-- case: the memory protection is off
-- expect: fail
-- finding: the kernel is built without CONFIG_STRICT_KERNEL_RWX
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_STRICT_KERNEL_RWX', 'n');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_STACKPROTECTOR', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_HARDENED_USERCOPY', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_SECCOMP', 'y');

-- case: seccomp is missing from a configuration that is there
-- expect: fail
-- finding: the kernel is built without CONFIG_SECCOMP
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_STRICT_KERNEL_RWX', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_STACKPROTECTOR', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_HARDENED_USERCOPY', 'y');

-- case: the configuration is not in the image
-- expect: inconclusive
-- covered: kernel
