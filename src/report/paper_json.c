#include "report/paper.h"
#include "report/values.h"

static json_t *json_of_values(const struct field_result *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->value_count; i++) {
		json_t *o = json_object();

		set_str(o, "text", f->values[i].text);
		set_str_if(o, "source", f->values[i].source);
		set_str_if(o, "link", f->values[i].link);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_table(const struct paper_table *t)
{
	json_t *o = json_object(), *columns = json_array(), *rows = json_array();

	for (size_t c = 0; c < t->column_count; c++) json_array_append_new(columns, json_of_str(t->columns[c]));
	for (size_t r = 0; r < t->row_count; r++) {
		json_t *row = json_array();

		for (size_t c = 0; c < t->column_count; c++)
			json_array_append_new(row, json_of_str(t->cells[r * t->column_count + c]));
		json_array_append_new(rows, row);
	}
	json_object_set_new(o, "columns", columns);
	json_object_set_new(o, "rows", rows);
	return o;
}

static json_t *json_of_field(const struct field_result *f)
{
	json_t *o = json_object();

	set_str(o, "id", f->field->id);
	set_str(o, "label", f->field->label);
	set_str_if(o, "note", f->field->note);
	json_object_set_new(o, "required", json_boolean(f->is_required));
	json_object_set_new(o, "state", json_string(field_state_word(f->state)));
	json_object_set_new(o, "values", json_of_values(f));
	if (f->table.row_count) json_object_set_new(o, "table", json_of_table(&f->table));
	if (f->state == FIELD_MISSING || f->state == FIELD_NONE) {
		json_t *wanted = json_array();

		for (size_t i = 0; i < f->wanted_count; i++) json_array_append_new(wanted, json_of_str(f->wanted[i]));
		json_object_set_new(o, "bring_one_of", wanted);
	}
	return o;
}

static json_t *json_of_reasons(const struct paper_result *p)
{
	json_t *list = json_array();

	for (size_t i = 0; i < p->reason_count; i++) {
		json_t *o = json_object();

		set_str(o, "scheme", p->reasons[i].scheme);
		set_str_if(o, "catalogue", p->reasons[i].catalogue);
		set_str_if(o, "requirement", p->reasons[i].requirement);
		set_str(o, "title", p->reasons[i].title);
		set_str(o, "verdict", p->reasons[i].verdict);
		set_str(o, "why", p->reasons[i].why);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *json_of_paper(const struct judgement *j, const struct paper_result *p)
{
	json_t *o = json_object(), *schemes = json_array(), *fields = json_array();

	json_object_set_new(o, "assay", json_string(ASSAY_VERSION));
	set_str(o, "paper", p->paper->id);
	set_str(o, "title", p->paper->title);
	set_str(o, "law", p->paper->law);
	set_str_if(o, "url", p->paper->url);
	set_str_if(o, "clause", p->paper->clause);
	set_str_if(o, "language", p->paper->language);
	set_str_if(o, "keep", p->paper->keep);
	set_str_if(o, "applies_from", p->paper->from);
	set_str_if(o, "confidence", p->paper->confidence);
	set_str_if(o, "note", p->paper->note);
	set_str(o, "on", j->on);
	set_str(o, "rules", j->rules->digest);
	json_object_set_new(o, "state", json_string(paper_state_word(p->state)));
	json_object_set_new(o, "filled", json_integer(p->filled));
	json_object_set_new(o, "asked", json_integer(p->asked));
	for (size_t i = 0; i < p->paper->scheme_count; i++)
		json_array_append_new(schemes, json_of_str(p->paper->schemes[i]->id));
	json_object_set_new(o, "schemes", schemes);
	json_object_set_new(o, "withheld_because", json_of_reasons(p));
	for (size_t i = 0; i < p->paper->field_count; i++) json_array_append_new(fields, json_of_field(&p->fields[i]));
	json_object_set_new(o, "fields", fields);
	return o;
}

static void write_sorted(json_t *owned, struct buf *out)
{
	write_json(owned, out, JSON_INDENT(1) | JSON_SORT_KEYS);
	json_decref(owned);
}

void report_paper_json(const struct judgement *j, const struct paper_result *p, struct buf *out)
{
	write_sorted(json_of_paper(j, p), out);
}

void report_papers_json(
	const struct judgement *j, const struct paper_result *const *papers, size_t count, struct buf *out)
{
	json_t *all = json_array();

	for (size_t i = 0; i < count; i++) json_array_append_new(all, json_of_paper(j, papers[i]));
	write_sorted(all, out);
}
