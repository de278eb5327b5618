-- case: it is declared and good
-- expect: pass
-- covered: ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, auto_default, can_disable, can_postpone, notifies, notify_default, notify_optional, says_why, warns_disruption, checks_at_start, check_hours, verified_by, downgrade, simple) VALUES (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 24, 'device', 'refused', 'automatic');

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, auto_default, can_disable, can_postpone, notifies, notify_default, notify_optional, says_why, warns_disruption, checks_at_start, check_hours, verified_by, downgrade, simple) VALUES (1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 24, 'device', 'refused', 'automatic');

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, auto_default, can_disable, can_postpone, notifies, notify_default, notify_optional, says_why, warns_disruption, checks_at_start, check_hours, verified_by, downgrade, simple) VALUES (1, 1, 1, 1, 1, 1, 1, NULL, 1, 1, 1, 1, 24, 'device', 'refused', 'automatic');

-- case: not stated: whether the user is told of updates
-- expect: inconclusive
-- covered: ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, auto_default, can_disable, can_postpone, notifies, notify_default, notify_optional, says_why, warns_disruption, checks_at_start, check_hours, verified_by, downgrade, simple) VALUES (1, 1, 1, 1, 1, 1, NULL, 0, 1, 1, 1, 1, 24, 'device', 'refused', 'automatic');

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, auto_default, can_disable, can_postpone, notifies, notify_default, notify_optional, says_why, warns_disruption, checks_at_start, check_hours, verified_by, downgrade, simple) VALUES (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 24, 'device', 'refused', 'automatic');

-- case: nothing of the kind is declared
-- expect: inconclusive
-- covered: ixit.7
