#include "testing.h"

#include "base/yaml_pack.h"

static const struct yaml *parse(struct arena *keep, const char *text)
{
	const struct yaml *root = NULL;

	assert_ok(yaml_parse(keep, span_from_str(str_of(text)), &root, NULL));
	return root;
}

static void every_node_knows_its_place(void **state)
{
	(void)state;
	struct arena keep = arena_open(1 << 20);
	const struct yaml *root = parse(&keep, "name: x\nlist:\n  - a\n  - {k: 'yes', l: yes}\n");
	const struct yaml *list = yaml_get(root, "list");

	assert_int_equal(root->count, 2);
	assert_str(yaml_text(root, "name"), "x");
	assert_int_equal(list->kind, YAML_LIST);
	assert_int_equal(list->first->line, 3);
	assert_int_equal(list->first->column, 5);

	bool yes = false;
	const struct yaml *map = list->first->next;

	assert_int_equal(map->first->key_line, 4);
	assert_int_equal(map->first->key_column, 6);
	assert_false(yaml_bool(yaml_get(map, "k"), &yes));
	assert_true(yaml_bool(yaml_get(map, "l"), &yes));
	assert_true(yes);
	arena_close(&keep);
}

static void an_error_says_line_and_column(void **state)
{
	(void)state;
	struct arena keep = arena_open(1 << 20);
	const struct yaml *root;
	struct yaml_problem problem = { 0 };

	assert_fault(yaml_parse(&keep, SPAN("a: 1\nb: [1, 2\nc: 3\n"), &root, &problem), "yaml.syntax");
	assert_true(problem.line >= 2);
	assert_true(problem.message.n > 5);
	assert_fault(yaml_parse(&keep, SPAN("a: 1\nb: 2\na: 3\n"), &root, &problem), "yaml.syntax");
	assert_int_equal(problem.line, 3);
	assert_int_equal(problem.column, 1);
	arena_close(&keep);
}

static void marks_of_an_unsettled_conflict_are_called_so(void **state)
{
	(void)state;
	struct arena keep = arena_open(1 << 20);
	const struct yaml *root;
	struct yaml_problem problem = { 0 };

	assert_fault(
		yaml_parse(&keep, SPAN("answers:\n<<<<<<< HEAD\n- {value: a}\n=======\n- {value: b}\n>>>>>>> other\n"),
			&root, &problem),
		"yaml.syntax");
	assert_int_equal(problem.line, 2);
	assert_true(str_starts(problem.message, "two changes met here (git)"));
	assert_ok(yaml_parse(&keep, SPAN("a: |\n  text\n  <<<<<<< HEAD\n"), &root, &problem));
	arena_close(&keep);
}

static void aliases_are_refused(void **state)
{
	(void)state;
	struct arena keep = arena_open(1 << 20);
	const struct yaml *root;

	assert_fault(yaml_parse(&keep, SPAN("a: &x [1]\nb: *x\n"), &root, NULL), "yaml.syntax");
	arena_close(&keep);
}

static void what_is_no_text_is_refused(void **state)
{
	static const char text[] = "author: A\nproduct: {name: B}\0\nversion: 1\n";
	struct arena keep = arena_open((size_t)1 << 20);
	const struct yaml *root = NULL;
	struct yaml_problem problem = { 0 };

	(void)state;
	assert_fault(
		yaml_parse(&keep, (span){ (const uint8_t *)text, sizeof(text) - 1 }, &root, &problem), "yaml.syntax");
	assert_int_equal(problem.line, 2);
	assert_int_equal(problem.column, 19);
	assert_fault(yaml_parse(&keep, span_from_str(STR("a: \x1b[31m\n")), &root, &problem), "yaml.syntax");
	assert_int_equal(problem.column, 4);
	arena_close(&keep);
}

static void an_empty_document_is_no_node(void **state)
{
	(void)state;
	struct arena keep = arena_open(1 << 20);

	assert_null(parse(&keep, ""));
	assert_null(parse(&keep, "# only a comment\n"));
	arena_close(&keep);
}

static void assert_same(const struct yaml *a, const struct yaml *b)
{
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->is_quoted, b->is_quoted);
	assert_int_equal(a->line, b->line);
	assert_int_equal(a->column, b->column);
	assert_int_equal(a->key_line, b->key_line);
	assert_int_equal(a->key_column, b->key_column);
	assert_true(str_equal(a->key, b->key) && str_equal(a->text, b->text));
	assert_int_equal(!a->text.p, !b->text.p);
	assert_int_equal(a->count, b->count);
	a = a->first, b = b->first;
	for (; a && b; a = a->next, b = b->next) assert_same(a, b);
	assert_true(!a && !b);
}

#define PACKED_TEXT                                                                                                    \
	"a: 'yes'\nlist:\n  - x: 1\n    y: [p, 'q', \"\"]\n  - {}\n  - []\nnothing:\nlong: |\n  two\n  lines\n"

static void a_tree_that_was_packed_comes_back_as_it_was(void **state)
{
	(void)state;
	struct arena keep = arena_open(1 << 20);
	const struct yaml *root = parse(&keep, PACKED_TEXT), *again = NULL;
	struct buf packed = { 0 };

	yaml_pack(&packed, root);
	assert_true(yaml_unpack(&keep, span_from_str(buf_all(&packed)), &again));
	assert_same(root, again);
	buf_free(&packed);
	arena_close(&keep);
}

static void a_damaged_pack_is_refused_or_at_least_harmless(void **state)
{
	(void)state;
	struct arena keep = arena_open((size_t)1 << 24);
	const struct yaml *root = parse(&keep, PACKED_TEXT), *again = NULL;
	struct buf packed = { 0 };

	yaml_pack(&packed, root);
	for (size_t n = 0; n < packed.n; n++)
		assert_false(yaml_unpack(&keep, (span){ (const uint8_t *)packed.p, n }, &again));
	assert_null(again);
	for (size_t i = 0; i < packed.n; i++) {
		char was = packed.p[i];

		packed.p[i] = (char)~was;
		(void)yaml_unpack(&keep, span_from_str(buf_all(&packed)), &again);
		packed.p[i] = was;
	}
	buf_char(&packed, 0);
	assert_false(yaml_unpack(&keep, span_from_str(buf_all(&packed)), &again));
	buf_free(&packed);
	arena_close(&keep);
}

static void of_many_keys_each_is_found_and_one_that_stands_twice_is_told(void **state)
{
	(void)state;
	enum { MANY = 60000 }; /* a parser that compares each key with each other one would take minutes */
	struct arena keep = arena_open((size_t)256 << 20);
	struct yaml_problem problem = { 0 };
	const struct yaml *root;
	struct buf text = { 0 };

	for (int i = 0; i < MANY; i++) buf_printf(&text, "k%d: %d\n", i, i);
	assert_ok(yaml_parse(&keep, span_from_str(buf_all(&text)), &root, &problem));
	assert_int_equal(root->count, MANY);
	assert_str(yaml_text(root, "k59999"), "59999");
	buf_text(&text, "k7: again\n");
	assert_fault(yaml_parse(&keep, span_from_str(buf_all(&text)), &root, &problem), "yaml.syntax");
	assert_int_equal(problem.line, MANY + 1);
	buf_free(&text);
	arena_close(&keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_many_keys_each_is_found_and_one_that_stands_twice_is_told),
		cmocka_unit_test(every_node_knows_its_place),
		cmocka_unit_test(an_error_says_line_and_column),
		cmocka_unit_test(aliases_are_refused),
		cmocka_unit_test(what_is_no_text_is_refused),
		cmocka_unit_test(marks_of_an_unsettled_conflict_are_called_so),
		cmocka_unit_test(an_empty_document_is_no_node),
		cmocka_unit_test(a_tree_that_was_packed_comes_back_as_it_was),
		cmocka_unit_test(a_damaged_pack_is_refused_or_at_least_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
