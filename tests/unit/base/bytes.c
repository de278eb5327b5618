#include "testing.h"

#include "base/buf.h"
#include "base/utf8.h"

static void a_read_past_the_end_gives_zero_and_says_where(void **state)
{
	(void)state;
	reader r = { .in = SPAN("\x01\x02\x03") };

	assert_int_equal(read_le16(&r), 0x0201);
	assert_int_equal(read_be32(&r), 0);
	assert_int_equal(read_u8(&r), 0);
	assert_fault(reader_done(&r), "input.short");
	assert_int_equal(reader_done(&r).at, 2);
}

static void a_cut_never_leaves_its_span(void **state)
{
	(void)state;
	span in = SPAN("abcdef");

	assert_int_equal(span_cut(in, 2, 4).n, 4);
	assert_int_equal(span_cut(in, 2, 5).n, 0);
	assert_int_equal(span_cut(in, UINT64_MAX, 2).n, 0);
	assert_int_equal(span_cut(in, 2, UINT64_MAX).n, 0);
	assert_int_equal(span_from(in, 4, 100).n, 2);
}

static void lines_end_with_lf_or_cr_lf_and_the_last_needs_none(void **state)
{
	(void)state;
	str rest = STR("a\r\n\nlast"), line;

	assert_true(str_line(&rest, &line));
	assert_str(line, "a");
	assert_true(str_line(&rest, &line));
	assert_str(line, "");
	assert_true(str_line(&rest, &line));
	assert_str(line, "last");
	assert_false(str_line(&rest, &line));
}

static void numbers_overflow_to_no_number(void **state)
{
	(void)state;
	uint64_t value;

	assert_true(str_to_u64(STR("18446744073709551615"), 10, &value));
	assert_false(str_to_u64(STR("18446744073709551616"), 10, &value));
	assert_false(str_to_u64(STR("-1"), 10, &value));
	assert_false(str_to_u64(STR(""), 10, &value));
	assert_true(str_to_u64(STR("fF"), 16, &value));
	assert_int_equal(value, 255);
}

static void foreign_text_is_made_visible(void **state)
{
	(void)state;
	struct buf b = { 0 };

	buf_visible(&b, STR("a\x1b[31m\xff\xe2\x80\xae"
			    "b\xc3\xa4"));
	assert_str(buf_all(&b), "a\\x1b[31m\\xff\\xe2\\x80\\xaeb\xc3\xa4");
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_read_past_the_end_gives_zero_and_says_where),
		cmocka_unit_test(a_cut_never_leaves_its_span),
		cmocka_unit_test(lines_end_with_lf_or_cr_lf_and_the_last_needs_none),
		cmocka_unit_test(numbers_overflow_to_no_number),
		cmocka_unit_test(foreign_text_is_made_visible),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
