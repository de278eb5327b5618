/* doc/coverage.md is made of the tables of collectors and classes, and of what the sources say when they could not look at
 * all:  test-rootfs-coverage --write  makes it anew. */
#include "testing.h"

#include "base/buf.h"
#include "rootfs/collectors.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const head =
	"# What coverage says\n"
	"\n"
	"A check may pass only where its classes of facts are `full`: everything that could hold such a fact was read "
	"to "
	"its end. This page says for each class that is read from an image what is looked at, and what makes it "
	"`part`. "
	"`none`: no root file system was found.\n"
	"\n"
	"## Every class\n"
	"\n"
	"is `part`, and `evidence.image-read` does not pass, while\n"
	"\n"
	"- bytes of the image are unread: no reader took them, its reader did not come to their end, or they look "
	"encrypted. Runs of 00 and FF are padding, and nothing unread. The innermost content counts: a file system in "
	"a "
	"file, an archive in an archive. What is smaller than 4 KiB and stands in a file of a root holds no program: "
	"`files`, `binaries` and `components` stay `full`\n"
	"- the walk through the image ended before its end, at one of its limits\n"
	"- a file system that is mounted is not in the image\n"
	"- a name stands for two files of one file system\n"
	"- a text is larger than what is read of settings (classes of whole trees only)\n"
	"- a file that is asked for is too large to be read, or is no text\n"
	"\n"
	"[formats.md](formats.md) lists what has a reader.\n";

enum { REASONS_MOST = 256, SOURCE_MOST = 1 << 20 };

static const char *source_path(const char *below, const char *name)
{
	static char path[512];
	const char *source = getenv("ASSAY_SOURCE");

	snprintf(path, sizeof(path), "%s/%s%s", source ? source : ".", below, name);
	return path;
}

/* ---- what sources say when they could not look at all ---------------------------------------------------------------- */

struct reason {
	char class[32], text[240];
};

static struct reason reasons[REASONS_MOST];
static size_t reason_count;

/* The text of a literal, its parts put together; false: `*p` does not stand at one. */
static bool literal(const char **p, char *ret, size_t room)
{
	size_t n = 0;
	bool any = false;

	for (;;) {
		while (**p == ' ' || **p == '\n' || **p == '\t') (*p)++;
		if (**p != '"') break;
		any = true;
		for ((*p)++; **p && **p != '"'; (*p)++)
			if (n + 1 < room) ret[n++] = **p;
		if (**p) (*p)++;
	}
	ret[n] = '\0';
	return any;
}

static void add_reason(const char *class, const char *text)
{
	for (size_t i = 0; i < reason_count; i++)
		if (strcmp(reasons[i].class, class) == 0 && strcmp(reasons[i].text, text) == 0) return;
	assert_true(reason_count < REASONS_MOST);
	snprintf(reasons[reason_count].class, sizeof(reasons->class), "%s", class);
	snprintf(reasons[reason_count].text, sizeof(reasons->text), "%s", text);
	reason_count++;
}

/* tree_short(t, "class", "reason"), and its kin; keys_short(file, "reason") is of two classes. */
static void take_calls(const char *source)
{
	for (const char *p = source; (p = strstr(p, "_short")); p++) {
		const char *at = strchr(p, '('), *comma;
		bool is_of_keys = p - source > 4 && strncmp(p - 4, "keys", 4) == 0;
		char class[32], text[240];

		if (!at || at - p > 12 || !(comma = strchr(at, ','))) continue;
		comma++;
		if (is_of_keys) {
			if (!literal(&comma, text, sizeof(text))) continue;
			add_reason("secrets", text);
			add_reason("certificates", text);
			continue;
		}
		if (!literal(&comma, class, sizeof(class)) || *comma != ',') continue;
		comma++;
		if (literal(&comma, text, sizeof(text))) add_reason(class, text);
	}
}

static int by_class_and_text(const void *a, const void *b)
{
	const struct reason *x = a, *y = b;
	int order = strcmp(x->class, y->class);

	return order ? order : strcmp(x->text, y->text);
}

static void read_sources(const char *folder)
{
	static char source[SOURCE_MOST];
	DIR *d = opendir(source_path(folder, ""));

	assert_non_null(d);
	for (struct dirent *e; (e = readdir(d));) {
		size_t n = strlen(e->d_name);
		FILE *f;

		if (n < 3 || strcmp(e->d_name + n - 2, ".c") != 0) continue;
		f = fopen(source_path(folder, e->d_name), "r");
		assert_non_null(f);
		n = fread(source, 1, sizeof(source) - 1, f);
		source[n] = '\0';
		fclose(f);
		take_calls(source);
	}
	closedir(d);
}

/* ---- the page ---------------------------------------------------------------------------------------------------------- */

/* "name: {means: "..."": the classes as rules/classes.yaml lists them. */
static bool meaning_of(const char *class, char *ret, size_t room)
{
	static char text[64 << 10];
	FILE *f = fopen(source_path("rules/classes.yaml", ""), "r");
	char key[64];
	const char *at, *end;

	assert_non_null(f);

	size_t n = fread(text, 1, sizeof(text) - 1, f);

	fclose(f);
	text[n] = '\0';
	snprintf(key, sizeof(key), "\n%s: {means: \"", class);
	if (!(at = strstr(text, key))) return false;
	at += strlen(key);
	end = strchr(at, '"');
	snprintf(ret, room, "%.*s", (int)(end - at), at);
	return true;
}

static bool vouches(const char *const *classes, const char *class)
{
	for (size_t i = 0; i < COLLECTOR_CLASSES && classes[i]; i++)
		if (strcmp(classes[i], class) == 0) return true;
	return false;
}

static void class_text(struct buf *b, const char *class)
{
	char means[200];
	bool any = false;

	assert_true(meaning_of(class, means, sizeof(means)));
	buf_printf(b, "\n## `%s`: %s\n\n", class, means);
	for (const struct file_collector *const *c = file_collectors; *c; c++)
		if (vouches((*c)->classes, class)) buf_printf(b, "Looked at: %s.\n", (*c)->reads);
	for (const struct tree_collector *const *c = tree_collectors; *c; c++)
		if (vouches((*c)->classes, class)) buf_printf(b, "Looked at: %s.\n", (*c)->reads);
	for (size_t i = 0; i < reason_count; i++) {
		if (strcmp(reasons[i].class, class) != 0) continue;
		buf_printf(b, "%s- %s\n", any ? "" : "\nIt is `part` when also\n\n", reasons[i].text);
		any = true;
	}
}

static void take_classes(const char *const *classes, const char **all, size_t *count)
{
	for (size_t i = 0; i < COLLECTOR_CLASSES && classes[i]; i++) {
		bool is_new = true;

		for (size_t k = 0; k < *count; k++) is_new &= strcmp(all[k], classes[i]) != 0;
		if (is_new) all[(*count)++] = classes[i];
	}
}

static size_t all_classes(const char **all)
{
	size_t count = 0;

	for (const struct tree_collector *const *c = tree_collectors; *c; c++) take_classes((*c)->classes, all, &count);
	for (const struct file_collector *const *c = file_collectors; *c; c++) take_classes((*c)->classes, all, &count);
	return count;
}

static struct buf page(void)
{
	const char *all[64];
	size_t count = all_classes(all);
	struct buf b = { 0 };

	reason_count = 0;
	read_sources("src/rootfs/");
	read_sources("src/source/");
	qsort(reasons, reason_count, sizeof(*reasons), by_class_and_text);
	buf_printf(&b, "%s", head);
	for (size_t i = 0; i < count; i++) class_text(&b, all[i]);
	buf_printf(&b,
		"\n## Read beside these\n\nand no class of its own: what is found counts, what is not found says "
		"nothing.\n\n");
	for (const struct tree_collector *const *c = tree_collectors; *c; c++)
		if (!(*c)->classes[0]) buf_printf(&b, "- %s\n", (*c)->reads);
	for (const struct file_collector *const *c = file_collectors; *c; c++)
		if (!(*c)->classes[0]) buf_printf(&b, "- %s\n", (*c)->reads);
	return b;
}

static void the_page_of_coverage_says_what_the_tables_and_sources_say(void **state)
{
	static char text[64 << 10];
	struct buf wanted = page();
	FILE *f = fopen(source_path("doc/coverage.md", ""), "r");

	(void)state;
	assert_non_null(f);

	size_t n = fread(text, 1, sizeof(text), f);

	fclose(f);
	if (!str_equal((str){ text, n }, buf_all(&wanted)))
		fail_msg("doc/coverage.md: test-rootfs-coverage --write makes it anew");
	buf_free(&wanted);
}

static void every_reason_is_of_a_class_that_somebody_vouches_for(void **state)
{
	const char *all[64];
	size_t count = all_classes(all);
	struct buf b = page();

	(void)state;
	buf_free(&b);
	assert_true(reason_count > 20);
	for (size_t i = 0; i < reason_count; i++) {
		bool found = false;

		for (size_t k = 0; k < count; k++) found |= strcmp(all[k], reasons[i].class) == 0;
		if (!found)
			fail_msg("\"%s\" is said of \"%s\", which nobody covers", reasons[i].text, reasons[i].class);
	}
	for (const struct tree_collector *const *c = tree_collectors; *c; c++)
		assert_true((*c)->reads && (*c)->reads[0]);
	for (const struct file_collector *const *c = file_collectors; *c; c++)
		assert_true((*c)->reads && (*c)->reads[0]);
}

int main(int count, char **words)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_of_coverage_says_what_the_tables_and_sources_say),
		cmocka_unit_test(every_reason_is_of_a_class_that_somebody_vouches_for),
	};

	if (count > 1 && strcmp(words[1], "--write") == 0) {
		struct buf b = page();
		FILE *f = fopen(source_path("doc/coverage.md", ""), "w");
		bool is_written = f && fwrite(buf_all(&b).p, 1, buf_all(&b).n, f) == buf_all(&b).n && fclose(f) == 0;

		buf_free(&b);
		return is_written ? 0 : 1;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
