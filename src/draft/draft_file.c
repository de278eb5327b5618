#include "draft/draft_file.h"

#include "base/digest.h"
#include "base/yaml.h"
#include "declare/product_text.h"
#include "draft/lines_of_text.h"

const struct fault draft_bad_file = { FAULT_USAGE, "draft.bad-file", "the draft cannot be read" };

static err trouble(struct arena *keep, str *ret_trouble, uint32_t line, const char *what)
{
	*ret_trouble = arena_printf(keep, "line %u: %s", line, what);
	return fail(&draft_bad_file, line);
}

/* ---- digests ----------------------------------------------------------------------------------------------------- */

enum { SHORT = 16 };

static str short_digest(struct arena *keep, str text)
{
	struct digest d = digest_of(span_from_str(text));
	str all = digest_str(&d);

	return arena_str(keep, (str){ all.p, SHORT });
}

/* What it was made of: the kind and the name are made of the fact alone. */
static str identity_of(struct arena *keep, const struct proposal *p)
{
	return short_digest(keep, arena_printf(keep, "%s\n%.*s", p->kind->list, STR_FMT(p->name)));
}

static void put_content(struct buf *out, const struct yaml *node)
{
	buf_printf(out, "%d:%.*s=%.*s\n", (int)node->kind, STR_FMT(node->key), STR_FMT(node->text));
	for (const struct yaml *entry = node->first; entry; entry = entry->next)
		if (!drafted_is_own(entry->key)) put_content(out, entry);
	buf_char(out, '.');
}

static str content_of(struct arena *keep, const struct yaml *row)
{
	struct buf text = { 0 };

	put_content(&text, row);

	str digest = short_digest(keep, buf_all(&text));

	buf_free(&text);
	return digest;
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

static struct draft_row row_of(const struct yaml *item, const struct text_lines *lines, struct arena *keep)
{
	uint32_t end = item->next ? item->next->line - 1 : (uint32_t)lines->n;
	str fact = yaml_text(item, "fact"), made, content;
	struct draft_row row = { .said = drafted_read(item),
		.name = yaml_text(item, "name"),
		.seen = yaml_text(item, "seen"),
		.unknown = yaml_text(item, "unknown"),
		.is_gone = yaml_get(item, "gone") != NULL,
		.first = item->line,
		.last = lines_end_of(lines, item->line, end, item->column),
		.yaml = item };

	content = fact;
	if (str_split(&content, '-', &made)) row.fact = made;
	row.is_corrected = !row.fact.n || !str_equal(content, content_of(keep, item));
	return row;
}

err draft_file_read(str text, struct arena *keep, draft_rows *ret, str *ret_trouble)
{
	struct yaml_problem problem = { 0 };
	struct text_lines lines = lines_of_text(text, keep);
	const struct yaml *root = NULL, *list;

	*ret = (draft_rows){ 0 };
	if (yaml_parse(keep, span_from_str(text), &root, &problem).is)
		return trouble(keep, ret_trouble, problem.line, arena_cstr(keep, problem.message));
	if (!root) return OK;
	list = yaml_get(root, "draft");
	if (!list || list->next || root->first != list)
		return trouble(keep, ret_trouble, root->line, "a draft is the section draft: and nothing else");
	if (list->kind == YAML_SCALAR && !list->text.n) return OK;
	if (list->kind != YAML_LIST) return trouble(keep, ret_trouble, list->line, "draft: is a list of rows");
	for (const struct yaml *item = list->first; item; item = item->next) {
		if (item->kind != YAML_MAP || !drafted_read(item).kind)
			return trouble(keep, ret_trouble, item->line,
				"a row of the draft begins with its kind, a list of a product file");
		*vec_add(keep, ret) = row_of(item, &lines, keep);
	}
	return OK;
}

/* By its lines alone: whoever handed it over, it is not parsed here. */
bool draft_file_is_silent(str text)
{
	bool is_draft = false;
	str line;

	while (text.n && str_line(&text, &line)) {
		bool is_comment = str_starts(str_trim(line), "#");

		if (!line.n || is_comment) continue;
		if (str_starts(line, "draft:"))
			is_draft = true;
		else if (line.p[0] != ' ' && line.p[0] != '-' && str_trim(line).n)
			return false;
		if (str_find(line, "confirmed-by", &(size_t){ 0 })) return false;
	}
	return is_draft;
}

/* ---- writing a row ----------------------------------------------------------------------------------------------- */

enum { INDENT = 4 };

static void put_key(struct buf *out, const char *key, str text)
{
	if (!text.n) return;
	buf_printf(out, "    %s: ", key);
	yaml_scalar(out, text, INDENT + 2);
	buf_char(out, '\n');
}

static void put_quoted(struct buf *out, str text)
{
	buf_char(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else if (c < ' ' || c == 0x7f)
			buf_printf(out, "\\x%02x", c);
		else
			buf_char(out, (char)c);
	}
	buf_char(out, '"');
}

static void put_crypto(struct buf *out, str crypto)
{
	str use, purpose;
	bool is_first = true;

	if (!crypto.n) return;
	buf_text(out, "    crypto: [");
	for (str rest = crypto; str_split(&rest, ';', &use);) {
		if (!str_split(&use, '=', &purpose) || !use.n) continue;
		buf_printf(out, "%s{purpose: %.*s, algorithm: ", is_first ? "" : ", ", STR_FMT(purpose));
		put_quoted(out, use);
		buf_char(out, '}');
		is_first = false;
	}
	buf_text(out, "]\n");
}

static str seen_of(const struct proposal *p, struct arena *keep)
{
	str seen = p->path.n ? p->path : p->because;

	if (p->line.known) seen = arena_printf(keep, "%.*s, line %lld", STR_FMT(seen), (long long)p->line.value);
	if (p->at.known) seen = arena_printf(keep, "%.*s, byte %lld", STR_FMT(seen), (long long)p->at.value);
	return seen;
}

static void put_declared(struct buf *out, const struct proposal *p)
{
	buf_printf(out, "  - kind: %s\n", p->kind->list);
	put_key(out, "name", p->name);
	for (size_t i = 0; i < p->values.n; i++) {
		const struct proposed_value *v = &p->values.p[i];

		if (v->is_plain)
			buf_printf(out, "    %.*s: %.*s\n", STR_FMT(v->key), STR_FMT(v->text));
		else if (v->text.n) {
			buf_printf(out, "    %.*s: ", STR_FMT(v->key));
			put_quoted(out, v->text);
			buf_char(out, '\n');
		}
	}
	put_crypto(out, p->crypto);
	put_key(out, "same-as", p->same_as);
}

/* The digest of what it says is made of what a reader makes of the text. */
static str proposed_row(const struct proposal *p, const str *waits, struct arena *keep)
{
	struct buf out = { 0 };
	const struct yaml *root = NULL;

	put_declared(&out, p);

	str declared = arena_str(keep, buf_all(&out));

	put_key(&out, "seen", seen_of(p, keep));
	put_key(&out, "unknown", p->unknown);
	put_key(&out, "waits", waits[p->kind - declared_kinds]);
	if (!yaml_parse(keep, span_from_str(declared), &root, NULL).is && root && root->first)
		buf_printf(&out, "    fact: %.*s-%.*s\n", STR_FMT(identity_of(keep, p)),
			STR_FMT(content_of(keep, root->first)));

	str all = arena_str(keep, buf_all(&out));

	buf_free(&out);
	return all;
}

/* ---- merging ----------------------------------------------------------------------------------------------------- */

static const char head[] =
	"# What \"assay draft\" proposes to declare, from what was seen of the product. Nothing of it counts until a\n"
	"# person says so: a row that bears `confirmed-by: NAME` and `confirmed: DATE` is declared by that person, "
	"one\n"
	"# with `struck-by: NAME` is not proposed again. Correct what is wrong and fill in what is unknown before you\n"
	"# confirm. \"assay draft FOLDER --confirm NAME ROW...\" writes both lines for you.\n"
	"draft:\n";

struct merging {
	const proposals *all;
	const draft_rows *rows;
	const str *waits;
	str day;
	struct arena *keep;
	struct text_edit *edit;
	struct draft_change *change;
};

static bool is_open(const struct draft_row *row)
{
	return !row->said.is_confirmed && !row->said.is_struck;
}

static bool is_of_list(const struct draft_row *row)
{
	return row->said.is_none || row->said.is_whole;
}

static const struct draft_row *row_of_fact(const draft_rows *rows, str fact)
{
	for (size_t i = 0; i < rows->n; i++)
		if (str_equal(rows->p[i].fact, fact)) return &rows->p[i];
	return NULL;
}

/* The line after which a row of the kind stands: behind the last of its kind, else of a kind before it. 0: before all
 * of them. */
static uint32_t place_of(const draft_rows *rows, const struct declared_kind *kind)
{
	const struct draft_row *best = NULL;

	for (size_t i = 0; i < rows->n; i++) {
		const struct draft_row *row = &rows->p[i];

		if (row->said.kind <= kind && (!best || row->said.kind >= best->said.kind)) best = row;
	}
	return best ? best->last : 0;
}

static bool has_kind(const draft_rows *rows, const struct declared_kind *kind)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->p[i].said.kind == kind) return true;
	return false;
}

static void put_new(struct merging *m, const struct proposal *p, bool is_first)
{
	uint32_t at = place_of(m->rows, p->kind);

	if (!at) at = m->rows->n ? m->edit->draft_line : m->edit->lines.n;
	if (is_first && !has_kind(m->rows, p->kind))
		edit_after(m->edit, at, arena_printf(m->keep, "\n  # ---- %s ----\n", p->kind->list));
	edit_after(m->edit, at, arena_printf(m->keep, "\n%.*s", STR_FMT(proposed_row(p, m->waits, m->keep))));
	m->change->proposed++;
}

static void drop_key(struct merging *m, const struct draft_row *row, const char *key)
{
	const struct yaml *entry = yaml_get(row->yaml, key);

	if (entry && entry->key_line > row->first) edit_drop(m->edit, entry->key_line, entry->key_line);
}

/* What nobody touched is written as it is proposed today; of any other row at most the mark goes. */
static void keep_row(struct merging *m, const struct draft_row *row, const struct proposal *p)
{
	if (is_open(row) && !row->is_corrected) {
		edit_drop(m->edit, row->first, row->last);
		edit_after(m->edit, row->last, proposed_row(p, m->waits, m->keep));
	} else if (row->is_gone) {
		drop_key(m, row, "gone");
	}
}

static void mark_gone(struct merging *m, const struct draft_row *row)
{
	if (row->is_gone || row->yaml->column <= 1 || edit_is_in_braces(m->edit, row->first)) return;
	edit_after(m->edit, row->last,
		arena_printf(m->keep, "%*sgone: %.*s # what it was made of is not seen any more\n",
			(int)row->yaml->column - 1, "", STR_FMT(m->day)));
	m->change->gone++;
}

static void merge_rows(struct merging *m, bool has_seen)
{
	const struct declared_kind *last = NULL;
	bool *is_seen = arena_array(m->keep, bool, m->rows->n + 1);

	for (size_t i = 0; i < m->all->n; i++) {
		const struct proposal *p = &m->all->p[i];
		const struct draft_row *row = row_of_fact(m->rows, identity_of(m->keep, p));

		if (row) {
			is_seen[row - m->rows->p] = true;
			keep_row(m, row, p);
		} else if (!p->is_declared) {
			put_new(m, p, p->kind != last);
			last = p->kind;
		}
	}
	for (size_t i = 0; has_seen && i < m->rows->n; i++)
		if (!is_seen[i] && m->rows->p[i].fact.n) mark_gone(m, &m->rows->p[i]);
}

err draft_file_merge(str text, const proposals *all, const str *waits, bool has_seen, str day, struct arena *keep,
	struct buf *out, struct draft_change *ret, str *ret_trouble)
{
	str base = text.n ? text : str_of(head);
	draft_rows rows;
	struct text_edit edit = edit_of(base, keep);

	TRY(draft_file_read(base, keep, &rows, ret_trouble));
	*ret = (struct draft_change){ 0 };
	merge_rows(&(struct merging){ .all = all,
			   .rows = &rows,
			   .waits = waits,
			   .day = day,
			   .keep = keep,
			   .edit = &edit,
			   .change = ret },
		has_seen);
	ret->open = ret->proposed;
	for (size_t i = 0; i < rows.n; i++) {
		if (is_of_list(&rows.p[i])) continue;
		ret->open += is_open(&rows.p[i]);
		ret->confirmed += rows.p[i].said.is_confirmed;
		ret->struck += rows.p[i].said.is_struck;
	}
	edit_write(&edit, out);
	return OK;
}

/* ---- what a person says ------------------------------------------------------------------------------------------ */

static bool is_said(const struct draft_row *row, const struct draft_said *said)
{
	if (said->word == DRAFT_OPEN) return is_open(row);
	return (said->word == DRAFT_CONFIRM ? row->said.is_confirmed : row->said.is_struck);
}

static void put_said(
	struct text_edit *edit, const struct draft_row *row, const struct draft_said *said, struct arena *keep)
{
	static const char *const keys[] = { "confirmed-by", "confirmed", "struck-by", "struck", NULL };
	bool is_confirmed = said->word == DRAFT_CONFIRM;
	struct buf name = { 0 };

	for (const char *const *key = keys; *key; key++) {
		const struct yaml *entry = yaml_get(row->yaml, *key);

		if (entry && entry->key_line > row->first) edit_drop(edit, entry->key_line, entry->key_line);
	}
	if (said->word == DRAFT_OPEN) return;
	put_quoted(&name, said->by);
	edit_after(edit, row->last,
		arena_printf(keep, "%*s%s: %.*s\n%*s%s: %.*s\n", (int)row->yaml->column - 1, "",
			is_confirmed ? "confirmed-by" : "struck-by", STR_FMT(buf_all(&name)),
			(int)row->yaml->column - 1, "", is_confirmed ? "confirmed" : "struck", STR_FMT(said->day)));
	buf_free(&name);
}

err draft_file_say(str text, const draft_rows *rows, const bool *chosen, const struct draft_said *said,
	struct arena *keep, struct buf *out, size_t *ret_changed, str *ret_trouble)
{
	struct text_edit edit = edit_of(text, keep);
	size_t changed = 0;

	for (size_t i = 0; i < rows->n; i++) {
		if (!chosen[i] || is_said(&rows->p[i], said)) continue;
		if (edit_is_in_braces(&edit, rows->p[i].first) || rows->p[i].yaml->column <= 1)
			return trouble(keep, ret_trouble, rows->p[i].first,
				"the row stands in braces on one line; write each key on a line of its own");
		put_said(&edit, &rows->p[i], said, keep);
		changed++;
	}
	edit_write(&edit, out);
	*ret_changed = changed;
	return OK;
}

void draft_file_say_of_list(str text, const draft_rows *rows, const struct declared_kind *kind, bool is_none,
	const struct draft_said *said, struct arena *keep, struct buf *out)
{
	str base = text.n ? text : str_of(head);
	struct text_edit edit = edit_of(base, keep);
	uint32_t at = place_of(rows, kind);
	struct buf name = { 0 };

	/* The newest word of the list is the one that stands. */
	for (size_t i = 0; i < rows->n; i++)
		if (rows->p[i].said.kind == kind && is_of_list(&rows->p[i]))
			edit_drop(&edit, rows->p[i].first, rows->p[i].last);
	put_quoted(&name, said->by);
	if (!at) at = rows->n ? edit.draft_line : edit.lines.n;
	edit_after(&edit, at,
		arena_printf(keep, "\n  - kind: %s\n    %s: yes # %s\n    confirmed-by: %.*s\n    confirmed: %.*s\n",
			kind->list, is_none ? "none" : "whole", is_none ? "there is none" : "these are all",
			STR_FMT(buf_all(&name)), STR_FMT(said->day)));
	buf_free(&name);
	edit_write(&edit, out);
}
