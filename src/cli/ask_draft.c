#include "cli/ask_draft.h"

#include "report/text.h"
#include "work/draft.h"
#include "work/open.h"

#include <stdio.h>

struct drafting {
	struct ask_input *in;
	const char *folder;
	str author, day;
	struct arena keep;
	struct draft draft;
	size_t said;
	bool is_over;
};

static bool is_open(const struct draft_row *r)
{
	return !r->said.is_confirmed && !r->said.is_struck && !r->said.is_none && !r->said.is_whole && !r->is_gone;
}

static bool is_of(const struct draft_row *r, const struct declared_kind *kind)
{
	return r->said.kind == kind && is_open(r);
}

static void put_row(const struct draft_row *r, unsigned width, struct buf *out)
{
	struct buf line = { 0 };

	buf_visible(&line, r->name);
	if (r->seen.n) buf_text(&line, ", seen in ");
	buf_visible(&line, r->seen);
	if (r->unknown.n) buf_text(&line, "; not known yet: ");
	buf_visible(&line, r->unknown);
	text_wrap(out, buf_all(&line), 2, 4, width);
	buf_free(&line);
}

static int say_of(struct drafting *d, str word, enum draft_word what)
{
	struct draft_said said = { .word = what, .by = d->author, .day = d->day };
	size_t changed = 0;
	int status = status_after(draft_say(d->folder, &word, 1, &said, &d->keep, &changed, &talk));

	d->said += changed;
	return status;
}

/* true: it was one of the words with which one goes on or stops. */
static bool is_way_on(struct drafting *d, str line)
{
	d->is_over |= ask_is_word(line, "stop", "q");
	return d->is_over || ask_is_word(line, "skip", "s") || ask_is_word(line, "not known", "k");
}

static int one_by_one(struct drafting *d, const struct declared_kind *kind)
{
	int status = EXIT_PASS;

	for (size_t i = 0; i < d->draft.rows.n && status == EXIT_PASS && !d->is_over; i++) {
		const struct draft_row *r = &d->draft.rows.p[i];
		struct buf out = { 0 };
		str line;

		if (!is_of(r, kind)) continue;
		put_row(r, (unsigned)terminal_width(), &out);
		buf_text(&out, "  1 it is so, 2 it is not (and is not proposed again), s skip, q stop\n");
		put(&out);
		while ((d->is_over = !ask_line(d->in, "> ", &line)) == false && !is_way_on(d, line)) {
			bool is_yes = ask_is_word(line, "yes", "1"), is_no = ask_is_word(line, "no", "2");

			if (!is_yes && !is_no) continue;
			status = say_of(d, r->name, is_yes ? DRAFT_CONFIRM : DRAFT_STRIKE);
			break;
		}
	}
	return status;
}

static int ask_list(struct drafting *d, const struct declared_kind *kind, size_t count)
{
	unsigned width = (unsigned)terminal_width();
	struct buf out = { 0 }, line = { 0 };
	str typed;

	buf_printf(&line, "Seen in the product, and not confirmed yet (%s): %zu. Is this so?", kind->list, count);
	text_wrap(&out, buf_all(&line), 0, 0, width);
	for (size_t i = 0; i < d->draft.rows.n; i++)
		if (is_of(&d->draft.rows.p[i], kind)) put_row(&d->draft.rows.p[i], width, &out);
	buf_text(&out, "\n  1  yes, all of it\n  2  one by one\n  3  no, nothing of it\n\n"
		       "Type a number. s skip, q stop\n");
	put(&out);
	buf_free(&line);
	while ((d->is_over = !ask_line(d->in, "> ", &typed)) == false && !is_way_on(d, typed)) {
		str list = str_of(kind->list);

		if (ask_is_word(typed, "yes", "1")) return say_of(d, list, DRAFT_CONFIRM);
		if (ask_is_word(typed, "one by one", "2")) return one_by_one(d, kind);
		if (ask_is_word(typed, "no", "3")) return say_of(d, list, DRAFT_STRIKE);
	}
	return EXIT_PASS;
}

int ask_draft(struct ask_input *in, const char *folder, str author, str day, bool *ret_goes_on)
{
	struct drafting d = {
		.in = in, .folder = folder, .author = author, .day = day, .keep = arena_open(WORK_MEMORY)
	};
	int status = status_after(draft_open(folder, &d.keep, &d.draft, &talk));

	for (size_t k = 0; k < declared_kind_count && status == EXIT_PASS && !d.is_over; k++) {
		size_t count = 0;

		for (size_t i = 0; i < d.draft.rows.n; i++) count += is_of(&d.draft.rows.p[i], &declared_kinds[k]);
		if (count) status = ask_list(&d, &declared_kinds[k], count);
	}
	if (d.said)
		tell("%zu row%s of draft.yaml decided; what was confirmed counts from the next \"assay check %s\" "
		     "on.\n",
			d.said, d.said == 1 ? "" : "s", folder);
	*ret_goes_on = !d.is_over;
	arena_close(&d.keep);
	return status;
}
