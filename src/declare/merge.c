#include "declare/merge.h"

#include "base/yaml.h"

const struct fault merge_not_a_list = { FAULT_INPUT, "merge.not-a-list", "nothing can be added to it" };

static str line_at(str text, uint32_t line)
{
	str part = { 0 };

	for (uint32_t i = 0; i < line && text.n; i++) (void)str_split(&text, '\n', &part);
	return part;
}

/* Where line `line` (from 1) begins; the end of the text for one behind it. */
static size_t offset_of(str text, uint32_t line)
{
	size_t at = 0;

	for (uint32_t i = 1; i < line && at < text.n; i++) {
		const char *end = memchr(text.p + at, '\n', text.n - at);

		at = end ? (size_t)(end - text.p) + 1 : text.n;
	}
	return at;
}

static str key_of(struct arena *keep, const struct yaml *item, const struct merge_section *s)
{
	str key = { 0 };

	for (size_t i = 0; i < 3 && s->keys[i]; i++) {
		str part = yaml_text(item, s->keys[i]);

		if (!part.n) continue;
		key = key.n ? arena_printf(keep, "%.*s %.*s", STR_FMT(key), STR_FMT(part)) : part;
	}
	return key;
}

static bool stands_in(struct arena *keep, const struct yaml *list, const struct merge_section *s, str key)
{
	for (const struct yaml *item = list ? list->first : NULL; item && key.n; item = item->next)
		if (str_equal(key_of(keep, item, s), key)) return true;
	return false;
}

static void add_indented(struct buf *out, str text, size_t indent)
{
	str line;

	while (text.n) {
		(void)str_split(&text, '\n', &line);
		for (size_t i = 0; line.n && i < indent; i++) buf_char(out, ' ');
		buf_str(out, line);
		buf_char(out, '\n');
	}
}

struct merging {
	struct arena *keep;
	str old;
	const struct yaml *root;
	struct buf *known, *detail;
};

static err trouble(struct merging *m, uint32_t line, const char *name)
{
	buf_printf(m->detail,
		"line %u: %s: is written in one line; write it as a list, each entry on a line of its own that begins "
		"with \"-\"",
		line, name);
	return fail(&merge_not_a_list, line);
}

/* The entries of a section that are new. Whether there is any. */
static bool new_entries(
	struct merging *m, const struct merge_section *s, const struct yaml *list, size_t indent, struct buf *out)
{
	bool is_any = false;

	for (size_t i = 0; i < s->entries.n; i++) {
		const struct merge_entry *e = &s->entries.p[i];

		if (stands_in(m->keep, list, s, e->key)) {
			buf_printf(m->known, "%s: %.*s\n", s->name, STR_FMT(e->key));
			continue;
		}
		add_indented(out, e->text, indent);
		is_any = true;
	}
	return is_any;
}

/* A section behind whose last line something is to be put, before the next one begins. */
struct insertion {
	size_t at;
	struct buf text;
};

static err insert_into(struct merging *m, const struct merge_section *s, const struct yaml *list, struct insertion *ret)
{
	str first = list->first ? line_at(m->old, list->first->line) : (str){ 0 };
	size_t indent = 0;

	while (indent < first.n && first.p[indent] == ' ') indent++;
	if (list->kind != YAML_LIST || indent == first.n || first.p[indent] != '-')
		return trouble(m, list->key_line, s->name);
	ret->at = list->next ? offset_of(m->old, list->next->key_line) : m->old.n;

	/* Blank lines and remarks before the next section belong to it. */
	while (ret->at) {
		size_t from = ret->at - 1;
		str line;

		while (from && m->old.p[from - 1] != '\n') from--;
		line = str_trim((str){ m->old.p + from, ret->at - from });
		if (line.n && m->old.p[from] != '#') break;
		ret->at = from;
	}
	new_entries(m, s, list, indent, &ret->text);
	return OK;
}

static err merge(struct merging *m, const struct merge_section *sections, size_t count, struct buf *out)
{
	struct insertion *inside = arena_array(m->keep, struct insertion, count + 1);
	struct buf behind = { 0 };
	err e = OK;
	size_t at = 0;

	for (size_t i = 0; i < count && !e.is; i++) {
		const struct yaml *list = m->root ? yaml_get(m->root, sections[i].name) : NULL;

		inside[i].at = SIZE_MAX;
		if (!sections[i].entries.n && (list || !sections[i].is_none)) continue;
		if (list) {
			e = insert_into(m, &sections[i], list, &inside[i]);
			continue;
		}
		buf_printf(&behind, "\n%s:%s\n", sections[i].name, sections[i].entries.n ? "" : " []");
		new_entries(m, &sections[i], NULL, 2, &behind);
	}
	while (!e.is) {
		struct insertion *next = NULL;

		for (size_t i = 0; i < count; i++)
			if (inside[i].text.n && inside[i].at != SIZE_MAX && (!next || inside[i].at < next->at))
				next = &inside[i];
		if (!next) break;
		buf_bytes(out, m->old.p + at, next->at - at);
		if (out->n && out->p[out->n - 1] != '\n') buf_char(out, '\n');
		buf_str(out, buf_all(&next->text));
		at = next->at;
		next->at = SIZE_MAX;
	}
	if (!e.is) {
		buf_bytes(out, m->old.p + at, m->old.n - at);
		if (out->n && out->p[out->n - 1] != '\n') buf_char(out, '\n');
		buf_str(out, buf_all(&behind));
	}
	for (size_t i = 0; i < count; i++) buf_free(&inside[i].text);
	buf_free(&behind);
	return e;
}

err product_merge(span old, const struct merge_section *sections, size_t count, struct buf *out, struct buf *ret_known,
	struct buf *detail)
{
	struct arena keep = arena_open((size_t)1 << 30);
	struct merging m = { .keep = &keep, .old = str_from_span(old), .known = ret_known, .detail = detail };
	struct yaml_problem problem = { 0 };
	err e = yaml_parse(&keep, old, &m.root, &problem);

	if (e.is)
		buf_printf(detail, "line %u, column %u: %.*s", problem.line, problem.column, STR_FMT(problem.message));
	if (!e.is && m.root && m.root->kind != YAML_MAP) e = trouble(&m, m.root->line, "the file");
	if (!e.is) e = merge(&m, sections, count, out);
	arena_close(&keep);
	return e;
}
