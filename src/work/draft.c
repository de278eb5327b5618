#include "work/draft.h"

#include "base/limits.h"
#include "base/near.h"
#include "judge/next.h"
#include "work/files.h"
#include "work/open.h"
#include "work/product_folder.h"

#include <stdio.h>
#include <unistd.h>

static err refuse(void)
{
	return fail(&work_refused, 0);
}

/* ---- the file ---------------------------------------------------------------------------------------------------- */

static err read_text(const char *path, struct arena *keep, str *ret, const struct notes *notes)
{
	span bytes;

	*ret = (str){ 0 };
	if (access(path, F_OK)) return OK;

	err e = file_read(path, keep, LIMIT_DRAFT, &bytes);

	if (e.is) {
		note_fault(notes, path, e, "");
		return refuse();
	}
	*ret = str_from_span(bytes);
	return OK;
}

static err tell(const char *path, str why, const struct notes *notes)
{
	note(notes, "%s: %.*s", path, STR_FMT(why));
	return refuse();
}

static err read_rows(const char *path, str text, struct arena *keep, draft_rows *ret, const struct notes *notes)
{
	str why;

	return draft_file_read(text, keep, ret, &why).is ? tell(path, why, notes) : OK;
}

static err write_text(const char *path, str before, struct buf *after, const struct notes *notes)
{
	bool is_same = str_equal(before, buf_all(after));
	err e = is_same ? OK : file_replace(path, buf_all(after));

	buf_free(after);
	if (!e.is) return OK;
	note_fault(notes, path, e, "");
	return refuse();
}

static const char *draft_path(const char *folder, struct arena *keep)
{
	return arena_cstr(keep, arena_printf(keep, "%s/" DRAFT_FILE, folder));
}

bool draft_is_silent(const char *path)
{
	static const struct notes nobody = { 0 };
	struct arena keep = arena_open((size_t)LIMIT_DRAFT + (1 << 20));
	str text;
	bool is_silent = !read_text(path, &keep, &text, &nobody).is && draft_file_is_silent(text);

	arena_close(&keep);
	return is_silent;
}

err draft_open(const char *folder, struct arena *keep, struct draft *ret, const struct notes *notes)
{
	str text;

	*ret = (struct draft){ .path = draft_path(folder, keep) };
	TRY(read_text(ret->path, keep, &text, notes));
	return read_rows(ret->path, text, keep, &ret->rows, notes);
}

/* ---- what waits -------------------------------------------------------------------------------------------------- */

static bool names_class(str classes, const char *class)
{
	str word;

	while (str_split(&classes, ',', &word))
		if (str_is(str_trim(word), class)) return true;
	return false;
}

struct waiting {
	str scheme;
	size_t count;
};
typedef VEC(struct waiting) waiting_list;
enum { TOLD_SCHEMES = 3 };

static void count_waiting(waiting_list *all, const struct missing_evidence *m, bool binding, struct arena *keep)
{
	for (size_t k = 0; k < m->reached_count; k++) {
		const struct reached *r = &m->reached[k];
		str id = r->scheme->scheme->id;
		size_t n = 0;

		if (!r->is_needed || scheme_is_binding(r->scheme) != binding) continue;
		while (n < all->n && !str_equal(all->p[n].scheme, id)) n++;
		if (n == all->n) *vec_add(keep, all) = (struct waiting){ .scheme = id };
		all->p[n].count++;
	}
}

/* "uk-psti 2, en-18031-1 5 and 3 more schemes": mandatory requirements, those that binding schemes ask first. */
static str waits_of(const struct plan *plan, const char *class, struct arena *keep)
{
	waiting_list all = { 0 };
	str text = { 0 };

	for (size_t i = 0; i < plan->missing_count; i++) {
		const struct missing_evidence *m = &plan->missing[i];

		if (!m->question && names_class(m->class, class)) count_waiting(&all, m, true, keep);
	}
	for (size_t i = 0; i < plan->missing_count; i++) {
		const struct missing_evidence *m = &plan->missing[i];

		if (!m->question && names_class(m->class, class)) count_waiting(&all, m, false, keep);
	}
	for (size_t i = 0; i < all.n && i < TOLD_SCHEMES; i++)
		text = arena_join(
			keep, text, ", ", arena_printf(keep, "%.*s %zu", STR_FMT(all.p[i].scheme), all.p[i].count));
	if (all.n > TOLD_SCHEMES)
		text = arena_printf(keep, "%.*s and %zu more schemes", STR_FMT(text), all.n - TOLD_SCHEMES);
	return text;
}

static const str *waits(const struct judgement *j, struct arena *keep)
{
	str *all = arena_array(keep, str, declared_kind_count);
	struct plan plan;

	plan_make(j, keep, &plan);
	for (size_t i = 0; i < declared_kind_count; i++) all[i] = waits_of(&plan, declared_kinds[i].class, keep);
	return all;
}

/* ---- proposing --------------------------------------------------------------------------------------------------- */

static err merge(const char *folder, struct evidence *e, str day, struct arena *keep, struct draft *ret,
	const struct notes *notes)
{
	proposals all;
	struct buf out = { 0 };
	struct lock lock;
	str text, why;

	if (draft_propose(e, keep, &all).is) {
		note(notes, "the evidence cannot be asked: %s", evidence_error(e));
		return fail(&work_by_machine, 0);
	}
	TRY(folder_hold(folder, &lock, notes));

	err done = read_text(ret->path, keep, &text, notes);

	if (!done.is &&
		draft_file_merge(text, &all, ret->waits, draft_has_seen(e), day, keep, &out, &ret->change, &why).is)
		done = tell(ret->path, why, notes);
	if (!done.is) {
		str written = arena_str(keep, buf_all(&out));

		done = read_rows(ret->path, written, keep, &ret->rows, notes);
		if (!done.is) done = write_text(ret->path, text, &out, notes);
	}
	buf_free(&out);
	lock_release(&lock);
	return done;
}

err draft_make(const char *folder, const struct rules *rules, const struct judge_options *options, struct arena *keep,
	struct draft *ret, const struct notes *notes)
{
	struct judged judged;
	const char *evidence;

	*ret = (struct draft){ .path = draft_path(folder, keep) };
	TRY(evidence_named(folder, keep, &evidence, notes));
	TRY(judged_open(evidence, &judged, notes));
	TRY(judged_judge(&judged, evidence, rules, options, notes));
	ret->waits = waits(judged.judgement, keep);
	for (size_t i = 0; i < declared_kind_count; i++)
		((str *)(uintptr_t)ret->waits)[i] = arena_str(keep, ret->waits[i]);

	err e = merge(folder, judged.evidence, options->on, keep, ret, notes);

	judged_close(&judged);
	return e;
}

/* ---- what a person says ------------------------------------------------------------------------------------------ */

static const struct declared_kind *list_named(str word)
{
	for (size_t i = 0; i < declared_kind_count; i++)
		if (str_is(word, declared_kinds[i].list)) return &declared_kinds[i];
	return NULL;
}

static bool is_of_list(const struct draft_row *row)
{
	return row->said.is_none || row->said.is_whole;
}

/* A whole list is taken as far as nobody said anything of its rows; what is named is taken in any case. */
static size_t choose(const draft_rows *rows, str word, bool reopens, bool *chosen)
{
	const struct declared_kind *kind = list_named(word);
	bool is_all = str_is(word, "all");
	size_t found = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct draft_row *row = &rows->p[i];
		bool is_open = !row->said.is_confirmed && !row->said.is_struck && !row->is_gone;
		bool is_meant = (is_all || kind) ? (is_all || row->said.kind == kind) && (is_open || reopens)
						 : str_equal(row->name, word);

		if (!is_meant || is_of_list(row)) continue;
		chosen[i] = true;
		found++;
	}
	return found || is_all || kind ? 1 : 0;
}

static err refuse_word(
	const char *path, const draft_rows *rows, str word, struct arena *keep, const struct notes *notes)
{
	struct candidates near = { .keep = keep, .wanted = word };

	for (size_t i = 0; i < rows->n; i++) candidate(&near, rows->p[i].name);
	for (size_t i = 0; i < declared_kind_count; i++) candidate(&near, str_of(declared_kinds[i].list));

	str hint = suggestion(&near);

	note(notes, "%s: no row and no list is called \"%.*s\"%s%.*s", path, STR_FMT(word), STR_AFTER("; ", hint));
	return refuse();
}

static err say(const char *path, const str *words, size_t count, const struct draft_said *said, struct arena *keep,
	size_t *ret, const struct notes *notes)
{
	draft_rows rows;
	struct buf out = { 0 };
	str text, why;

	TRY(read_text(path, keep, &text, notes));
	TRY(read_rows(path, text, keep, &rows, notes));

	bool *chosen = arena_array(keep, bool, rows.n + 1);

	for (size_t i = 0; i < count; i++)
		if (!choose(&rows, words[i], said->word == DRAFT_OPEN, chosen))
			return refuse_word(path, &rows, words[i], keep, notes);
	if (draft_file_say(text, &rows, chosen, said, keep, &out, ret, &why).is) {
		buf_free(&out);
		return tell(path, why, notes);
	}
	return write_text(path, text, &out, notes);
}

err draft_say(const char *folder, const str *words, size_t count, const struct draft_said *said, struct arena *keep,
	size_t *ret, const struct notes *notes)
{
	struct lock lock;

	TRY(folder_hold(folder, &lock, notes));

	err e = say(draft_path(folder, keep), words, count, said, keep, ret, notes);

	lock_release(&lock);
	return e;
}

static err say_of_list(const char *path, str word, bool is_none, const struct draft_said *said, struct arena *keep,
	const struct notes *notes)
{
	const struct declared_kind *kind = list_named(word);
	draft_rows rows;
	struct buf out = { 0 };
	str text;

	TRY(read_text(path, keep, &text, notes));
	TRY(read_rows(path, text, keep, &rows, notes));
	if (!kind) return refuse_word(path, &(draft_rows){ 0 }, word, keep, notes);
	for (size_t i = 0; is_none && i < rows.n; i++)
		if (rows.p[i].said.kind == kind && rows.p[i].said.is_confirmed && !is_of_list(&rows.p[i])) {
			note(notes, "%s: \"%.*s\" of %s is confirmed: strike it out first, then there is none", path,
				STR_FMT(rows.p[i].name), kind->list);
			return refuse();
		}
	draft_file_say_of_list(text, &rows, kind, is_none, said, keep, &out);
	return write_text(path, text, &out, notes);
}

err draft_say_of_lists(const char *folder, const str *lists, size_t count, bool is_none, const struct draft_said *said,
	struct arena *keep, const struct notes *notes)
{
	struct lock lock;
	err e = OK;

	TRY(folder_hold(folder, &lock, notes));
	for (size_t i = 0; i < count && !e.is; i++)
		e = say_of_list(draft_path(folder, keep), lists[i], is_none, said, keep, notes);
	lock_release(&lock);
	return e;
}
