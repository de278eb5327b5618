#include "work/read.h"

#include "work/draft.h"

/* What a reader could not follow to its end, the innermost of what lies in one another. Programs known by their banner
 * have an entropy, and no reader. */
static void note_parts(struct evidence *e, const char *path, int64_t input, const struct notes *notes)
{
	sqlite3_stmt *stmt = NULL;
	const char *sql =
		"SELECT r.kind, r.at, r.size, p.kind FROM region AS r LEFT JOIN region AS p ON p.id = r.parent "
		"WHERE r.input = ?1 AND r.readable = 'part' AND r.entropy IS NULL AND NOT EXISTS (SELECT 1 "
		"FROM region AS c WHERE c.parent = r.id AND c.readable = 'part' AND c.entropy IS NULL) "
		"ORDER BY r.id LIMIT 3";

	if (sqlite3_prepare_v2(evidence_db(e), sql, -1, &stmt, NULL) != SQLITE_OK) return;
	sqlite3_bind_int64(stmt, 1, input);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *outer = (const char *)sqlite3_column_text(stmt, 3);
		uint64_t at = (uint64_t)sqlite3_column_int64(stmt, 1), n = (uint64_t)sqlite3_column_int64(stmt, 2);

		note(notes,
			"%s: the %s at byte 0x%llx%s%s was read in part: it is cut or damaged before byte 0x%llx; "
			"what rests on the rest of it stays inconclusive",
			path, (const char *)sqlite3_column_text(stmt, 0), (unsigned long long)at,
			outer ? " in the " : "", outer ? outer : "", (unsigned long long)(at + n));
	}
	sqlite3_finalize(stmt);
}

err input_read(struct evidence *e, const struct source *source, const struct notes *notes)
{
	const char *path = source->path;
	struct source_end end;

	if (source->kind == SOURCE_PRODUCT && draft_is_silent(path)) return OK;

	err read = source_read(e, source, &end);

	if (read.is) {
		note_fault(notes, path, read, end.message);
		return work_blame(read);
	}
	if (source->kind != SOURCE_IMAGE && !end.is_whole) {
		note_lines(notes, path, str_of(end.message));
		return fail(end.is_of_machine ? &work_by_machine : &work_refused, 0);
	}
	if (!end.is_whole)
		note(notes, "%s: not read to its end: %s; what rests on the rest of it stays inconclusive", path,
			end.message);
	else if (source->kind == SOURCE_IMAGE && end.looks_like != SOURCE_KINDS && !end.has_known_format)
		note(notes, "%s: looks like %s: give it as %s", path, sources[end.looks_like].what,
			sources[end.looks_like].ways[0].given);
	else if (source->kind == SOURCE_IMAGE && !end.has_known_format)
		note(notes, "%s: no known format was found in it, so nothing can be said of what it holds", path);
	else
		note_parts(e, path, end.input, notes);
	return OK;
}

uint64_t places_left(struct evidence *e)
{
	sqlite3_stmt *stmt = NULL;
	uint64_t n = 0;

	if (sqlite3_prepare_v2(evidence_db(e), "SELECT count(*) FROM main.unplaced", -1, &stmt, NULL) == SQLITE_OK &&
		sqlite3_step(stmt) == SQLITE_ROW)
		n = (uint64_t)sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return n;
}
