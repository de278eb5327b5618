-- case: the options are off
-- expect: pass
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_DEVMEM', 'n');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_SECCOMP', 'y');

-- case: kernel memory can be opened
-- expect: fail
-- finding: the kernel is built with CONFIG_DEVKMEM, which opens its memory or lets another kernel be started
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_DEVKMEM', 'y');

-- case: /dev/mem is limited
-- expect: inconclusive
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_DEVMEM', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_STRICT_DEVMEM', 'y');

-- case: the configuration is not in the image
-- expect: inconclusive
-- covered: kernel
