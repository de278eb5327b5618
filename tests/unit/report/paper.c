/* A paper's page and JSON: foreign text stays text, whatever it holds. */
#include "testing.h"

#include "base/buf.h"
#include "report/paper.h"

#include <jansson.h>
#include "report/values.h"

#include <string.h>

#define HOSTILE STR("</p><script>alert(1)</script>\"'&\x1b[31m\xff\xe2\x80\xae\nnext")

struct made {
	struct rules rules;
	struct judgement judgement;
	struct paper_source source;
	struct paper_field field;
	struct paper paper;
	struct paper_value value;
	struct paper_reason reason;
	struct field_result result;
	struct paper_result filled;
	str cells[2], columns[2], wanted[1];
};

/* One field that has everything that comes from outside. */
static void make(struct made *m, enum field_state state)
{
	*m = (struct made){ .rules = { .digest = STR("0123456789abcdef0123") },
		.source = { .from = FROM_PROFILE },
		.field = { .id = STR("1"), .label = STR("A <b>label</b>"), .source_count = 1 },
		.paper = { .id = STR("p"), .title = STR("T"), .law = STR("L"), .field_count = 1 },
		.value = { .text = HOSTILE, .source = HOSTILE, .link = STR("https://x.example/?a=\"><script>") },
		.reason = { .scheme = STR("s"), .requirement = STR("R"), .why = HOSTILE },
		.cells = { HOSTILE, HOSTILE },
		.columns = { STR("a"), STR("b") },
		.wanted = { HOSTILE } };
	m->judgement = (struct judgement){ .rules = &m->rules, .on = STR("2026-11-24") };
	m->field.sources = &m->source;
	m->paper.fields = &m->field;
	m->result = (struct field_result){ .field = &m->field,
		.state = state,
		.values = &m->value,
		.value_count = 1,
		.table = { m->columns, 2, m->cells, 1 },
		.wanted = m->wanted,
		.wanted_count = 1 };
	m->filled = (struct paper_result){
		.paper = &m->paper, .fields = &m->result, .reasons = &m->reason, .reason_count = 1
	};
}

static void assert_harmless(const struct buf *html)
{
	assert_null(memmem(html->p, html->n, "<script", 7));
	assert_null(memchr(html->p, 0x1b, html->n));
	assert_null(memchr(html->p, 0xff, html->n));
	assert_null(memmem(html->p, html->n, "\xe2\x80\xae", 3));
	assert_null(memmem(html->p, html->n, "<b>label", 8));
}

static void foreign_text_never_becomes_markup(void **state)
{
	static const enum field_state states[] = { FIELD_FILLED, FIELD_NONE, FIELD_BY_HAND, FIELD_MISSING,
		FIELD_WITHHELD };

	(void)state;
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
		struct made m;
		struct buf html = { 0 };

		make(&m, states[i]);
		report_paper_html(&m.judgement, &m.filled, &html);
		assert_harmless(&html);
		assert_non_null(memmem(html.p, html.n, "&lt;script&gt;", 14));
		buf_free(&html);
	}
}

static void the_page_asks_nothing_of_a_network(void **state)
{
	struct made m;
	struct buf html = { 0 };

	(void)state;
	make(&m, FIELD_FILLED);
	report_paper_html(&m.judgement, &m.filled, &html);
	assert_non_null(memmem(html.p, html.n, "default-src 'none'", 18));
	assert_null(memmem(html.p, html.n, "src=", 4));
	assert_null(memmem(html.p, html.n, "@import", 7));
	assert_null(memmem(html.p, html.n, "url(", 4));
	buf_free(&html);
}

static void the_json_has_the_same_rows(void **state)
{
	struct made m;
	struct buf text = { 0 };
	json_t *o;

	(void)state;
	make(&m, FIELD_MISSING);
	report_paper_json(&m.judgement, &m.filled, &text);
	o = json_loadb(text.p, text.n, 0, NULL);
	buf_free(&text);
	assert_non_null(o);

	const json_t *field = json_array_get(json_object_get(o, "fields"), 0);
	const json_t *rows = json_object_get(json_object_get(field, "table"), "rows");

	assert_string_equal(json_string_value(json_object_get(field, "state")), "missing");
	assert_int_equal(json_array_size(json_array_get(rows, 0)), 2);
	assert_int_equal(json_array_size(json_object_get(field, "bring_one_of")), 1);
	json_decref(o);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(foreign_text_never_becomes_markup),
		cmocka_unit_test(the_page_asks_nothing_of_a_network),
		cmocka_unit_test(the_json_has_the_same_rows),
	};

	return cmocka_run_group_tests_name("report/paper", tests, NULL, NULL);
}
