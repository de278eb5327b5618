/* Every file of fuzz/corpus/image/ through the walk and all collectors: what once went wrong stays right, in every build. */
#include "testing.h"

#include "source/image.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static void count_bytes(void *self, span frames)
{
	*(size_t *)self += frames.n;
}

static void replay(const char *path)
{
	FILE *file = fopen(path, "r");
	size_t told = 0;

	assert_non_null(file);
	fseek(file, 0, SEEK_END);

	long n = ftell(file);
	uint8_t *p = malloc(n > 0 ? (size_t)n : 1); /* exactly as large as the file: a sanitizer sees a byte too far */

	rewind(file);
	assert_int_equal(fread(p, 1, (size_t)n, file), n);
	fclose(file);

	struct facts *f = facts_open((struct facts_sink){ .self = &told, .write = count_bytes });
	struct image_options options = { 0 };
	err e = collect_image(f, (span){ p, (size_t)n }, &options);

	facts_close(f);
	free(p);
	if (e.is && (!e.is->id || !e.is->text)) fail_msg("%s: a fault without words", path);
	if (!told) fail_msg("%s: no facts", path);
}

static void the_corpus_of_whole_images_is_read_without_harm(void **state)
{
	const char *source = getenv("ASSAY_SOURCE");
	char folder[512], path[1024];
	size_t count = 0;

	(void)state;
	assert_non_null(source);
	snprintf(folder, sizeof(folder), "%s/fuzz/corpus/image", source);

	DIR *d = opendir(folder);

	for (struct dirent *entry; d && (entry = readdir(d));) {
		if (entry->d_name[0] == '.') continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		replay(path);
		count++;
	}
	if (d) closedir(d);
	assert_true(count >= 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_corpus_of_whole_images_is_read_without_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
