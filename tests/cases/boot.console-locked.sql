-- case: the boot loader cannot be stopped
-- expect: pass
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'uboot', 'bootdelay', '-2');

-- case: the boot loader waits for a key
-- expect: fail
-- finding: whoever is at the console can stop the boot loader and change what is started (bootdelay = 5)
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'uboot', 'bootdelay', '5');

-- case: a stop word is set
-- expect: inconclusive
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'uboot', 'bootdelay', '5');
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'uboot', 'bootstopkeysha256', 'ab12');

-- case: no boot loader settings were found
-- expect: inconclusive
-- covered: settings

-- case: no delay, and a key may be held down
-- expect: inconclusive
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'uboot', 'bootdelay', '0');

-- case: the boot loader never starts by itself, and waits at its prompt
-- expect: fail
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'uboot', 'bootdelay', '-1');

-- case: other settings of the boot loader say nothing of the delay
-- expect: inconclusive
-- covered: settings
INSERT INTO setting(input, file, line, at, domain, key, value) VALUES (1, NULL, 3, 40, 'uboot', 'baudrate', '115200');
