/* Every file of fuzz/corpus/FORMAT/ through that format's reader: what once went wrong stays right, in every build. */
#include "testing.h"

#include "fake_walk.h"
#include "format/formats.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static void replay(const struct format *f, const char *path, struct walk *w)
{
	FILE *file = fopen(path, "r");
	uint64_t used = 0;

	assert_non_null(file);
	fseek(file, 0, SEEK_END);

	long n = ftell(file);
	uint8_t *p = malloc(n > 0 ? (size_t)n : 1); /* exactly as large as the file: a sanitizer sees a byte too far */

	rewind(file);
	assert_int_equal(fread(p, 1, (size_t)n, file), n);
	fclose(file);

	span in = { p, (size_t)n };

	fake_walk_forget(w);
	if (n && (!f->probe || f->probe(in))) {
		err e = f->read(w, in, &used);

		if (used > in.n) fail_msg("%s: more bytes used than there are", path);
		if (e.is && (!e.is->id || !e.is->text)) fail_msg("%s: a fault without words", path);
	}
	free(p);
}

static void the_corpus_of_every_format_is_read_without_harm(void **state)
{
	const char *source = getenv("ASSAY_SOURCE");
	struct walk *w = fake_walk_open();

	(void)state;
	assert_non_null(source);
	for (const struct format *const *f = formats; *f; f++) {
		char folder[512], path[1024];
		size_t count = 0;

		snprintf(folder, sizeof(folder), "%s/fuzz/corpus/%s", source, (*f)->name);

		DIR *d = opendir(folder);

		for (struct dirent *entry; d && (entry = readdir(d));) {
			if (entry->d_name[0] == '.') continue;
			snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
			replay(*f, path, w);
			count++;
		}
		if (d) closedir(d);
		if (!count) fail_msg("%s has no corpus in fuzz/corpus", (*f)->name);
	}
	fake_walk_close(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_corpus_of_every_format_is_read_without_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
