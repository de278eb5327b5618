-- case: every part was read
-- expect: pass
-- covered: regions
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 1703936, 1500000, 'squashfs', 'yes');

-- case: empty space is no gap
-- expect: pass
-- covered: regions
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 1703936, 1500000, 'padding', 'empty');

-- case: every reader died
-- expect: fail
-- finding: router.bin could not be read at all: every reader gave up
-- covered: regions
UPDATE input SET size = 4000000, name = 'router.bin';
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 1703936, 100, 'raw', 'unknown');
INSERT INTO run(input, collector, outcome, reason) VALUES (1, 'image', 'died', 'killed by the memory limit');

-- case: a region is encrypted
-- expect: inconclusive
-- covered: regions
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 1703936, 1500000, 'unknown', 'encrypted');

-- case: nothing of the image was looked at
-- expect: inconclusive
-- covered: regions

-- case: the machine had too little memory to read it
-- expect: inconclusive
-- covered: regions
UPDATE input SET size = 4000000, name = 'router.bin';
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 1703936, 100, 'raw', 'unknown');
INSERT INTO run(input, collector, outcome, reason) VALUES (1, 'image', 'machine', 'the machine had too little memory');

-- case: the file changed while it was read
-- expect: inconclusive
-- covered: regions
UPDATE input SET size = 4000000, name = 'router.bin';
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 1703936, 100, 'raw', 'unknown');
INSERT INTO run(input, collector, outcome, reason) VALUES (1, 'image', 'changed', 'changed while it was read');

-- case: its reader was taken over, and nothing of what it said was kept
-- expect: fail
-- finding: router.bin could not be read at all: every reader gave up
-- covered: regions
UPDATE input SET size = 4000000, name = 'router.bin';
INSERT INTO region(id, input, at, size, kind, readable) VALUES (1, 1, 1703936, 100, 'raw', 'unknown');
INSERT INTO run(input, collector, outcome, reason) VALUES (1, 'image', 'void', 'it wrote answer, which no reader of kind "image" does');
