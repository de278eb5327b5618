-- case: the tree is clean
-- expect: pass
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/passwd', 'passwd', 'file', 420, 0, 0);

-- case: a history of commands was left
-- expect: fail
-- finding: /root/.bash_history is a history of commands
-- covered: files
INSERT INTO file(id, input, path, name, type, mode, uid, gid, size) VALUES (1, 1, '/root/.bash_history', '.bash_history', 'file', 384, 0, 0, 120);

-- case: the image holds no files
-- expect: inconclusive
-- covered: files

-- case: what an editor remembers
-- expect: fail
-- covered: files
INSERT INTO file(id, input, path, name, type, size, mode) VALUES(1, 1, '/root/.viminfo', '.viminfo', 'file', 200, 384);
