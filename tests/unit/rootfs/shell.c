#include "testing.h"

#include "base/buf.h"
#include "rootfs/shell.h"

#include <stdio.h>

/* Every command of a script: its line, its words between slashes, and marks: ? may not run, & and | how it follows, f() whose body. */
static const char *commands(const char *script)
{
	static char text[2048];
	struct shell sh = shell_of(str_of(script));
	struct shell_command c;
	struct buf out = { 0 };

	while (shell_next(&sh, &c)) {
		buf_printf(&out, "%s%u", out.n ? "; " : "", c.line);
		for (size_t i = 0; i < c.count; i++) buf_printf(&out, "%s%.*s", i ? "/" : " ", STR_FMT(c.words[i]));
		if (c.link == SHELL_AND) buf_text(&out, " &&");
		if (c.link == SHELL_OR) buf_text(&out, " ||");
		if (c.link == SHELL_PIPE) buf_text(&out, " |");
		if (c.is_conditional) buf_text(&out, " ?");
		if (c.function.n) buf_printf(&out, " %.*s()", STR_FMT(c.function));
	}
	snprintf(text, sizeof(text), "%.*s", STR_FMT(buf_all(&out)));
	buf_free(&out);
	return text;
}

static void quotes_and_comments_hold_no_commands(void **state)
{
	(void)state;
	assert_string_equal(commands("a 'b; c' \"d & e\" # f; g\nh#i"), "1 a/b; c/d & e; 2 h#i");
	assert_string_equal(commands("a \"b\nc\" d\ne"), "1 a/b\nc/d; 3 e");
	assert_string_equal(commands("a \\\n b; `c d`"), "1 a/b; 2 `c d`");
	assert_string_equal(commands("echo it's\nb"), "1 echo/it's; 2 b");
}

static void operators_end_commands(void **state)
{
	(void)state;
	assert_string_equal(commands("a && b || c | d & e;f"), "1 a; 1 b &&; 1 c ||; 1 d |; 1 e; 1 f");
	assert_string_equal(commands("a > /x 2>&1 b < y; (c; d)"), "1 a/2/b; 1 c; 1 d");
	assert_string_equal(commands("A=1 B='2 3' c $(d; e) f"), "1 c/$(d; e)/f");
}

static void here_documents_are_text(void **state)
{
	(void)state;
	assert_string_equal(commands("cat <<EOF > x\na b\nEOF\nc"), "1 cat; 4 c");
	assert_string_equal(commands("cat <<-'E'\n\ta\n\tE\nc"), "1 cat; 4 c");
	assert_string_equal(commands("cat <<A; cat <<B\n1\nA\n2\nB\nc"), "1 cat; 1 cat; 6 c");
	assert_string_equal(commands("cat <<EOF\nnever ends"), "1 cat");
}

static void blocks_make_what_is_in_them_conditional(void **state)
{
	(void)state;
	assert_string_equal(commands("if a; then b; else c; fi; d"), "1 a ?; 1 b ?; 1 c ?; 1 d");
	assert_string_equal(commands("for i in a b; do c $i; done\nd"), "1 c/$i; 2 d");
	assert_string_equal(
		commands("case \"$1\" in\n start|go) a ;;\n (stop) b;;\n *)\n c\nesac\nd"), "2 a ?; 3 b ?; 5 c ?; 7 d");
	assert_string_equal(commands("while a\ndo b\ndone\n! c"), "1 a ?; 2 b ?; 4 c");
}

static void functions_name_their_bodies(void **state)
{
	(void)state;
	assert_string_equal(commands("f() {\n a\n { b; }\n}\nc"), "2 a f(); 3 b f(); 5 c");
	assert_string_equal(commands("function g ()\n{ a; }\nb"), "2 a g(); 3 b");
}

static void variables_in_plain_text_are_known(void **state)
{
	(void)state;
	struct shell sh = shell_of(STR("A=/usr/sbin/x\nB=$A\nC=$C\ngo"));
	struct shell_command c;

	assert_true(shell_next(&sh, &c));
	assert_true(str_is(shell_value(&sh, STR("${B}")), "/usr/sbin/x"));
	assert_true(str_is(shell_value(&sh, STR("$D")), "$D"));
	assert_true(str_is(shell_value(&sh, STR("$C")), "$C"));
}

/* Ends, and in time that grows with the script only. */
static void hostile_scripts_end(void **state)
{
	(void)state;
	static const char *const parts[] = { "'", "\"", "`", "$(", "(", "if ", "<<E\n", "case x in ", "{ ", "\\\n",
		"$A=", ";;" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		struct buf text = { 0 };
		struct shell_command c;
		size_t count = 0;

		for (int k = 0; k < 100000; k++) buf_text(&text, parts[i]);

		struct shell sh = shell_of(buf_all(&text));

		while (shell_next(&sh, &c)) count++;
		assert_true(count <= 100001);
		assert_int_equal(sh.at, text.n);
		buf_free(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_and_comments_hold_no_commands),
		cmocka_unit_test(operators_end_commands),
		cmocka_unit_test(here_documents_are_text),
		cmocka_unit_test(blocks_make_what_is_in_them_conditional),
		cmocka_unit_test(functions_name_their_bodies),
		cmocka_unit_test(variables_in_plain_text_are_known),
		cmocka_unit_test(hostile_scripts_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
