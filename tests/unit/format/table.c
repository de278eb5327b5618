/* doc/formats.md is made of the table of formats:  test-format-table --write  makes it anew. */
#include "testing.h"

#include "base/buf.h"
#include "format/formats.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const head =
	"# What is read\n"
	"\n"
	"Every format that has a reader. One that is known by sight only is named in the report, and what it holds "
	"counts as unread: what rests on it cannot pass. The same holds for what a reader could not read to "
	"the end; the setting `trouble` says why.\n"
	"\n"
	"*Anywhere*: it is found wherever it begins in a raw image, too. *Beginning*: where a file, a part or a "
	"partition "
	"begins.\n"
	"\n"
	"| name | what it is | found |\n"
	"|---|---|---|\n";

static struct buf page(void)
{
	struct buf b = { 0 };

	buf_printf(&b, "%s", head);
	for (const struct format *const *f = formats; *f; f++)
		buf_printf(&b, "| `%s` | %s | %s |\n", (*f)->name, (*f)->title, (*f)->sweep ? "anywhere" : "beginning");
	return b;
}

static const char *path_of_page(void)
{
	static char path[512];
	const char *source = getenv("ASSAY_SOURCE");

	snprintf(path, sizeof(path), "%s/doc/formats.md", source ? source : ".");
	return path;
}

static void the_page_of_formats_says_what_the_table_says(void **state)
{
	static char text[64 << 10];
	FILE *f = fopen(path_of_page(), "r");
	struct buf wanted = page();

	(void)state;
	assert_non_null(f);

	size_t n = fread(text, 1, sizeof(text), f);

	fclose(f);
	if (!str_equal((str){ text, n }, buf_all(&wanted)))
		fail_msg("doc/formats.md: test-format-table --write makes it anew");
	buf_free(&wanted);
}

static void every_format_has_a_name_a_title_and_a_reader(void **state)
{
	(void)state;
	for (const struct format *const *f = formats; *f; f++) {
		assert_true((*f)->name && (*f)->name[0] && (*f)->title && (*f)->title[0] && (*f)->read);
		/* Found by two bytes or less anywhere, it needs a look at the rest. */
		if ((*f)->sweep && (*f)->magics[0].n < 4) assert_non_null((*f)->probe);
	}
}

int main(int count, char **words)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_of_formats_says_what_the_table_says),
		cmocka_unit_test(every_format_has_a_name_a_title_and_a_reader),
	};

	if (count > 1 && strcmp(words[1], "--write") == 0) {
		struct buf b = page();
		FILE *f = fopen(path_of_page(), "w");
		bool is_written = f && fwrite(buf_all(&b).p, 1, buf_all(&b).n, f) == buf_all(&b).n && fclose(f) == 0;

		buf_free(&b);
		return is_written ? 0 : 1;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
