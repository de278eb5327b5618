/* Which scheme binds which product: a table of products times schemes, written down and reviewed (tests/golden/scope.txt; --write writes it anew). */
#include "testing.h"
#include "trying.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

static const struct {
	const char *name, *profile;
} products[] = {
#define SAYS_NO                                                                                                        \
	" machinery=no vehicle=no essential-entity=no industrial=no network-equipment=no toy-or-childcare=no "         \
	"wearable=no"                                                                                                  \
	" money=no special-categories=no personal-data=no data.personal=no certificate-standard=none "                 \
	"label-wanted=none"
	{ "nothing-said", "" },
	{ "camera",
		"audience=consumer domain=camera connectable=yes radio=yes internet-connected=yes digital-elements=yes"
		" special-categories=yes personal-data=yes data.personal=yes" SAYS_NO },
	{ "gateway",
		"audience=consumer,industry domain=gateway,industrial connectable=yes radio=yes internet-connected=yes"
		" digital-elements=yes network-equipment=yes industrial=yes markets=SG" SAYS_NO },
	{ "toy", "audience=consumer domain=toy connectable=yes radio=yes internet-connected=no digital-elements=yes"
		 " toy-or-childcare=yes special-categories=yes personal-data=yes data.personal=yes" SAYS_NO },
	{ "router",
		"audience=consumer domain=gateway connectable=yes radio=yes internet-connected=yes digital-elements=yes"
		" network-equipment=yes markets=SG" SAYS_NO },
	{ "medical",
		"audience=consumer domain=medical connectable=yes radio=yes internet-connected=yes digital-elements=yes"
		" medical-law=mdr special-categories=yes personal-data=yes data.personal=yes" SAYS_NO },
	{ "computer", "audience=consumer domain=computer computer-kind=laptop only-for-children-under-14=no "
		      "connectable=yes radio=yes internet-connected=yes "
		      "digital-elements=yes" SAYS_NO },
	{ "smartphone", "audience=consumer domain=smartphone connectable=yes radio=yes internet-connected=yes "
			"digital-elements=yes" SAYS_NO },
	{ "wired-sensor", "audience=consumer domain=smart-home connectable=yes radio=no internet-connected=yes "
			  "digital-elements=yes "
			  "label-wanted=us-cyber-trust-mark" SAYS_NO },
	{ "vehicle-part", "audience=business domain=vehicle vehicle=yes vehicle-law=motor-vehicle connectable=yes "
			  "radio=yes internet-connected=yes "
			  "digital-elements=yes" SAYS_NO },
	{ "plc", "audience=industry domain=industrial industrial=yes connectable=yes radio=no internet-connected=no "
		 "digital-elements=yes machinery=no" SAYS_NO },
	{ "machine", "audience=industry domain=industrial machinery=yes connectable=yes radio=no internet-connected=no "
		     "digital-elements=yes" SAYS_NO },
	{ "software", "form=software audience=business domain=other connectable=no radio=no internet-connected=no "
		      "digital-elements=yes" SAYS_NO },
	{ "payment-watch", "audience=consumer domain=wearable,payment connectable=yes radio=yes internet-connected=yes "
			   "digital-elements=yes wearable=yes money=yes special-categories=yes personal-data=yes "
			   "data.personal=yes" SAYS_NO },
	{ "inverter",
		"audience=consumer domain=energy connectable=yes radio=yes internet-connected=yes digital-elements=yes "
		"energy-protocols=none energy-product=power-conditioner markets=JP" SAYS_NO },
	{ "labelled", "audience=consumer domain=smart-home connectable=yes radio=yes internet-connected=yes "
		      "digital-elements=yes "
		      "label-wanted=de-it-sik,sg-cls,jp-jc-star,us-cyber-trust-mark,eucc" SAYS_NO },
};

static const char *const days[] = { "2023-06-01", "2025-02-24", "2026-11-24", "2027-12-11" };

/* What is said first counts: the negations at the end fill in the rest. */
static void say(sqlite3 *db, struct arena *keep, const char *profile)
{
	str rest = str_of(profile), word, name;

	assert_int_equal(sqlite3_exec(db, "DELETE FROM profile", NULL, NULL, NULL), SQLITE_OK);
	while (str_word(&rest, &word)) {
		str value = word;

		assert_true(str_split(&value, '=', &name));

		str sql = arena_printf(keep, "INSERT OR IGNORE INTO profile(name, value) VALUES('%.*s', '%.*s')",
			STR_FMT(name), STR_FMT(value));

		assert_int_equal(sqlite3_exec(db, sql.p, NULL, NULL, NULL), SQLITE_OK);
	}
}

static void put_scheme(struct buf *out, const struct scheme_result *s)
{
	buf_printf(out, "  %-22.*s", STR_FMT(s->scheme->id));
	if (!s->is_in_force) buf_text(out, "not in force; ");
	switch (s->applies) {
	case APPLIES_YES:
		buf_printf(out, "binds (%.*s)", STR_FMT(s->edition));
		break;
	case APPLIES_NO:
		buf_printf(out, "does not: %.*s", STR_FMT(s->clause.n ? s->clause : s->applies_why));
		break;
	case APPLIES_MAYBE:
		buf_text(out, "may:");
		for (size_t i = 0; i < s->question_count; i++) buf_printf(out, " %.*s", STR_FMT(s->questions[i].name));
		assert_true(s->question_count > 0);
		break;
	}
	if (s->ahead.on.n) buf_printf(out, "; more from %.*s", STR_FMT(s->ahead.on));
	buf_char(out, '\n');
}

static void table(struct buf *out)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	struct evidence *evidence;
	struct query_cache *queries;

	assert_non_null(rules);
	assert_ok(evidence_create(NULL, &evidence));
	assert_ok(query_cache_open(rules, evidence_db(evidence), &queries));
	for (size_t p = 0; p < sizeof(products) / sizeof(*products); p++) {
		for (size_t d = 0; d < sizeof(days) / sizeof(*days); d++) {
			struct arena scratch = keep;
			struct judgement *j;

			/* The other days for one product that all of them bind somehow. */
			if (d != 2 && strcmp(products[p].name, "camera") != 0 &&
				strcmp(products[p].name, "vehicle-part") != 0)
				continue;
			queries->guard.is_on = false;
			say(evidence_db(evidence), &scratch, products[p].profile);
			assert_ok(judge_at(queries, &(struct judge_options){ .on = str_of(days[d]) }, &scratch, &j));
			buf_printf(out, "%s on %s\n", products[p].name, days[d]);
			for (size_t i = 0; i < j->scheme_count; i++) put_scheme(out, &j->schemes[i]);
			buf_char(out, '\n');
		}
	}
	query_cache_close(queries);
	evidence_close(evidence);
	arena_close(&keep);
}

static bool is_writing;

static void each_scheme_says_of_each_product_what_is_written_down(void **state)
{
	struct arena keep = arena_open((size_t)16 << 20);
	str path = source_path(&keep, "tests/golden/scope.txt");
	struct buf now = { 0 };
	char *was = arena_array(&keep, char, (size_t)8 << 20);
	size_t n = 0;
	FILE *f;

	(void)state;
	table(&now);
	if (is_writing) {
		f = fopen(path.p, "w");
		assert_non_null(f);
		fwrite(now.p, 1, now.n, f);
		fclose(f);
	}
	f = fopen(path.p, "r");
	assert_non_null(f);
	n = fread(was, 1, (size_t)8 << 20, f);
	fclose(f);
	for (size_t i = 0, line = 1; i < n || i < now.n; i++) {
		if (i < n && i < now.n && was[i] == now.p[i]) {
			line += was[i] == '\n';
			continue;
		}
		fail_msg("tests/golden/scope.txt differs from line %zu on: write it anew with --write and read the "
			 "difference",
			line);
	}
	buf_free(&now);
	arena_close(&keep);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_scheme_says_of_each_product_what_is_written_down),
	};

	is_writing = argc > 1 && strcmp(argv[1], "--write") == 0;
	return cmocka_run_group_tests_name("rules/scope", tests, NULL, NULL);
}
