-- case: all are set
-- expect: pass
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'sysctl', 'kernel.randomize_va_space', '2');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'sysctl', 'kernel.dmesg_restrict', '1');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'sysctl', 'kernel.kptr_restrict', '1');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'sysctl', 'net.ipv4.tcp_syncookies', '1');

-- case: addresses are not random
-- expect: fail
-- finding: kernel.randomize_va_space is set to 0; 2 is wanted
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'sysctl', 'kernel.randomize_va_space', '0');

-- case: nothing is set
-- expect: inconclusive
-- covered: settings
