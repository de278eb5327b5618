#include "cli/declarations.h"

#include "declare/declaration.h"
#include "source/folder.h"
#include "source/opened.h"
#include "source/source.h"
#include "evidence/pair.h"

#include <stdio.h>

void declarations_leave(struct evidence *e, str name, const char *why)
{
	sqlite3_stmt *stmt = NULL;
	const char *sql = "INSERT INTO unplaced(kind, what, cells) VALUES('file', ?1 || ': ' || ?2, 0)";

	if (sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_text(stmt, 1, name.p, (int)name.n, SQLITE_STATIC);
		sqlite3_bind_text(stmt, 2, why, -1, SQLITE_STATIC);
		sqlite3_step(stmt);
	}
	sqlite3_finalize(stmt);
}

static int read_file(struct evidence *e, const struct folder_file *file, str now)
{
	struct source source = { .kind = SOURCE_DECLARATION, .path = file->path, .name = file->name, .now = now };
	struct source_end end;
	err read = source_read(e, &source, &end);

	if (read.is == &source_empty) {
		declarations_leave(e, file->name, "is empty");
		return EXIT_PASS;
	}
	if (read.is) {
		say_fault(file->path, read, end.message);
		return read.is->class == FAULT_SYSTEM && read.is != &source_unreadable ? EXIT_INTERNAL : EXIT_USAGE;
	}
	if (end.is_whole) return EXIT_PASS;
	say("%s: %s", file->path, end.message);
	return EXIT_USAGE;
}

const char *declaration_left(const struct folder_file *file)
{
	if (file->is_other) return "is hidden, or no plain file";
	return declaration_format(file->name) == DECLARATION_NONE ? "is no Markdown, CSV or YAML by its name" : NULL;
}

int declarations_read(struct evidence *e, const char *path, str now)
{
	struct arena keep = arena_open((size_t)256 << 20);
	folder_files files = { 0 };
	err listed = folder_list(&keep, path, &files);
	int status = EXIT_PASS;

	if (listed.is) {
		say_fault(path, listed, "");
		status = EXIT_USAGE;
	}
	for (size_t i = 0; i < files.n && status == EXIT_PASS; i++) {
		const struct folder_file *file = &files.p[i];
		const char *left = declaration_left(file);

		if (left)
			declarations_leave(e, file->name, left);
		else
			status = read_file(e, file, now);
	}
	if (status == EXIT_PASS && !files.n) {
		say("%s: there is no file in it", path);
		status = EXIT_USAGE;
	}
	arena_close(&keep);
	return status;
}

err declarations_joined(struct evidence *e)
{
	/* What two inputs declare is told: the first one is what stands. */
	static const char twice[] =
		"INSERT INTO unplaced(input, line, kind, what, text, cells)"
		" SELECT d.input, d.line, 'row', 'the ID ' || d.name || ' stands in another file too',"
		" (SELECT group_concat(name || ': ' || value, char(10)) FROM field WHERE entity = d.id), 0"
		" FROM declared AS d WHERE EXISTS (SELECT 1 FROM declared AS o WHERE o.kind = d.kind AND o.name = "
		"d.name AND o.id < d.id "
		"AND o.input <> d.input)";

	TRY(evidence_pair(e));
	return sqlite3_exec(evidence_db(e), twice, NULL, NULL, NULL) == SQLITE_OK
		       ? OK
		       : fail(&evidence_write, evidence_errno(evidence_db(e)));
}

int declarations_join(struct evidence *e)
{
	err paired = declarations_joined(e);

	if (!paired.is) return EXIT_PASS;
	say_fault("the evidence", paired, evidence_error(e));
	return EXIT_INTERNAL;
}
