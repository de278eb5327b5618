-- case: signatures are forced
-- expect: pass
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_MODULES', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_MODULE_SIG_FORCE', 'y');

-- case: there are no modules
-- expect: pass
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_MODULES', 'n');

-- case: signatures are not forced
-- expect: fail
-- finding: the kernel loads modules that nobody signed
-- covered: kernel
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_MODULES', 'y');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'kernel', 'CONFIG_MODULE_SIG_FORCE', 'n');

-- case: the configuration is not in the image
-- expect: inconclusive
-- covered: kernel
