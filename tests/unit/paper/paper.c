/* Papers: what fills a field, what keeps a declaration back, and what is told of a field that is missing. */
#include "ground.h"

#include "paper/paper.h"

static const struct paper_result *filled(struct ground *g, const char *id)
{
	struct paper_result *p = NULL;

	judged_on(g, "2026-11-24");
	assert_ok(paper_fill(g->judgement, evidence_db(g->evidence), rules_paper(g->rules, str_of(id)), &g->keep, &p));
	return p;
}

static const struct field_result *field(const struct paper_result *p, const char *id)
{
	for (size_t i = 0; i < p->paper->field_count; i++)
		if (str_is(p->fields[i].field->id, id)) return &p->fields[i];
	fail_msg("the paper has no field %s", id);
	return NULL;
}

static void assert_state(const struct paper_result *p, const char *id, const char *expected)
{
	assert_string_equal(field_state_word(field(p, id)->state), expected);
}

#define SAID(name, value) "INSERT INTO profile(name, value, author) VALUES('" name "', '" value "', 'Jane Roe');"
/* All that plain-declared asks for but P-4, which asks for the paper itself. */
#define SOUND INPUTS WHOLE("accounts") WHOLE("ixit.1") WHOLE("trial.login") TRIED("held") SAID("passwords.used", "no")

static void a_declaration_stands_where_every_mandatory_requirement_but_its_own_passes(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, SOUND SAID("product.name", "Lamp") SAID("product.batch", "all") WHOLE("files"));
	p = filled(&g, "plain");
	assert_state(p, "5", "filled");
	assert_str(field(p, "5")->values[0].text, "It is so that Lamp, all is plain.");
	assert_int_equal(p->state, PAPER_READY);
	assert_int_equal(p->reason_count, 0);
	ground_close(&g);
}

static void a_failed_or_open_requirement_stands_in_the_place_of_the_declaration(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p = filled(&g, "plain");

	(void)state;
	assert_int_equal(p->state, PAPER_WITHHELD);
	assert_state(p, "5", "withheld");
	assert_int_equal(field(p, "5")->value_count, 0);
	given(&g, SOUND ACCOUNT("7", "admin", "'empty'"));
	p = filled(&g, "plain");
	assert_int_equal(p->state, PAPER_WITHHELD);
	assert_str(p->reasons[0].requirement, "P-1");
	assert_str(p->reasons[0].verdict, "fails");
	assert_str(p->reasons[0].why, "account \"admin\" has an empty password");
	ground_close(&g);
}

static void the_first_source_that_has_something_fills_a_field(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, INPUTS SAID("product.name", "Lamp"));
	p = filled(&g, "plain");
	assert_state(p, "1", "missing");
	assert_int_equal(field(p, "1")->wanted_count, 2);
	assert_str(field(p, "1")->wanted[0], "product: {batch: ...} in the product file: Which batch is it?");
	given(&g, "INSERT INTO document(id, kind, url) VALUES(1, 'manual', 'https://x.example/m'), (2, 'shop', NULL);"
		  "INSERT INTO statement(document, kind, value) VALUES(2, 'name', 'Torch'), (1, 'name', 'Lamp 2');");
	p = filled(&g, "plain");
	assert_str(field(p, "1")->values[0].text, "Lamp 2");
	assert_str(field(p, "1")->values[0].link, "https://x.example/m");
	given(&g, SAID("product.batch", "7"));
	p = filled(&g, "plain");
	assert_str(field(p, "1")->values[0].text, "Lamp, 7");
	assert_str(field(p, "1")->values[0].source, "product file, by Jane Roe");
	ground_close(&g);
}

static void sources_that_must_agree_and_do_not_fill_nothing(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, INPUTS SAID("product.until",
			  "2031") "INSERT INTO document(id, kind) VALUES(1, 'shop');"
				  "INSERT INTO statement(document, kind, value) VALUES(1, 'end', '2031');");
	assert_state(filled(&g, "plain"), "until", "filled");
	given(&g, "UPDATE statement SET value = '2029'");
	p = filled(&g, "plain");
	assert_state(p, "until", "missing");
	assert_str(field(p, "until")->wanted[0],
		"one answer: \"2031\" (product file, by Jane Roe) and \"2029\" (document \"shop\") differ");
	ground_close(&g);
}

static void an_answer_that_expired_fills_nothing(void **state)
{
	struct ground g = ground_open();

	(void)state;
	given(&g, INPUTS ANSWER("ask.plain", "0", "yes"));
	assert_state(filled(&g, "plain"), "2", "filled");
	given(&g, "UPDATE answer SET expires = '2026-11-02'");
	assert_state(filled(&g, "plain"), "2", "not stated");
	ground_close(&g);
}

static void no_row_is_none_only_where_all_was_looked_at(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, INPUTS);
	assert_state(filled(&g, "plain"), "3", "missing");
	given(&g, WHOLE("files"));
	p = filled(&g, "plain");
	assert_state(p, "3", "filled");
	assert_str(field(p, "3")->values[0].text, "none");
	given(&g, "INSERT INTO file(id, input, path, type) VALUES(1, 1, '/b', 'file'), (2, 1, '/a', 'file');");
	p = filled(&g, "plain");
	assert_int_equal(field(p, "3")->table.row_count, 2);
	assert_str(field(p, "3")->table.cells[0], "/a");
	ground_close(&g);
}

static void a_form_holds_the_makers_words_else_the_keys_and_names_what_is_missing(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, INPUTS WHOLE("ixit.1") LOGIN("5", "web", "10") "UPDATE auth_mechanism SET forced = 1;");
	p = filled(&g, "plain");
	assert_state(p, "4", "missing");
	assert_str(field(p, "4")->wanted[0], "fields: {...} of \"web\" in the product file: Description");
	assert_str(field(p, "4")->table.cells[2], "factor: password; min_length: 10; forced: yes");
	given(&g,
		"INSERT INTO field(entity, name, value) VALUES(5, 'Description', 'a login'), (5, 'Factor', 'a PIN');");
	p = filled(&g, "plain");
	assert_state(p, "4", "filled");
	assert_str(field(p, "4")->table.cells[1], "a login");
	assert_str(field(p, "4")->table.cells[2], "a PIN");
	ground_close(&g);
}

static void a_route_that_is_forced_makes_its_fields_required(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, INPUTS SAID("connectable", "yes") SAID("audience", "consumer") SAID("domain", "smart-home"));
	p = filled(&g, "bounded");
	assert_str(field(p, "route")->values[0].text, "self-declaration");
	assert_state(p, "body", "not stated");
	given(&g, "UPDATE profile SET value = 'consumer,industry' WHERE name = 'audience'");
	p = filled(&g, "bounded");
	assert_str(field(p, "route")->values[0].text, "lab");
	assert_state(p, "body", "missing");
	given(&g, "DELETE FROM profile WHERE name = 'audience'");
	assert_state(filled(&g, "bounded"), "route", "missing");
	ground_close(&g);
}

#define LABEL                                                                                                          \
	"INSERT INTO held(scheme, kind, level, number, body, issued) VALUES('star', 'label', '2', 'N-1', 'A body', "   \
	"'2026-02-01');"

static void what_a_label_stands_for_is_declared_in_words_that_name_it(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, INPUTS LABEL);
	p = filled(&g, "ways");
	assert_int_equal(p->state, PAPER_READY);
	assert_str(field(p, "1")->values[0].text, "It is so by a label.");
	assert_true(field(p, "2")->is_required);
	assert_str(field(p, "2")->values[0].text,
		"label star level 2, number N-1, of A body, issued 2026-02-01, valid until 2028-01-31");

	/* Words of the evidence alone do not fit, and are not said. */
	p = filled(&g, "one-way");
	assert_int_equal(p->state, PAPER_WITHHELD);
	assert_state(p, "1", "withheld");
	assert_str(p->reasons[0].verdict, "passes by another way (recognised)");

	/* What the evidence passes rests on no label, and does not name it. */
	given(&g, WHOLE("accounts") ANSWER("ask.plain", "0", "yes"));
	p = filled(&g, "ways");
	assert_str(field(p, "1")->values[0].text, "It is so by itself.");
	assert_state(p, "2", "not stated");
	assert_int_equal(filled(&g, "one-way")->state, PAPER_READY);
	ground_close(&g);
}

static void a_label_that_does_not_count_releases_nothing_and_the_paper_says_why(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, INPUTS LABEL "UPDATE held SET expires = '2026-11-23'");
	p = filled(&g, "ways");
	assert_int_equal(p->state, PAPER_WITHHELD);
	assert_str(p->reasons[0].verdict, "is not met by the label star");
	assert_str(p->reasons[0].why, "it was good until 2026-11-23");
	given(&g, "UPDATE held SET expires = NULL, number = NULL");
	p = filled(&g, "ways");
	assert_int_equal(p->state, PAPER_WITHHELD);
	assert_str(p->reasons[0].why, "nothing tells it from others: give its number, or the sha256 of its document");

	/* Nobody declares against what was seen, whatever a label stands for. */
	given(&g, "UPDATE held SET number = 'N-1';" WHOLE("accounts") ACCOUNT("5", "root", "'empty'"));
	p = filled(&g, "ways");
	assert_int_equal(scheme(&g, "recognising")->verdict, VERDICT_PASS);
	assert_int_equal(p->state, PAPER_WITHHELD);
	assert_int_equal(p->reason_count, 1);
	assert_str(p->reasons[0].requirement, "P-1");
	assert_true(str_find(p->reasons[0].why, "by the evidence it fails all the same: account \"root\"", NULL));
	ground_close(&g);
}

static void a_standard_in_the_place_of_the_law_is_named_with_edition_and_date(void **state)
{
	struct ground g = ground_open();
	const struct paper_result *p;

	(void)state;
	given(&g, INPUTS);
	assert_int_equal(filled(&g, "standards")->state, PAPER_WITHHELD);
	given(&g, WHOLE("accounts"));
	p = filled(&g, "standards");
	assert_int_equal(scheme(&g, "other-way")->basis, SETTLED_ALTERNATIVE);
	assert_int_equal(p->state, PAPER_READY);
	assert_str(field(p, "2")->values[0].text, "Plain requirements (plain), edition 1, of 2024-01: P-1");
	assert_true(str_starts(field(p, "2")->values[0].source, "other-way, Annex O; for U-2"));
	ground_close(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_declaration_stands_where_every_mandatory_requirement_but_its_own_passes),
		cmocka_unit_test(a_failed_or_open_requirement_stands_in_the_place_of_the_declaration),
		cmocka_unit_test(the_first_source_that_has_something_fills_a_field),
		cmocka_unit_test(sources_that_must_agree_and_do_not_fill_nothing),
		cmocka_unit_test(an_answer_that_expired_fills_nothing),
		cmocka_unit_test(no_row_is_none_only_where_all_was_looked_at),
		cmocka_unit_test(a_form_holds_the_makers_words_else_the_keys_and_names_what_is_missing),
		cmocka_unit_test(a_route_that_is_forced_makes_its_fields_required),
		cmocka_unit_test(what_a_label_stands_for_is_declared_in_words_that_name_it),
		cmocka_unit_test(a_label_that_does_not_count_releases_nothing_and_the_paper_says_why),
		cmocka_unit_test(a_standard_in_the_place_of_the_law_is_named_with_edition_and_date),
	};

	return cmocka_run_group_tests_name("judge/paper", tests, NULL, NULL);
}
