/* A page's document says each long text once, and reads back as what it was. */
#include "testing.h"

#include "report/said_once.h"

#include <stdlib.h>
#include <string.h>

static void assert_becomes(const char *from, const char *to)
{
	json_t *root = json_loads(from, 0, NULL);
	char *text;

	assert_non_null(root);
	said_once(root);
	text = json_dumps(root, JSON_COMPACT);
	assert_string_equal(text, to);
	free(text);
	json_decref(root);
}

static void a_long_text_that_repeats_stands_once(void **state)
{
	(void)state;
	assert_becomes("{\"a\":\"bring the image\",\"b\":[\"bring the image\",{\"c\":\"bring the image\"}]}",
		"{\"a\":\"~0\",\"b\":[\"~0\",{\"c\":\"~0\"}],\"texts\":[\"bring the image\"]}");
}

static void what_stands_once_or_is_short_stays(void **state)
{
	(void)state;
	assert_becomes("{\"a\":\"bring the image\",\"b\":[\"pass\",\"pass\",1,null]}",
		"{\"a\":\"bring the image\",\"b\":[\"pass\",\"pass\",1,null],\"texts\":[]}");
}

static void a_text_that_looks_like_a_name_is_told_apart(void **state)
{
	(void)state;
	assert_becomes("{\"a\":\"~0\",\"b\":[\"~ a path of a user\",\"~ a path of a user\",\"~ once in the page\"]}",
		"{\"a\":\"~~0\",\"b\":[\"~0\",\"~0\",\"~~ once in the page\"],\"texts\":[\"~ a path of a user\"]}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_text_that_repeats_stands_once),
		cmocka_unit_test(what_stands_once_or_is_short_stays),
		cmocka_unit_test(a_text_that_looks_like_a_name_is_told_apart),
	};

	return cmocka_run_group_tests_name("report/said_once", tests, NULL, NULL);
}
