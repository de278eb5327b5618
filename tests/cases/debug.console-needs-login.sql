-- case: the console runs getty
-- expect: pass
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/inittab', 'inittab', 'file', 420, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, command) VALUES (1, 1, 7, '/sbin/getty', 'respawn', 1, '/sbin/getty -L ttyS0 115200 vt100');

-- case: a start script is run by a shell
-- expect: pass
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/inittab', 'inittab', 'file', 420, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, command) VALUES (1, 1, 7, '/bin/sh', 'sysinit', 1, '/bin/sh /etc/init.d/rcS');

-- case: the console opens a shell
-- expect: fail
-- finding: /etc/inittab opens a shell on the console without a login (-/bin/sh)
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/inittab', 'inittab', 'file', 420, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, command) VALUES (1, 1, 7, '/bin/sh', 'respawn', 1, '-/bin/sh');

-- case: the console asks for a key press only
-- expect: fail
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/inittab', 'inittab', 'file', 420, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, command) VALUES (1, 1, 7, '/bin/ash', 'askfirst', 1, '/bin/ash --login');

-- case: the console opens a login shell
-- expect: fail
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/inittab', 'inittab', 'file', 420, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, command) VALUES (1, 1, 7, '/bin/sh', 'console', 1, '/bin/sh -l');

-- case: getty runs a shell where the login program belongs
-- expect: fail
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/inittab', 'inittab', 'file', 420, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, command) VALUES (1, 1, 7, '/sbin/getty', 'respawn', 1, '/sbin/getty -n -l /bin/sh -L ttyS2');

-- case: getty logs somebody in by itself
-- expect: fail
-- covered: start
INSERT INTO start(input, line, program, moment, enabled, command) VALUES (1, 7, '/sbin/agetty', 'console', 1, '/sbin/agetty --autologin root --noclear tty1 linux');

-- case: login lets somebody in without asking
-- expect: fail
-- covered: start
INSERT INTO start(input, line, program, moment, enabled, command) VALUES (1, 7, '/bin/login', 'respawn', 1, '/bin/login -f root');

-- case: login itself serves the terminal
-- expect: pass
-- covered: start
INSERT INTO start(input, line, program, moment, enabled, command) VALUES (1, 7, '/bin/login', 'respawn', 1, '/bin/login');

-- case: getty runs a program that nobody knows
-- expect: inconclusive
-- covered: start
INSERT INTO start(input, line, program, moment, enabled, command) VALUES (1, 7, '/sbin/getty', 'respawn', 1, '/sbin/getty -n -l /opt/ask ttyS0');

-- case: getty names login, and asks no name first
-- expect: pass
-- covered: start
INSERT INTO start(input, line, program, moment, enabled, command) VALUES (1, 7, '/sbin/getty', 'respawn', 1, '/sbin/getty -n -l /bin/login ttyS0');

-- case: a shell is respawned for a script
-- expect: pass
-- covered: start
INSERT INTO start(input, line, program, moment, enabled, command) VALUES (1, 7, '/bin/sh', 'respawn', 1, '/bin/sh /etc/watch');

-- case: a script takes the place of the login program
-- expect: inconclusive
-- covered: start
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/inittab', 'inittab', 'file', 420, 0, 0);
INSERT INTO start(input, file, line, program, moment, enabled, command) VALUES (1, 1, 7, '/usr/libexec/login.sh', 'askfirst', 1, '/usr/libexec/login.sh');

-- case: the start scripts were not read whole
-- expect: inconclusive
