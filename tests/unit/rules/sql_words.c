/* SQL in its words: what stands in quotes and comments is none. */
#include "testing.h"

#include "rules/sql_words.h"

#include <stdio.h>

static void assert_words(const char *sql, const char *expected)
{
	static const char marks[] = {
		[SQL_WORD] = 'w', [SQL_PARAMETER] = ':', [SQL_TEXT] = '\'', [SQL_QUOTED] = '"', [SQL_SIGN] = 's'
	};
	struct sql_word word;
	str rest = str_of(sql);
	char all[256] = "";
	size_t n = 0;

	while (sql_next(&rest, &word))
		n += (size_t)snprintf(all + n, sizeof(all) - n, "%c%.*s ", marks[word.kind], STR_FMT(word.text));
	assert_string_equal(all, expected);
}

static void a_query_falls_into_words_parameters_texts_and_signs(void **state)
{
	(void)state;
	assert_words("SELECT a.b FROM t WHERE c=:day", "wSELECT wa s. wb wFROM wt wWHERE wc s= :day ");
	assert_words("x ':no' \":no\" :yes", "wx ':no \":no :yes ");
	assert_words("", "");
	assert_words("a::b : c", "wa s: :b s: wc ");
}

static void comments_are_passed_over_and_what_is_cut_ends_with_the_text(void **state)
{
	(void)state;
	assert_words("a -- :b 'c\nd /* :e */f", "wa wd wf ");
	assert_words("date( /* x */ )", "wdate s( s) ");
	assert_words("a /* :b", "wa ");
	assert_words("/*/ a */b", "wb ");
	assert_words("a --", "wa ");
	assert_words("'cut", "'cut ");
	assert_words("'", "' ");
	assert_words("''", "' ");
	assert_words("'a''b'", "'a 'b ");
	assert_words("a-b/c", "wa s- wb s/ wc ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_query_falls_into_words_parameters_texts_and_signs),
		cmocka_unit_test(comments_are_passed_over_and_what_is_cut_ends_with_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
