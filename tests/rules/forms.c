/* The forms of a test laboratory are written down in three places: where they are read (collect/forms), where they are printed (rules/papers) and where it stands which
 * provision needs which field (rules/reference-forms.yaml). They name the same fields, edition by edition. */
#include "testing.h"

#include "declare/forms.h"
#include "paper/paper.h"
#include "trying.h"

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

static bool is_in(const struct form_field *f, enum form_editions edition)
{
	return f->editions == IN_BOTH || f->editions == edition;
}

/* ---- papers ------------------------------------------------------------------------------------------------------------- */

static const struct paper_source *table_of(const struct paper *p, unsigned number)
{
	str id = arena_printf(&memory, "%u", number);

	for (size_t i = 0; i < p->field_count; i++)
		if (str_equal(p->fields[i].id, id)) return &p->fields[i].sources[0];
	return NULL;
}

static bool has_column(const struct paper_source *table, const char *name)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (str_is(table->columns[i].name, name)) return true;
	return false;
}

static void compare(const char *paper, enum form_editions edition)
{
	const struct paper *p = rules_paper(rules, str_of(paper));

	assert_non_null(p);
	for (size_t i = 0; i < FORM_COUNT; i++) {
		const struct paper_source *table = table_of(p, forms[i].number);
		size_t fields = 0;

		if (!table) fail_msg("%s has no table %u", paper, forms[i].number);
		for (const struct form_field *f = forms[i].fields; f->name; f++) {
			if (!is_in(f, edition)) continue;
			fields++;
			if (!has_column(table, f->name))
				fail_msg("%s, table %u: no field \"%s\"", paper, forms[i].number, f->name);
		}
		if (fields != table->column_count)
			fail_msg("%s, table %u: %zu fields, and the form has %zu", paper, forms[i].number,
				table->column_count, fields);
	}
}

static void each_edition_is_printed_with_the_fields_that_it_is_read_with(void **state)
{
	(void)state;
	compare("ixit", IN_NEW);
	compare("ixit-1-1-1", IN_OLD);
}

static void what_is_secondary_is_marked(void **state)
{
	(void)state;
	assert_str(rules_paper(rules, STR("ixit"))->confidence, "secondary");
	assert_str(rules_paper(rules, STR("ixit-1-1-1"))->confidence, "confirmed");
}

/* ---- needs -------------------------------------------------------------------------------------------------------------- */

static const struct reference_table *table_named(const char *name)
{
	for (size_t i = 0; i < rules->references.n; i++)
		if (str_is(rules->references.p[i].name, name)) return &rules->references.p[i];
	fail_msg("there is no table %s", name);
	return NULL;
}

static str value_in(const struct reference_row *r, const char *column)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_is(r->columns[i], column)) return r->values[i];
	return (str){ 0 };
}

static const struct form *form_numbered(str number)
{
	for (size_t i = 0; i < FORM_COUNT; i++)
		if (str_equal(arena_printf(&memory, "%u", forms[i].number), number)) return &forms[i];
	return NULL;
}

static bool asks_of(const struct form *form, str field, enum form_editions edition)
{
	for (const struct form_field *f = form->fields; f->name; f++)
		if (str_is(field, f->name)) return is_in(f, edition);
	return false;
}

/* '["Description", "Type"]' */
static unsigned check_fields(str list, const struct form *form, enum form_editions edition, str provision)
{
	unsigned wrong = 0;
	str part;

	for (bool is_inside = false; str_split(&list, '"', &part); is_inside = !is_inside) {
		if (!is_inside || asks_of(form, part, edition)) continue;
		print_error(
			"%.*s: the form %u has no field \"%.*s\"\n", STR_FMT(provision), form->number, STR_FMT(part));
		wrong++;
	}
	return wrong;
}

static void provisions_need_fields_that_their_edition_has(void **state)
{
	const struct reference_table *needs = table_named("ref_form_need");
	unsigned wrong = 0, secondary = 0;

	(void)state;
	for (size_t i = 0; i < needs->count; i++) {
		const struct reference_row *r = &needs->rows[i];
		bool is_new = str_is(value_in(r, "edition"), "3.1.3");
		const struct form *form = form_numbered(value_in(r, "form"));

		if (!form) fail_msg("row %zu is of no form", i);
		if (!str_is(value_in(r, "name"), form->name)) wrong++;
		if (form->kind && !str_is(value_in(r, "kind"), form->kind)) wrong++;
		wrong += check_fields(value_in(r, "fields"), form, is_new ? IN_NEW : IN_OLD, value_in(r, "provision"));
		if (is_new != str_is(value_in(r, "confidence"), "secondary")) wrong++;
		secondary += is_new;
	}
	assert_true(secondary > 100);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_edition_is_printed_with_the_fields_that_it_is_read_with),
		cmocka_unit_test(what_is_secondary_is_marked),
		cmocka_unit_test(provisions_need_fields_that_their_edition_has),
	};

	return cmocka_run_group_tests_name("rules/forms", tests, load, forget);
}
