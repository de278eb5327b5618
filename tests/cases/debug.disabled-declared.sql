-- case: it is declared and good
-- expect: pass
-- covered: ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'UART', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug, exposed, needed, sensing, protection, takes_input, remote) VALUES (1, 'physical', 0, 1, 0, 'sometimes', 0, 'none', 1, 0);

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'UART', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug, exposed, needed, sensing, protection, takes_input, remote) VALUES (1, 'physical', 1, 1, 0, 'sometimes', 0, 'none', 1, 0);

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'UART', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug, exposed, needed, sensing, protection, takes_input, remote) VALUES (1, 'physical', NULL, 1, 0, 'sometimes', 0, 'none', 1, 0);

-- case: not stated: whether it serves debugging
-- expect: inconclusive
-- covered: ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'UART', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug, exposed, needed, sensing, protection, takes_input, remote) VALUES (1, 'physical', 1, NULL, 0, 'sometimes', 0, 'none', 1, 0);

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'UART', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug, exposed, needed, sensing, protection, takes_input, remote) VALUES (1, 'physical', 0, 1, 0, 'sometimes', 0, 'none', 1, 0);

-- case: no interface is declared that serves debugging
-- expect: pass
-- covered: ixit.15
