#include "report/draft.h"

#include "report/values.h"

static const char *word_of(const struct draft_row *row)
{
	if (row->said.is_confirmed) return "confirmed";
	if (row->said.is_struck) return "struck";
	return row->is_gone ? "gone" : "open";
}

static bool is_of_list(const struct draft_row *row)
{
	return row->said.is_none || row->said.is_whole;
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

static void put_row(struct buf *out, const struct draft_row *row)
{
	buf_printf(out, "  %-9s  ", word_of(row));
	if (is_of_list(row))
		buf_text(out, row->said.is_none ? "(there is none)" : "(these are all)");
	else
		buf_visible(out, row->name);
	if (row->said.by.n) {
		buf_text(out, ", by ");
		buf_visible(out, row->said.by);
	} else {
		buf_text(out, ", seen in ");
		buf_visible(out, row->seen);
	}
	buf_char(out, '\n');
	if (row->said.by.n || !row->unknown.n) return;
	buf_text(out, "             unknown: ");
	buf_visible(out, row->unknown);
	buf_char(out, '\n');
}

static void put_rows(const struct draft_told *t, struct buf *out)
{
	for (size_t k = 0; k < declared_kind_count; k++) {
		bool is_first = true;

		for (size_t i = 0; i < t->rows->n; i++) {
			if (t->rows->p[i].said.kind != &declared_kinds[k]) continue;
			if (is_first) {
				buf_printf(out, "\n%s", declared_kinds[k].list);
				if (t->waits && t->waits[k].n)
					buf_printf(out, " (waited for by %.*s)", STR_FMT(t->waits[k]));
				buf_char(out, '\n');
			}
			is_first = false;
			put_row(out, &t->rows->p[i]);
		}
	}
}

static void put_unseen(struct buf *out)
{
	buf_text(out,
		"\nNothing of an image shows these; say them in product.yaml, or answer what \"assay ask\" asks:\n");
	for (size_t k = 0; k < declared_kind_count; k++)
		if (draft_unseen(declared_kinds[k].list))
			buf_printf(out, "  %s: %s\n", declared_kinds[k].list, draft_unseen(declared_kinds[k].list));
}

static void put_next(const struct draft_told *t, struct buf *out)
{
	if (!t->change || !t->change->open) return;
	buf_printf(out,
		"\nNothing of it counts before a person says so:\n"
		"  assay draft %s --list                      what is proposed, and from where\n"
		"  assay draft %s --confirm NAME services     in your name, all of a list or single rows\n"
		"  assay draft %s --strike NAME ROW           not so, and not proposed again\n"
		"  assay draft %s --none NAME sensors         there is none\n"
		"Then: assay check %s\n",
		t->folder, t->folder, t->folder, t->folder, t->folder);
}

void report_draft_text(const struct draft_told *t, struct buf *out)
{
	const struct draft_change *c = t->change;

	if (c)
		buf_printf(out, "%s: %zu proposed now, %zu open, %zu confirmed, %zu struck out%s\n", t->path,
			c->proposed, c->open, c->confirmed, c->struck,
			c->gone ? "; some are of what is not seen any more (gone:)" : "");
	if (t->with_rows) put_rows(t, out);
	if (t->with_rows) put_unseen(out);
	put_next(t, out);
}

/* ---- JSON -------------------------------------------------------------------------------------------------------- */

static json_t *json_of_node(const struct yaml *node)
{
	json_t *o;

	if (node->kind == YAML_SCALAR) return json_of_str(node->text);
	o = node->kind == YAML_MAP ? json_object() : json_array();
	for (const struct yaml *entry = node->first; entry; entry = entry->next) {
		if (node->kind == YAML_MAP && !drafted_is_own(entry->key) && !str_is(entry->key, "same-as"))
			json_object_set_new(o, entry->key.p, json_of_node(entry));
		else if (node->kind == YAML_LIST)
			json_array_append_new(o, json_of_node(entry));
	}
	return o;
}

static json_t *json_of_row(const struct draft_row *row)
{
	json_t *o = json_object();

	set_str(o, "kind", str_of(row->said.kind->list));
	set_str_if(o, "name", row->name);
	set_str(o, "state", str_of(word_of(row)));
	set_str_if(o, "by", row->said.by);
	set_str_if(o, "on", row->said.on);
	if (is_of_list(row)) set_str(o, "says", row->said.is_none ? STR("none") : STR("whole"));
	set_str_if(o, "seen", row->seen);
	set_str_if(o, "unknown", row->unknown);
	json_object_set_new(o, "corrected", json_boolean(row->is_corrected && row->fact.n));
	json_object_set_new(o, "gone", json_boolean(row->is_gone));
	json_object_set_new(o, "declares", json_of_node(row->yaml));
	return o;
}

static json_t *json_of_lists(const struct draft_told *t)
{
	json_t *lists = json_array();

	for (size_t k = 0; k < declared_kind_count; k++) {
		const char *unseen = draft_unseen(declared_kinds[k].list);
		json_t *o = json_object();

		set_str(o, "list", str_of(declared_kinds[k].list));
		if (t->waits) set_str_if(o, "waits", t->waits[k]);
		if (unseen) set_str(o, "unseen", str_of(unseen));
		json_array_append_new(lists, o);
	}
	return lists;
}

void report_draft_json(const struct draft_told *t, struct buf *out)
{
	json_t *o = json_object(), *rows = json_array();

	set_str(o, "file", str_of(t->path));
	for (size_t i = 0; i < t->rows->n; i++) json_array_append_new(rows, json_of_row(&t->rows->p[i]));
	json_object_set_new(o, "rows", rows);
	json_object_set_new(o, "lists", json_of_lists(t));
	write_json(o, out, JSON_INDENT(1));
	json_decref(o);
}
