/* YAML: a form's name, and under it a list of rows, a map from IDs to rows, or the fields of the one row. */
#include "declare/declaration.h"

#include "base/yaml.h"
#include "declare/declare.h"

bool declaration_is_product(str text)
{
	static const char *const sections[] = { "product", "profile", "conditions", "answers", "support", "documents",
		"declaration" };
	struct arena keep = arena_open((size_t)1 << 30);
	const struct yaml *root = NULL;
	bool is_product = false;

	if (yaml_parse(&keep, span_from_str(text), &root, NULL).is) root = NULL;
	for (const struct yaml *s = root && root->kind == YAML_MAP ? root->first : NULL; s; s = s->next) {
		for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++)
			is_product |= str_is(s->key, sections[i]);
		for (size_t i = 0; i < declared_kind_count; i++) is_product |= str_is(s->key, declared_kinds[i].list);
	}
	arena_close(&keep);
	return is_product;
}

static uint64_t scalars_in(const struct yaml *y)
{
	uint64_t n = y->kind == YAML_SCALAR && y->text.n;

	for (const struct yaml *entry = y->first; entry; entry = entry->next) n += scalars_in(entry);
	return n;
}

static void add_words(struct buf *out, const struct yaml *y)
{
	if (y->kind == YAML_SCALAR) {
		buf_text(out, out->n && y->text.n ? "\n" : "");
		buf_str(out, y->text);
	}
	for (const struct yaml *entry = y->first; entry; entry = entry->next) {
		if (entry->key.n && entry->kind == YAML_SCALAR) {
			buf_printf(out, "%s%.*s: %.*s", out->n ? "\n" : "", STR_FMT(entry->key), STR_FMT(entry->text));
			continue;
		}
		if (entry->key.n) buf_printf(out, "%s%.*s:", out->n ? "\n" : "", STR_FMT(entry->key));
		add_words(out, entry);
	}
}

static str words_of(struct placing *p, const struct yaml *y)
{
	struct buf out = { 0 };

	add_words(&out, y);

	str all = str_trim(arena_str(p->keep, buf_all(&out)));

	buf_free(&out);
	return all;
}

static void leave(struct placing *p, const char *kind, const char *what, const struct yaml *y)
{
	uint64_t cells = scalars_in(y);
	str key = y->key.n ? arena_printf(p->keep, "%s: \"%.*s\"", what, STR_FMT(y->key)) : str_of(what);

	p->cells += cells;
	place_left(p, kind, key, words_of(p, y), y->key_line ? y->key_line : y->line, cells);
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static void take_fields(struct placing *p, struct placed_row *row, const struct yaml *map)
{
	for (const struct yaml *field = map->first; field; field = field->next) {
		str text;

		if (!row->form->is_single && form_is_id(field->key)) continue;
		text = words_of(p, field);
		if (text.n) place_cell(p, row, field->key, text, field->key_line);
	}
}

static void take_row(struct placing *p, const struct form *form, const struct yaml *map, str id)
{
	struct placed_row *row;

	for (const struct yaml *field = map->first; field && !id.n && !form->is_single; field = field->next)
		if (form_is_id(field->key) && field->kind == YAML_SCALAR) id = field->text;
	if (map->kind != YAML_MAP) {
		if (scalars_in(map)) leave(p, "row", "no map of fields", map);
		return;
	}
	/* A row of an empty form. */
	if (!scalars_in(map) && !id.n) return;
	if (!form->is_single && !id.n) {
		leave(p, "row", "a row without an ID", map);
		p->is_cut[form->number] = true;
		return;
	}
	row = place_row(p, form, id, map->key_line ? map->key_line : map->line);
	if (p->is_full) return;
	if (!form->is_single) {
		p->cells++;
		if (row->cells) {
			place_left(p, "row", arena_printf(p->keep, "the ID %.*s stands twice", STR_FMT(row->id)), id,
				map->line, 1);
			p->is_cut[form->number] = true;
		} else {
			p->placed++;
		}
	}
	take_fields(p, row, map);
}

static void take_form(struct placing *p, const struct form *form, const struct yaml *value)
{
	if (value->kind == YAML_SCALAR) {
		if (value->text.n) leave(p, "value", "a form is a list of rows", value);
		return;
	}
	if (value->kind == YAML_LIST && !value->first) p->is_empty[form->number] = true;
	p->tables++;
	if (value->kind == YAML_MAP && form->is_single) {
		take_row(p, form, value, (str){ 0 });
		return;
	}
	for (const struct yaml *row = value->first; row; row = row->next) take_row(p, form, row, row->key);
}

/* ---- conformance statement --------------------------------------------------------------------------------------- */

static void take_provision(struct placing *p, const struct yaml *item)
{
	static const struct {
		const char *key;
		unsigned at;
	} keys[] = { { "requirement", 0 }, { "provision", 0 }, { "reference", 0 }, { "id", 0 }, { "status", 1 },
		{ "support", 2 }, { "detail", 3 }, { "details", 3 }, { "justification", 3 }, { "reason", 3 },
		{ "edition", 4 } };
	struct ics_row row = {
		.requirement = item->key, .edition = p->edition, .line = item->key_line ? item->key_line : item->line
	};
	str *const at[] = { &row.requirement, &row.status, &row.support, &row.detail, &row.edition };
	uint64_t cells = item->key.n > 0;

	if (item->kind == YAML_SCALAR && item->key.n) {
		row.support = item->text;
		cells += item->text.n > 0;
	}
	for (const struct yaml *field = item->kind == YAML_MAP ? item->first : NULL; field; field = field->next) {
		size_t i = 0;

		while (i < sizeof(keys) / sizeof(*keys) && !str_is(form_folded(p->keep, field->key), keys[i].key)) i++;
		if (i == sizeof(keys) / sizeof(*keys) || field->kind != YAML_SCALAR) {
			if (scalars_in(field)) leave(p, "column", "no column of the statement", field);
			continue;
		}
		if (!field->text.n) continue;
		*at[keys[i].at] = field->text;
		cells++;
	}
	row.requirement = provision_of(row.requirement);
	if (!row.requirement.n) {
		p->cells += cells;
		place_left(p, "row", STR("a row without a provision"), words_of(p, item), row.line, cells);
		return;
	}
	if (!row.edition.n) row.edition = STR("unknown");
	/* A row of an empty statement. */
	if (row.support.n || row.detail.n) place_provision(p, &row, cells);
}

/* Forms by their names; all of them may stand under one name, as "ixit:". */
static void take_sections(struct placing *p, const struct yaml *map, bool is_inner)
{
	for (const struct yaml *section = map->first; section && !p->is_full; section = section->next) {
		if (str_is(section->key, "edition")) continue;
		if (!place_title(p, section->key)) {
			if (!is_inner && section->kind == YAML_MAP && section->first &&
				place_title(p, section->first->key))
				take_sections(p, section, true);
			else
				leave(p, "table", "no form is called so", section);
			continue;
		}
		if (!p->is_ics) {
			take_form(p, p->form, section);
			continue;
		}
		p->tables++;
		for (const struct yaml *item = section->first; item; item = item->next) take_provision(p, item);
	}
}

err declaration_yaml(struct placing *p, str text, struct buf *detail)
{
	const struct yaml *root = NULL;
	struct yaml_problem problem = { 0 };
	err e = yaml_parse(p->keep, span_from_str(text), &root, &problem);

	if (e.is)
		return declaration_trouble(
			detail, &declaration_bad_form, problem.line, problem.column, "%.*s", STR_FMT(problem.message));
	if (!root) return OK;
	if (root->kind == YAML_LIST && p->form) {
		take_form(p, p->form, root);
		return OK;
	}
	if (root->kind != YAML_MAP)
		return declaration_trouble(detail, &declaration_bad_form, root->line, root->column,
			"a form is a map from its name to rows, as \"IXIT 6-SoftComp:\"");
	if (yaml_text(root, "edition").n)
		place_title(p, arena_printf(p->keep, "V%.*s", STR_FMT(yaml_text(root, "edition"))));
	take_sections(p, root, false);
	return OK;
}
