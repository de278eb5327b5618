#include "batch/inputs.h"

#include "work/declarations.h"

#include "base/digest.h"
#include "draft/draft_file.h"
#include "draft/unite.h"
#include "source/derive.h"
#include "source/folder.h"
#include "source/sources.h"
#include "declare/practices.h"
#include "evidence/run.h"

#include <string.h>

static const struct fault inputs_no_folder = { FAULT_INPUT, "batch.no-folder", "is no folder" };
static const struct fault inputs_refused = { FAULT_INPUT, "batch.refused",
	"its folder cannot be taken as it is; a note before says why" };
static const struct fault inputs_no_file = { FAULT_INPUT, "batch.no-file", "there is no file in it" };

/* ---- opening ----------------------------------------------------------------------------------------------------- */

void inputs_begin(struct input_chunk *c)
{
	*c = (struct input_chunk){ .keep = arena_open((size_t)256 << 20) };
}

void inputs_end(struct input_chunk *c)
{
	for (size_t i = 0; i < c->opened.n; i++) {
		opened_close(&c->opened.p[i]->opened);
		buf_free(&c->opened.p[i]->frames);
	}
	arena_close(&c->keep);
}

static str last_part(const char *path)
{
	str s = str_of(path);

	while (s.n > 1 && s.p[s.n - 1] == '/') s.n--;
	return str_base_name(s);
}

static struct batch_input *open_one(struct input_chunk *c, enum source_kind kind, const char *path, str name)
{
	struct batch_input *b = arena_new(&c->keep, struct batch_input);

	*b = (struct batch_input){ .kind = kind, .path = path, .name = name };
	b->trouble = opened_open(path, &b->opened);
	if (!b->trouble.is && !(sources[kind].shapes & SHAPE_FILE) && !b->opened.is_directory)
		b->trouble = fail(&inputs_no_folder, 0);
	if (!b->trouble.is && !(sources[kind].shapes & SHAPE_FOLDER) && b->opened.is_directory)
		b->trouble = fail(&source_special, 0);
	c->bytes += b->opened.bytes.n;
	*vec_add(&c->keep, &c->opened) = b;
	return b;
}

static struct batch_input *open_folder(struct input_chunk *c, const char *path)
{
	struct batch_input *b = c->folders;

	while (b && strcmp(b->path, path) != 0) b = b->next;
	if (b) return b;
	b = open_one(c, SOURCE_PRACTICES, path, last_part(path));
	b->next = c->folders;
	return c->folders = b;
}

typedef VEC(struct batch_input *) input_list;

/* As declarations_read() takes a folder: what is no form is told. */
static void open_forms(struct input_chunk *c, const char *path, input_list *list, struct batch_inputs *ret)
{
	folder_files files = { 0 };
	err listed = folder_list(&c->keep, path, &files);

	if (!listed.is && !files.n) listed = fail(&inputs_no_file, 0);
	if (listed.is) {
		ret->trouble = listed;
		ret->trouble_at = path;
	}
	for (size_t i = 0; i < files.n && !listed.is; i++) {
		const struct folder_file *file = &files.p[i];
		const char *left = declaration_left(file);

		if (left) {
			struct batch_input *b = arena_new(&c->keep, struct batch_input);

			*b = (struct batch_input){ .path = file->path, .name = file->name, .left = left };
			*vec_add(&c->keep, list) = b;
		} else {
			*vec_add(&c->keep, list) = open_one(c, SOURCE_DECLARATION, file->path, file->name);
		}
	}
}

void inputs_open(struct input_chunk *c, const struct batch_product *p, struct batch_inputs *ret)
{
	input_list list = { 0 };

	*ret = (struct batch_inputs){ 0 };
	if (p->is_refused) ret->trouble = fail(&inputs_refused, 0);
	for (size_t i = 0; i < p->sources.n && !ret->trouble.is; i++) {
		const struct batch_source *s = &p->sources.p[i];

		if (sources[s->kind].shapes & SHAPE_FOLDERS)
			open_forms(c, s->path, &list, ret);
		else if (sources[s->kind].shapes == SHAPE_FOLDER)
			*vec_add(&c->keep, &list) = open_folder(c, s->path);
		else
			*vec_add(&c->keep, &list) = open_one(c, s->kind, s->path, last_part(s->path));
	}
	ret->all = list.p;
	ret->count = list.n;
}

/* ---- reading, in the jail ---------------------------------------------------------------------------------------- */

struct input_reading {
	struct evidence_run *run;
	const struct declared_words *words;
	struct buf *record; /* NULL: nobody needs it again */
	err refused;        /* what the evidence did not take */
};

static void to_run(void *self, span frames)
{
	struct input_reading *r = self;

	if (r->record) buf_bytes(r->record, frames.p, frames.n);
	if (!r->refused.is) r->refused = evidence_run_take(r->run, frames);
}

static err collect(struct batch_input *b, struct input_reading *r, struct input_trouble *trouble)
{
	struct facts *f = facts_open((struct facts_sink){ .self = r, .write = to_run });
	err e = sources[b->kind].read(f, &b->opened, b->name, r->words, &trouble->detail);

	if (e.is && e.is != &practices_damaged) trouble->line = e.at;
	if (!e.is) facts_done(f);
	facts_close(f);
	b->is_read = !e.is && r->record && !r->refused.is;
	return e;
}

static err read_one(struct evidence *e, struct batch_input *b, str now, const struct declared_words *words,
	struct input_trouble *trouble)
{
	const struct source_row *row_of = &sources[b->kind];
	struct digest digest = digest_of(b->opened.bytes);
	struct input_row row = { .kind = str_of(row_of->name),
		.name = b->name,
		.sha256 = digest_str(&digest),
		.size = b->opened.bytes.n,
		.taken = now };
	int64_t input;

	TRY(evidence_input(e, &row, &input));

	struct input_reading r = { .run = evidence_run_begin(e, input, row_of->role, now),
		.words = words,
		.record = b->kind == SOURCE_PRACTICES && !b->is_read ? &b->frames : NULL };
	err read = OK;

	if (b->is_read)
		to_run(&r, span_from_str(buf_all(&b->frames)));
	else
		read = collect(b, &r, trouble);

	err ended = evidence_run_end(r.run, NULL, "", now);

	if (!read.is) read = r.refused;
	return read.is ? read : ended;
}

err inputs_read(struct evidence *e, struct batch_inputs *b, str now, const struct declared_words *words,
	struct input_trouble *trouble)
{

	*trouble = (struct input_trouble){ .path = b->trouble_at };
	TRY(b->trouble);
	TRY(evidence_clear(e));
	for (size_t i = 0; i < b->count; i++) {
		struct batch_input *one = b->all[i];
		bool is_form = one->kind == SOURCE_DECLARATION;

		trouble->path = one->path;
		if (one->left) {
			declarations_leave(e, one->name, one->left);
			continue;
		}
		if (is_form && one->trouble.is == &source_empty) {
			declarations_leave(e, one->name, "is empty");
			continue;
		}
		TRY(one->trouble);
		/* Nobody confirmed anything in it: then it is as if it were not there. */
		if (one->kind == SOURCE_PRODUCT && draft_file_is_silent(str_from_span(one->opened.bytes))) continue;
		TRY(read_one(e, one, now, words, trouble));
	}
	trouble->path = NULL;
	TRY(draft_unite(e));
	return derive(e);
}
