#include "work/declarations.h"

#include "declare/declaration.h"
#include "source/folder.h"
#include "source/opened.h"
#include "source/source.h"

static const struct fault declarations_none = { FAULT_INPUT, "declarations.none", "there is no file in it" };

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

static err read_file(struct evidence *e, const struct folder_file *file, str now, const struct notes *notes)
{
	struct source source = { .kind = SOURCE_DECLARATION, .path = file->path, .name = file->name, .now = now };
	struct source_end end;
	err read = source_read(e, &source, &end);

	if (read.is == &source_empty) {
		declarations_leave(e, file->name, "is empty");
		return OK;
	}
	if (read.is) {
		note_fault(notes, file->path, read, end.message);
		return work_blame(read);
	}
	if (end.is_whole) return OK;
	note_lines(notes, file->path, str_of(end.message));
	return fail(end.is_of_machine ? &work_by_machine : &work_refused, 0);
}

const char *declaration_left(const struct folder_file *file)
{
	if (file->is_other) return "is hidden, or no plain file";
	return declaration_format(file->name) == DECLARATION_NONE ? "is no Markdown, CSV or YAML by its name" : NULL;
}

static err read_files(struct evidence *e, const folder_files *files, str now, const struct notes *notes)
{
	for (size_t i = 0; i < files->n; i++) {
		const char *left = declaration_left(&files->p[i]);

		if (left)
			declarations_leave(e, files->p[i].name, left);
		else
			TRY(read_file(e, &files->p[i], now, notes));
	}
	return OK;
}

err declarations_read(struct evidence *e, const char *path, str now, const struct notes *notes)
{
	struct arena keep = arena_open((size_t)256 << 20);
	folder_files files = { 0 };
	err read = folder_list(&keep, path, &files);

	if (!read.is && !files.n) read = fail(&declarations_none, 0);
	if (read.is) {
		note_fault(notes, path, read, "");
		read = work_blame(read);
	} else {
		read = read_files(e, &files, now, notes);
	}
	arena_close(&keep);
	return read;
}
