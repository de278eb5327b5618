/* What the trees walk, one by one, and what comes of it with facts in place of planted answers: vulnerabilities, logs, keys; what is missing from a list;
 * and on what an end rests. */
#include "testing.h"

#include "base/buf.h"
#include "trying.h"

#include <stdio.h>

static struct arena memory;
static const struct rules *rules;

static int load(void **state)
{
	(void)state;
	memory = arena_open((size_t)1 << 30);
	rules = real_rules(&memory);
	return rules ? 0 : -1;
}

static int forget(void **state)
{
	(void)state;
	arena_close(&memory);
	return 0;
}

/* The evidence of one case, and the classes that it covers, with spaces between them. */
static void bring(struct trial *t, const char *sql, const char *covered)
{
	struct check_case c = { .sql = str_of(sql) };
	str rest = str_of(covered), word, classes[16];

	while (str_word(&rest, &word)) classes[c.covered_count++] = word;
	c.covered = classes;
	trial_next(t, &c);
	if (t->error[0]) fail_msg("%s in: %s", t->error, sql);
	(void)trial_view(t);
}

static struct requirement_result ask(struct trial *t, const char *catalogue, const char *id, enum strength least)
{
	const struct requirement *r = rules_requirement(rules_catalogue(rules, str_of(catalogue), STR("")), str_of(id));
	struct requirement_result result;

	assert_non_null(r);
	judge_requirement(&t->view, r, least, false, &result);
	return result;
}

/* ---- what is walked ------------------------------------------------------------------------------------------------------ */

/* Of each thing that trees speak of one that they walk, and one that they do not. */
static const char everything[] =
	"INSERT INTO entity(id, kind, name, basis, input) VALUES"
	" (1, 'asset', 'security', 'declared', 1), (2, 'asset', 'network', 'declared', 1), (3, 'asset', 'privacy', "
	"'declared', 1),"
	" (4, 'asset', 'financial', 'declared', 1), (5, 'asset', 'not confidential', 'declared', 1),"
	" (10, 'auth-mechanism', 'web login', 'declared', 1), (11, 'auth-mechanism', 'buttons', 'declared', 1),"
	" (12, 'auth-mechanism', 'between machines', 'declared', 1), (13, 'account', 'root', 'observed', 1),"
	" (20, 'component', 'busybox', 'observed', 1), (21, 'component', 'openssl', 'observed', 1),"
	" (22, 'vulnerability', 'CVE-2026-1', 'tool', 1), (23, 'vulnerability', 'CVE-2026-2', 'tool', 1),"
	" (24, 'vulnerability', 'CVE-2026-3', 'declared', 1), (25, 'vulnerability', 'CVE-2026-3', 'tool', 1),"
	" (30, 'update-mechanism', 'ota', 'declared', 1),"
	" (40, 'parameter', 'device key', 'declared', 1), (41, 'parameter', 'public key', 'declared', 1),"
	" (50, 'channel', 'cloud', 'declared', 1), (51, 'channel', 'local', 'declared', 1),"
	" (60, 'interface', 'wifi', 'declared', 1), (61, 'interface', 'usb', 'declared', 1), (62, 'service', 'web', "
	"'declared', 1),"
	" (63, 'sensor', 'microphone', 'declared', 1), (64, 'user-interface', 'screen', 'declared', 1),"
	" (70, 'log', 'syslog', 'declared', 1), (71, 'log', 'audit', 'declared', 1),"
	" (72, 'log-event', 'login', 'declared', 1), (73, 'log-event', 'wipe', 'declared', 1), (74, 'log-event', "
	"'update', 'declared', 1),"
	" (80, 'data', 'name', 'declared', 1), (81, 'data', 'usage', 'declared', 1), (82, 'notice', 'in the app', "
	"'declared', 1);"
	"INSERT INTO asset(entity, class, confidential, stored, sent) VALUES"
	" (1, 'security', 1, 1, 1), (2, 'network', 1, 1, 0), (3, 'privacy', 1, 0, 1), (4, 'financial', 1, 1, 1), (5, "
	"'security', 0, 1, 0);"
	"INSERT INTO auth_mechanism(entity, subject, factor, over_network, over_ui) VALUES"
	" (10, 'user', 'password', 1, 0), (11, 'user', 'pin', 0, 1), (12, 'machine', 'certificate', 1, 0);"
	"INSERT INTO account(entity, can_login, password) VALUES (13, 1, 'hash');"
	"INSERT INTO hit(component, vulnerability, confidence) VALUES"
	" (20, 'CVE-2026-1', 'high'), (20, 'CVE-2026-2', 'high'), (21, 'CVE-2026-2', 'high'), (21, 'CVE-2026-3', "
	"'low');"
	"INSERT INTO parameter(entity, class) VALUES (40, 'critical'), (41, 'public');"
	"INSERT INTO crypto_use(entity, purpose, algorithm, basis) VALUES (50, 'cipher', 'aes', 'declared');"
	"INSERT INTO interface(entity, layer, needed) VALUES (60, 'air', 'always'), (61, 'physical', 'sometimes');"
	"INSERT INTO service(entity, port) VALUES (62, 443);"
	"INSERT INTO data(entity, class) VALUES (80, 'personal'), (81, 'telemetry');";

/* How many each tree walks, by part; -1: the part does not have it. */
static const struct {
	const char *id;
	int walks[3];
} walks[] = {
	{ "ACM-1", { 3, 3, 3 } },   /* assets of the part's classes */
	{ "ACM-2", { 3, 3, 3 } },   /* ways to log in */
	{ "ACM-3", { -1, 1, -1 } }, /* privacy assets */
	{ "ACM-4", { -1, 1, -1 } }, { "ACM-5", { -1, 3, -1 } }, { "ACM-6", { -1, 1, -1 } },
	{ "AUM-1-1", { 2, 2, 2 } },   /* over a network */
	{ "AUM-1-2", { 1, 1, 1 } },   /* by hand */
	{ "AUM-1-3", { -1, -1, 1 } }, /* between machines */
	{ "AUM-2", { 4, -1, -1 } },   /* ways to log in, and accounts */
	{ "AUM-2-1", { -1, 4, 4 } }, { "AUM-2-2", { -1, 4, 4 } }, { "AUM-3", { 4, 4, 4 } }, { "AUM-4", { 4, 4, 4 } },
	{ "AUM-5-1", { 3, 3, 3 } },                                                     /* by password */
	{ "AUM-5-2", { 3, 3, 3 } }, { "AUM-6", { 4, 4, 4 } }, { "SUM-1", { 2, 2, 2 } }, /* parts of the software */
	{ "SUM-2", { 1, 1, 1 } }, { "SUM-3", { 1, 1, 1 } }, { "SSM-1", { 3, 2, 3 } }, /* stored assets of the classes */
	{ "SSM-2", { 3, 2, 3 } },
	{ "SSM-3", { 1, 1, 2 } }, /* of these the confidential ones; part 1: of security alone */
	{ "SCM-1", { 1, 2, 2 } }, /* assets that are sent */
	{ "SCM-2", { 2, 2, 2 } }, /* channels */
	{ "SCM-3", { 2, 2, 2 } }, { "SCM-4", { 2, 2, 2 } }, { "RLM-1", { 1, -1, -1 } },   /* network interfaces */
	{ "NMM-1", { 1, -1, -1 } },                                                       /* the product */
	{ "TCM-1", { 1, -1, -1 } }, { "LGM-1", { -1, 3, 3 } },                            /* events */
	{ "LGM-2", { -1, 2, 2 } },                                                        /* logs */
	{ "LGM-3", { -1, 2, 2 } }, { "LGM-4", { -1, 2, 2 } }, { "DLM-1", { -1, 4, -1 } }, /* data and parameters */
	{ "UNM-1", { -1, 2, -1 } }, /* personal data, and assets of privacy */
	{ "UNM-2", { -1, 1, -1 } }, /* notices */
	{ "CCK-1", { 1, 1, 1 } },   /* keys that are not public */
	{ "CCK-2", { 1, 1, 1 } }, { "CCK-3", { 1, 1, 1 } }, { "GEC-1", { 3, 3, 3 } }, /* vulnerabilities, each once */
	{ "GEC-2", { 2, 2, 2 } },                           /* what is reached over a network */
	{ "GEC-3", { 1, 1, 1 } },                           /* of these what is not always needed */
	{ "GEC-4", { 2, 2, 2 } }, { "GEC-5", { 1, 1, 1 } }, /* physical ones */
	{ "GEC-6", { 4, 4, 4 } },                           /* whatever takes input */
	{ "GEC-7", { -1, 1, -1 } },                         /* sensors */
	{ "GEC-8", { -1, -1, 1 } },                         /* the product */
	{ "CRY-1", { 1, 1, 1 } },                           /* what says which algorithms it uses */
};

static void each_tree_walks_what_it_is_about(void **state)
{
	static const char *const parts[] = { "en-18031-1", "en-18031-2", "en-18031-3" };
	struct trial t;
	size_t checked = 0, all = 0;

	(void)state;
	trial_open(&t, rules, NULL, memory);
	bring(&t, everything, "");
	for (size_t p = 0; p < 3; p++) {
		all += rules_catalogue(rules, str_of(parts[p]), STR(""))->requirement_count;
		for (size_t i = 0; i < sizeof(walks) / sizeof(*walks); i++) {
			const struct requirement *r = rules_requirement(
				rules_catalogue(rules, str_of(parts[p]), STR("")), str_of(walks[i].id));
			struct requirement_result result = { 0 };

			if (!r != (walks[i].walks[p] < 0)) fail_msg("%s %s", parts[p], walks[i].id);
			if (!r) continue;
			walk_trees(&t.view, r, STRENGTH_DECLARED, &result, &(verdict_parts){ 0 });
			if ((int)result.tree_count != walks[i].walks[p])
				fail_msg("%s %s walks %zu, not %d", parts[p], walks[i].id, result.tree_count,
					walks[i].walks[p]);
			checked++;
		}
	}
	assert_int_equal(checked, all);
	trial_close(&t);
}

/* ---- vulnerabilities ------------------------------------------------------------------------------------------------------- */

#define PARTS                                                                                                          \
	"INSERT INTO region(id, input, at, size, kind, readable) VALUES(1, 1, 0, 10, 'squashfs', 'yes');"              \
	"INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'busybox', 'observed', 1),"           \
	" (2, 'component', 'openssl', 'observed', 1);"                                                                 \
	"INSERT INTO component(entity, version) VALUES(1, '1.36.0'), (2, '3.0.1');"
#define ONE                                                                                                            \
	PARTS "INSERT INTO entity(id, kind, name, basis, input) VALUES(3, 'vulnerability', 'CVE-2026-1', 'tool', 1);"  \
	      "INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1', 'high');"
#define VEX(status, reason, basis)                                                                                     \
	"INSERT INTO vex(component, vulnerability, status, justification, author, basis) VALUES(1, 'CVE-2026-1', "     \
	"'" status "', '" reason "', 'Maker', '" basis "');"
#define SAID(question, value, basis)                                                                                   \
	"INSERT INTO answer(question, entity, value, basis, author, answered) VALUES('" question "', 3, '" value       \
	"', '" basis "', 'Jane', '2026-11-01');"
#define AFFECTS SAID("ask.vulns.affects-assets", "yes", "person")
#define COMPARED "components vulnerabilities regions"

static const struct {
	const char *what, *sql, *covered;
	enum verdict one, all; /* of the first that is walked; of the requirement where the maker's word may do */
	enum verdict strictly; /* where only an assessor's does */
	const char *last;      /* the node that its path ends at */
} vulnerabilities[] = {
	{ "nothing was brought", "", "", VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, "DN-1" },
	{ "parts, and nobody compared them", PARTS, "components regions", VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE,
		VERDICT_INCONCLUSIVE, "DN-1" },
	{ "compared, and none is known", PARTS, COMPARED, VERDICT_PASS, VERDICT_PASS, VERDICT_PASS, "DN-1" },
	{ "one is known", ONE, COMPARED, VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, "DN-2" },
	{ "it touches nothing", ONE SAID("ask.vulns.affects-assets", "no", "person"), COMPARED, VERDICT_NOT_APPLICABLE,
		VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, "DN-2" },
	{ "the maker says that it touches nothing",
		ONE VEX("affected", "", "documented") SAID("ask.vulns.affects-assets", "no", "declared"), COMPARED,
		VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, VERDICT_INCONCLUSIVE, "DN-2" },
	{ "a document rules it out", ONE AFFECTS VEX("not_affected", "component_not_present", "documented"), COMPARED,
		VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, "DN-3" },
	{ "the maker rules it out in a list", ONE AFFECTS VEX("not_affected", "component_not_present", "declared"),
		COMPARED, VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, "DN-3" },
	{ "the maker answers why it cannot be used",
		ONE AFFECTS VEX("not_affected", "component_not_present", "declared")
			SAID("ask.vulns.exploitable-here", "part absent", "declared"),
		COMPARED, VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, VERDICT_INCONCLUSIVE, "DN-3" },
	{ "signed as affected, and that is all: an assessment is no reason",
		ONE AFFECTS VEX("affected", "", "documented"), COMPARED, VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE,
		VERDICT_INCONCLUSIVE, "DN-4" },
	{ "an assessor's \"cannot be used\" does not speak away what is signed as affected",
		ONE AFFECTS VEX("affected", "", "documented") SAID("ask.vulns.exploitable-here", "protected", "person"),
		COMPARED, VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, VERDICT_INCONCLUSIVE, "DN-4" },
	{ "affected, and mitigated",
		ONE AFFECTS VEX("affected", "", "documented")
			SAID("ask.vulns.mitigated", "the applet is switched off", "person"),
		COMPARED, VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, "DN-4" },
	{ "not mitigated, and accepted",
		ONE AFFECTS VEX("affected", "", "documented") SAID("ask.vulns.mitigated", "none", "person")
			SAID("ask.vulns.risk-accepted", "the board, until June", "person"),
		COMPARED, VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, "DN-5" },
	{ "neither mitigated nor accepted",
		ONE AFFECTS VEX("affected", "", "documented") SAID("ask.vulns.mitigated", "none", "person")
			SAID("ask.vulns.risk-accepted", "none", "person"),
		COMPARED, VERDICT_FAIL, VERDICT_FAIL, VERDICT_FAIL, "DN-5" },
	{ "a document says that it is mended", ONE VEX("fixed", "", "documented"), COMPARED, VERDICT_PASS, VERDICT_PASS,
		VERDICT_PASS, "DN-1" },
	{ "the maker says that it is mended",
		ONE VEX("fixed", "", "declared") SAID("ask.tree.gec-1.dn-1", "no", "declared"), COMPARED, VERDICT_PASS,
		VERDICT_PASS, VERDICT_INCONCLUSIVE, "DN-1" },
	{ "ruled out, and nobody compared the parts",
		ONE AFFECTS VEX("not_affected", "component_not_present", "documented"), "vulnerabilities.declared",
		VERDICT_NOT_APPLICABLE, VERDICT_NOT_APPLICABLE, VERDICT_INCONCLUSIVE, "DN-3" },
	{ "the maker's list lacks it",
		ONE AFFECTS SAID("ask.vulns.mitigated", "a filter", "person")
			SAID("ask.vulns.exploitable-here", "exploitable", "person"),
		COMPARED " vulnerabilities.declared", VERDICT_NOT_APPLICABLE, VERDICT_FAIL, VERDICT_FAIL, "DN-4" },
};

static void vulnerabilities_are_judged_one_by_one(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t, rules, NULL, memory);
	for (size_t i = 0; i < sizeof(vulnerabilities) / sizeof(*vulnerabilities); i++) {
		bring(&t, vulnerabilities[i].sql, vulnerabilities[i].covered);

		struct requirement_result r = ask(&t, "en-18031-1", "GEC-1", STRENGTH_DECLARED),
					  strict = ask(&t, "en-18031-1", "GEC-1", STRENGTH_PERSON);

		assert_int_equal(r.tree_count, 1);

		const struct tree_result *one = &r.trees[0];
		str last = one->steps[one->step_count - 1].node->id;

		if (one->verdict != vulnerabilities[i].one || r.verdict != vulnerabilities[i].all ||
			strict.verdict != vulnerabilities[i].strictly || !str_is(last, vulnerabilities[i].last))
			fail_msg("%s: the vulnerability %s at %s, the requirement %s (%s), strictly %s",
				vulnerabilities[i].what, verdict_word(one->verdict), last.p, verdict_word(r.verdict),
				r.why.p, verdict_word(strict.verdict));
	}
	trial_close(&t);
}

static void without_data_it_is_said_what_to_bring(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t, rules, NULL, memory);
	bring(&t, PARTS, "components regions");

	struct requirement_result r = ask(&t, "en-18031-2", "GEC-1", STRENGTH_DECLARED);

	assert_int_equal(r.verdict, VERDICT_INCONCLUSIVE);
	assert_non_null(strstr(r.why.p, "comparison of the parts with public vulnerability data"));
	trial_close(&t);
}

/* ---- lists that lack something ---------------------------------------------------------------------------------------------- */

#define PUBLIC_ASSET                                                                                                   \
	"INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'asset', 'weather', 'declared', 1);"               \
	"INSERT INTO asset(entity, class, reachable) VALUES(1, 'security', 1);"                                        \
	"INSERT INTO answer(question, entity, value, basis, author) VALUES('ask.asset.public-by-intent', 1, 'yes', "   \
	"'person', 'Jane');"

static void what_nobody_listed_keeps_a_tree_from_not_applicable(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t, rules, NULL, memory);

	/* All that is listed is meant to be open. */
	bring(&t, PUBLIC_ASSET, "assets services ixit.13");
	assert_int_equal(ask(&t, "en-18031-1", "ACM-1", STRENGTH_PERSON).verdict, VERDICT_NOT_APPLICABLE);

	/* Whether there is more, nobody looked. */
	bring(&t, PUBLIC_ASSET, "assets ixit.13");
	assert_int_equal(ask(&t, "en-18031-1", "ACM-1", STRENGTH_PERSON).verdict, VERDICT_INCONCLUSIVE);
	assert_int_equal(ask(&t, "en-18031-1", "ACM-1", STRENGTH_DECLARED).verdict, VERDICT_NOT_APPLICABLE);

	/* There is more. */
	bring(&t,
		PUBLIC_ASSET
		"INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'telnet', 'observed', 1);"
		"INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 23, 1);",
		"assets services ixit.13");
	assert_int_equal(ask(&t, "en-18031-1", "ACM-1", STRENGTH_PERSON).verdict, VERDICT_FAIL);

	/* What the product is as a whole holds for what nobody listed, too. */
	bring(&t,
		"INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'asset', 'name', 'declared', 1);"
		"INSERT INTO asset(entity, class) VALUES(1, 'privacy');"
		"INSERT INTO answer(question, value, basis, author) VALUES('ask.profile.toy', 'no', 'person', 'Jane');",
		"assets");
	assert_int_equal(ask(&t, "en-18031-2", "ACM-3", STRENGTH_PERSON).verdict, VERDICT_NOT_APPLICABLE);
	trial_close(&t);
}

/* ---- logs --------------------------------------------------------------------------------------------------------------------- */

#define LOGS                                                                                                           \
	"INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'audit', 'declared', 1), (2, 'log', "       \
	"'syslog', 'declared', 1);"
#define OUTSIDE(log, value)                                                                                            \
	"INSERT INTO answer(question, entity, value, basis, author) VALUES('ask.log.outside', " #log ", '" value       \
	"', 'person', 'Jane');"

static void logs_are_judged_one_by_one(void **state)
{
	struct trial t;
	struct requirement_result r;

	(void)state;
	trial_open(&t, rules, NULL, memory);

	/* One goes out, the other stays and survives a restart. */
	bring(&t,
		LOGS OUTSIDE(1, "yes") OUTSIDE(2, "no") "INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, "
							"'log-restart', 2, 'held', 'observed');"
							"INSERT INTO answer(question, entity, value, basis, author) "
							"VALUES('ask.log.where', 2, 'flash', 'person', 'Jane');",
		"trial.log-restart");
	r = ask(&t, "en-18031-2", "LGM-2", STRENGTH_PERSON);
	assert_int_equal(r.tree_count, 2);
	assert_int_equal(r.trees[0].verdict, VERDICT_NOT_APPLICABLE);
	assert_int_equal(r.trees[1].verdict, VERDICT_PASS);
	assert_int_equal(r.verdict, VERDICT_PASS);

	/* The one that stays is lost. */
	bring(&t,
		LOGS OUTSIDE(1, "yes") OUTSIDE(2, "no") "INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, "
							"'log-restart', 2, 'broke', 'observed');",
		"trial.log-restart");
	assert_int_equal(ask(&t, "en-18031-2", "LGM-2", STRENGTH_PERSON).verdict, VERDICT_FAIL);

	/* No clock: what tells the order will do. */
	bring(&t,
		"INSERT INTO answer(question, value, basis, author) VALUES('ask.log.clock', 'no', 'person', 'Jane'),"
		" ('ask.log.order', 'yes', 'person', 'Jane');",
		"");
	r = ask(&t, "en-18031-3", "LGM-4", STRENGTH_PERSON);
	assert_int_equal(r.tree_count, 1);
	assert_int_equal(r.trees[0].entity, 0);
	assert_int_equal(r.verdict, VERDICT_PASS);
	trial_close(&t);
}

/* ---- on what an end rests ---------------------------------------------------------------------------------------------------- */

static void an_end_rests_on_what_led_to_it(void **state)
{
	static const char login[] =
		"INSERT INTO entity(id, kind, name, basis, input) VALUES"
		" (1, 'auth-mechanism', 'web login', 'declared', 1), (2, 'service', 'web', 'declared', 1);"
		"INSERT INTO auth_mechanism(entity, subject, factor, over_network) VALUES(1, 'user', 'password', 1);"
		"INSERT INTO service(entity, port) VALUES(2, 443);";
	static const char tried[] = "INSERT INTO trial(id, kind, entity, result, basis) VALUES"
				    " (1, 'access-without-login', 2, 'held', 'observed'),"
				    " (2, 'access-with-login', 2, 'held', 'observed'),"
				    " (3, 'access-wrong-role', 2, 'held', 'observed');";
	struct trial t;
	struct buf sql = { 0 };

	(void)state;
	trial_open(&t, rules, NULL, memory);

	/* Seen at every node: then the end was seen. */
	buf_printf(&sql, "%s%s", login, tried);
	buf_char(&sql, '\0');
	bring(&t, sql.p,
		"trial.access-without-login trial.access-with-login trial.access-wrong-role ixit.1 ixit.13 ixit.15");

	struct requirement_result r = ask(&t, "en-18031-1", "ACM-2", STRENGTH_PERSON);

	assert_int_equal(r.verdict, VERDICT_PASS);
	assert_int_equal(r.basis, STRENGTH_OBSERVED);
	assert_int_equal(r.trees[0].basis, STRENGTH_OBSERVED);

	/* An assessor says the same beside it: a pass is as strong as the weakest that it needs. */
	buf_clear(&sql);
	buf_printf(&sql,
		"%s%sINSERT INTO answer(question, entity, value, basis, author) "
		"VALUES('ask.access.authorisation-fits', 1, 'yes', 'person', 'Jane');",
		login, tried);
	buf_char(&sql, '\0');
	bring(&t, sql.p,
		"trial.access-without-login trial.access-with-login trial.access-wrong-role ixit.1 ixit.13 ixit.15");
	assert_int_equal(ask(&t, "en-18031-1", "ACM-2", STRENGTH_PERSON).basis, STRENGTH_PERSON);

	/* Only the maker says so. */
	buf_clear(&sql);
	buf_printf(&sql,
		"%sINSERT INTO answer(question, entity, value, basis, author) VALUES('ask.access.authorisation-fits', "
		"1, 'yes', 'declared', 'Jane');",
		login);
	buf_char(&sql, '\0');
	bring(&t, sql.p, "");
	r = ask(&t, "en-18031-1", "ACM-2", STRENGTH_DECLARED);
	assert_int_equal(r.verdict, VERDICT_PASS);
	assert_int_equal(r.basis, STRENGTH_DECLARED);

	/* It was seen to be open, whatever the maker says: the end was seen. */
	buf_clear(&sql);
	buf_printf(&sql,
		"%sINSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'access-without-login', 2, 'broke', "
		"'observed');"
		"INSERT INTO answer(question, entity, value, basis, author) VALUES('ask.access.authorisation-fits', 1, "
		"'yes', 'declared', 'Jane');",
		login);
	buf_char(&sql, '\0');
	bring(&t, sql.p, "");
	r = ask(&t, "en-18031-1", "ACM-2", STRENGTH_DECLARED);
	assert_int_equal(r.verdict, VERDICT_FAIL);
	assert_int_equal(r.basis, STRENGTH_OBSERVED);
	buf_free(&sql);
	trial_close(&t);
}

/* ---- what is known of the product -------------------------------------------------------------------------------------------- */

static void what_the_product_is_decides_without_a_question(void **state)
{
	struct trial t;

	(void)state;
	trial_open(&t, rules, NULL, memory);
	bring(&t, "", "");
	assert_int_equal(ask(&t, "en-18031-1", "NMM-1", STRENGTH_DECLARED).verdict, VERDICT_INCONCLUSIVE);
	bring(&t, "INSERT INTO profile(name, value) VALUES('network-equipment', 'no');", "");
	assert_int_equal(ask(&t, "en-18031-1", "NMM-1", STRENGTH_DECLARED).verdict, VERDICT_NOT_APPLICABLE);
	bring(&t, "INSERT INTO profile(name, value) VALUES('network-equipment', 'yes');", "");
	assert_string_equal(ask(&t, "en-18031-1", "TCM-1", STRENGTH_DECLARED).trees[0].asks->id.p, "DN-2");

	/* Somebody answered the opposite. */
	bring(&t,
		"INSERT INTO profile(name, value) VALUES('network-equipment', 'no');"
		"INSERT INTO answer(question, value, basis, author) VALUES('ask.profile.network-equipment', 'yes', "
		"'person', 'Jane');",
		"");
	assert_int_equal(ask(&t, "en-18031-1", "NMM-1", STRENGTH_DECLARED).verdict, VERDICT_INCONCLUSIVE);
	trial_close(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_tree_walks_what_it_is_about),
		cmocka_unit_test(vulnerabilities_are_judged_one_by_one),
		cmocka_unit_test(without_data_it_is_said_what_to_bring),
		cmocka_unit_test(what_nobody_listed_keeps_a_tree_from_not_applicable),
		cmocka_unit_test(logs_are_judged_one_by_one),
		cmocka_unit_test(an_end_rests_on_what_led_to_it),
		cmocka_unit_test(what_the_product_is_decides_without_a_question),
	};

	return cmocka_run_group_tests_name("rules/trees-walk", tests, load, forget);
}
