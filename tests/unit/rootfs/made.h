/* A file system of a few text files, made by a test, and what a collector says of it. */
#ifndef ASSAY_TEST_ROOTFS_MADE_H
#define ASSAY_TEST_ROOTFS_MADE_H

#include "testing.h"

#include "base/buf.h"
#include "rootfs/collectors.h"
#include "rootfs/started.h"
#include "evidence/run.h"

#include <stdio.h>
#include <stdlib.h>

struct made {
	struct arena keep, noted;
	struct tree_file files[64];
	struct tree tree;
	struct started started;
	struct evidence *evidence;
	struct evidence_run *run;
	struct facts *facts;
	int64_t input;
};

static void to_run(void *self, span frames)
{
	struct made *m = self;

	assert_ok(evidence_run_take(m->run, frames));
}

[[maybe_unused]] static struct made *make(void)
{
	struct made *m = calloc(1, sizeof(*m));

	m->keep = arena_open((size_t)64 << 20);
	m->noted = arena_open((size_t)1 << 20);
	m->started.keep = &m->noted;
	m->tree = (struct tree){ .files = m->files, .started = &m->started, .is_whole = true, .is_root = true };
	assert_ok(evidence_create(NULL, &m->evidence));
	assert_ok(evidence_input(
		m->evidence, &(struct input_row){ .kind = STR("image"), .name = STR("test") }, &m->input));
	m->run = evidence_run_begin(m->evidence, m->input, &role_image, (str){ 0 });
	m->facts = facts_open((struct facts_sink){ .self = m, .write = to_run });
	return m;
}

[[maybe_unused]] static void file(struct made *m, const char *path, const char *content)
{
	struct tree_file *f = &m->files[m->tree.count++];
	size_t at = m->tree.count - 1;

	*f = (struct tree_file){ .path = str_of(path),
		.type = NODE_FILE,
		.mode = 0644,
		.size = strlen(content),
		.content = span_from_str(str_of(content)) };
	f->fact = fact_file(
		m->facts, &(struct fact_file){ .path = arena_printf(&m->keep, "/%s", path), .type = STR("file") });
	while (at && str_compare(m->files[at - 1].path, m->files[at].path) > 0) {
		struct tree_file swap = m->files[at];

		m->files[at] = m->files[at - 1];
		m->files[--at] = swap;
	}
}

/* A link; in the order of paths by being moved as a file is. */
[[maybe_unused]] static void link_to(struct made *m, const char *path, const char *target)
{
	file(m, path, "");
	for (size_t i = 0; i < m->tree.count; i++)
		if (str_is(m->files[i].path, path))
			m->files[i].type = NODE_LINK, m->files[i].target = str_of(target),
			m->files[i].content = (span){ 0 };
}

[[maybe_unused]] static void program(struct made *m, const char *path)
{
	file(m, path, "\177ELF");
	for (size_t i = 0; i < m->tree.count; i++)
		if (str_is(m->files[i].path, path)) m->files[i].is_elf = true, m->files[i].content = (span){ 0 };
}

[[maybe_unused]] static void collect_tree(struct made *m, const struct tree_collector *c)
{
	c->collect(m->facts, &m->tree, m->keep);
	facts_flush(m->facts);
}

/* All rows of a query: columns joined by a blank, rows by "; ". */
[[maybe_unused]] static const char *ask(struct made *m, const char *sql)
{
	static char answer[2048];
	struct buf out = { 0 };
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_prepare_v2(evidence_db(m->evidence), sql, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		if (out.n) buf_text(&out, "; ");
		for (int c = 0; c < sqlite3_column_count(stmt); c++) {
			const char *text = (const char *)sqlite3_column_text(stmt, c);

			buf_printf(&out, "%s%s", c ? " " : "", text ? text : "?");
		}
	}
	sqlite3_finalize(stmt);
	snprintf(answer, sizeof(answer), "%.*s", STR_FMT(buf_all(&out)));
	buf_free(&out);
	return answer;
}

[[maybe_unused]] static void done(struct made *m)
{
	facts_done(m->facts);
	facts_close(m->facts);
	assert_ok(evidence_run_end(m->run, NULL, "", (str){ 0 }));
	assert_string_equal(ask(m, "SELECT outcome FROM run"), "done");
	evidence_close(m->evidence);
	arena_close(&m->keep);
	arena_close(&m->noted);
	free(m);
}

/* One file, to a collector of files. */
[[maybe_unused]] static void collect_one(
	struct made *m, const struct file_collector *c, const char *path, span content, bool is_elf)
{
	struct tree_file f = { .path = str_of(path), .type = NODE_FILE, .size = content.n, .is_elf = is_elf };

	f.fact = fact_file(m->facts, &(struct fact_file){ .path = f.path, .type = STR("file") });
	if (c->wants(&f, content)) c->collect(m->facts, &f, content, m->keep);
	facts_flush(m->facts);
}

#endif
