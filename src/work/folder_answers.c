#include "work/folder_answers.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/yaml.h"
#include "source/source.h"
#include "work/files.h"
#include "work/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MOST = 16 << 20, MEMORY = 256 << 20 };

struct folder_answers {
	struct lock lock;
	char path[4200]; /* of answers.yaml */
};

/* ---- holding ----------------------------------------------------------------------------------------------------- */

/* Nobody waits for an interview: it may take hours. */
static err hold(const char *folder, struct lock *ret, const struct notes *notes)
{
	struct lock_holder who;
	err e = lock_take(folder, 0, ret, &who);

	if (!e.is) return OK;
	ret->fd = -1;
	if (e.is == &lock_held && who.pid)
		note(notes, "%s: process %ld (%s) is at work there; end it, or come back when it has ended", folder,
			who.pid, who.command);
	else if (e.is == &lock_held)
		note(notes, "%s: another process is at work there; come back when it has ended", folder);
	else
		note_fault(notes, folder, e, "");
	return fail(&work_refused, 0);
}

/* ---- what the file says ------------------------------------------------------------------------------------------ */

static err parse(
	const char *path, struct arena *keep, span *ret_text, const struct yaml **ret, const struct notes *notes)
{
	struct yaml_problem problem = { 0 };

	*ret = NULL;
	*ret_text = (span){ 0 };
	if (access(path, F_OK)) return OK;

	err e = file_read(path, keep, FILE_MOST, ret_text);

	if (e.is) {
		note_fault(notes, path, e, "");
		return fail(&work_refused, 0);
	}
	if (!yaml_parse(keep, *ret_text, ret, &problem).is) return OK;
	note(notes, "%s: line %u, column %u: %.*s", path, problem.line, problem.column, STR_FMT(problem.message));
	return fail(&work_refused, 0);
}

static struct given_answer answer_of_row(const struct yaml *row)
{
	str basis = yaml_text(row, "basis");

	return (struct given_answer){ .question = yaml_text(row, "question"),
		.value = yaml_text(row, "value"),
		.about = yaml_text(row, "for"),
		.basis = basis.n ? basis : STR("declared"),
		.author = yaml_text(row, "author"),
		.answered = yaml_text(row, "answered"),
		.expires = yaml_text(row, "expires"),
		.reason = yaml_text(row, "reason") };
}

static err take_answers(const char *path, struct evidence *e, const struct notes *notes)
{
	struct arena keep = arena_open(MEMORY);
	const struct yaml *root;
	span text;
	err read = parse(path, &keep, &text, &root, notes);
	const struct yaml *list = !read.is && root ? yaml_get(root, "answers") : NULL;

	for (const struct yaml *row = list ? list->first : NULL; row; row = row->next) {
		struct given_answer a = answer_of_row(row);

		if (a.question.n && evidence_answer(e, &a).is)
			note(notes,
				"%s: line %u: nothing is called \"%.*s\" any more; the answer stays in the file "
				"and counts for nothing",
				path, row->line, STR_FMT(a.about));
	}
	arena_close(&keep);
	return read;
}

/* ---- opening ----------------------------------------------------------------------------------------------------- */

static err read_evidence(const char *folder, struct evidence **ret, const struct notes *notes)
{
	char path[4200];
	err e;

	snprintf(path, sizeof(path), "%s/out/product.assay", folder);
	if (access(path, F_OK) == 0) {
		e = evidence_copy(path, ret);
		if (e.is) note_fault(notes, path, e, "");
		if (e.is) return fail(&work_refused, 0);
	} else {
		struct source source = { .kind = SOURCE_PRODUCT, .path = path };

		snprintf(path, sizeof(path), "%s/product.yaml", folder);
		TRY(evidence_create(NULL, ret));
		e = input_read(*ret, &source, notes);
		if (!e.is) e = work_derive(*ret, notes);
		if (e.is) evidence_close(*ret);
		return e;
	}
	e = work_derive_again(*ret, notes);
	if (e.is) evidence_close(*ret);
	return e;
}

err folder_answers_open(
	const char *path, struct folder_answers **ret, struct evidence **ret_evidence, const struct notes *notes)
{
	struct folder_answers *f = calloc(1, sizeof(*f));
	struct stat st;

	if (!f) return fail(&work_by_machine, 0);
	f->lock.fd = -1;
	if (stat(path, &st) || !S_ISDIR(st.st_mode)) {
		note(notes, "%s: is no product folder: a folder with a product.yaml in it", path);
		free(f);
		return fail(&work_refused, 0);
	}
	snprintf(f->path, sizeof(f->path), "%s/answers.yaml", path);

	err e = hold(path, &f->lock, notes);

	if (!e.is) e = read_evidence(path, ret_evidence, notes);
	if (!e.is) {
		e = take_answers(f->path, *ret_evidence, notes);
		if (e.is) evidence_close(*ret_evidence);
	}
	if (e.is) {
		*ret_evidence = NULL;
		folder_answers_close(f);
	} else {
		*ret = f;
	}
	return e;
}

void folder_answers_close(struct folder_answers *f)
{
	if (!f) return;
	if (f->lock.fd >= 0) lock_release(&f->lock);
	free(f);
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

static void put_quoted(struct buf *out, const char *key, str value)
{
	if (!value.n) return;
	buf_printf(out, ", %s: \"", key);
	for (size_t i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.p[i];

		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else if (c < ' ' || c == 0x7f)
			buf_printf(out, "\\x%02x", c);
		else
			buf_char(out, (char)c);
	}
	buf_char(out, '"');
}

void answer_put_row(struct buf *out, const struct given_answer *a)
{
	buf_printf(out, "  - {question: %.*s", STR_FMT(a->question));
	put_quoted(out, "for", a->about);
	put_quoted(out, "value", a->value);
	if (!str_is(a->basis, "declared")) put_quoted(out, "basis", a->basis);
	put_quoted(out, "author", a->author);
	put_quoted(out, "answered", a->answered);
	put_quoted(out, "expires", a->expires);
	put_quoted(out, "reason", a->reason);
	buf_text(out, "}\n");
}

static bool is_replaced(const struct yaml *row, const struct given_answer *answers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(yaml_text(row, "question"), answers[i].question) &&
			str_equal(yaml_text(row, "for"), answers[i].about) &&
			str_equal(yaml_text(row, "author"), answers[i].author))
			return true;
	return false;
}

/* Lines of rows that are replaced are left out, all else stays as it is; new rows stand at the end. */
static void write_rows(
	struct buf *out, str text, const struct yaml *list, const struct given_answer *answers, size_t count)
{
	const struct yaml *row = list ? list->first : NULL;
	str line;

	for (uint32_t at = 1; text.n && str_line(&text, &line); at++) {
		while (row && row->next && row->next->line <= at) row = row->next;
		if (row && at >= row->line && is_replaced(row, answers, count)) continue;
		buf_str(out, line);
		buf_char(out, '\n');
	}
	if (!list) buf_text(out, "answers:\n");
	for (size_t i = 0; i < count; i++) answer_put_row(out, &answers[i]);
}

err folder_answers_set(
	struct folder_answers *f, const struct given_answer *answers, size_t count, const struct notes *notes)
{
	struct arena keep = arena_open(MEMORY);
	const struct yaml *root;
	struct buf out = { 0 };
	span text;
	err e = parse(f->path, &keep, &text, &root, notes);

	if (!e.is) {
		write_rows(&out, str_from_span(text), root ? yaml_get(root, "answers") : NULL, answers, count);
		e = file_replace(f->path, buf_all(&out));
		if (e.is) {
			note_fault(notes, f->path, e, "");
			e = fail(&work_refused, 0);
		}
	}
	buf_free(&out);
	arena_close(&keep);
	return e;
}
