#include "testing.h"

#include "base/yaml.h"

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

static void aliases_are_refused(void **state)
{
	(void)state;
	struct arena keep = arena_open(1 << 20);
	const struct yaml *root;

	assert_fault(yaml_parse(&keep, SPAN("a: &x [1]\nb: *x\n"), &root, NULL), "yaml.syntax");
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_node_knows_its_place),
		cmocka_unit_test(an_error_says_line_and_column),
		cmocka_unit_test(aliases_are_refused),
		cmocka_unit_test(an_empty_document_is_no_node),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
