#include "declare/drafted.h"

static const char *const own_keys[] = { "kind", "seen", "unknown", "waits", "fact", "gone", "confirmed-by", "confirmed",
	"struck-by", "struck", "none", "whole", "same-as", NULL };

bool drafted_is_own(str key)
{
	return !str_is(key, "same-as") && declare_is_one_of(key, own_keys);
}

static bool says_yes(const struct yaml *row, const char *key)
{
	const struct yaml *value = yaml_get(row, key);
	bool is_yes = false;

	return value && yaml_bool(value, &is_yes) && is_yes;
}

static const struct declared_kind *kind_called(str list)
{
	for (size_t i = 0; i < declared_kind_count; i++)
		if (str_is(list, declared_kinds[i].list)) return &declared_kinds[i];
	return NULL;
}

struct drafted drafted_read(const struct yaml *row)
{
	str confirmed = str_trim(yaml_text(row, "confirmed-by")), struck = str_trim(yaml_text(row, "struck-by"));

	return (struct drafted){
		.kind = kind_called(yaml_text(row, "kind")),
		.by = struck.n ? struck : confirmed,
		.on = yaml_text(row, struck.n ? "struck" : "confirmed"),
		.is_confirmed = confirmed.n && !struck.n,
		.is_struck = struck.n,
		.is_none = says_yes(row, "none"),
		.is_whole = says_yes(row, "whole"),
	};
}

/* The row without what is the draft's own: as it would stand in a product file. */
static const struct yaml *declared_part(struct declaration *d, const struct yaml *row)
{
	struct yaml *copy = arena_new(d->keep, struct yaml);
	const struct yaml **last = &copy->first;

	*copy = *row;
	copy->count = 0;
	for (const struct yaml *entry = row->first; entry; entry = entry->next) {
		struct yaml *kept;

		if (declare_is_one_of(entry->key, own_keys)) continue;
		kept = arena_new(d->keep, struct yaml);
		*kept = *entry;
		kept->next = NULL;
		*last = kept;
		last = &kept->next;
		copy->count++;
	}
	*last = NULL;
	return copy;
}

static err declare_one(struct declaration *d, const struct drafted *row, const struct yaml *given)
{
	const struct yaml *part = declared_part(d, given);
	str same = yaml_text(given, "same-as");

	TRY(declare_entity(d, row->kind, part));

	uint32_t entity = declare_find(d, yaml_text(part, "name"));

	if (!entity) return OK;
	fact_field(d->facts, &(struct fact_field){ .entity = entity, .name = STR("confirmed-by"), .value = row->by });
	if (row->on.n)
		fact_field(
			d->facts, &(struct fact_field){ .entity = entity, .name = STR("confirmed"), .value = row->on });
	if (same.n)
		fact_reference(
			d->facts, &(struct fact_reference){
					  .entity = entity, .field = STR("same-as"), .name = same, .alone = YES });
	return OK;
}

/* A list is whole by one row that says so, and only while nobody left a row of it open. */
static str whole_by(const struct yaml *list, const struct declared_kind *kind)
{
	str by = { 0 };

	for (const struct yaml *item = list->first; item; item = item->next) {
		struct drafted row = drafted_read(item);

		if (row.kind != kind) continue;
		if (!row.is_confirmed && !row.is_struck) return (str){ 0 };
		if (row.is_confirmed && row.is_whole) by = row.by;
	}
	return by;
}

static bool is_row(const struct drafted *row)
{
	return row->is_confirmed && !row->is_none && !row->is_whole;
}

static err refuse_row(struct declaration *d, const struct yaml *item)
{
	if (item->kind == YAML_MAP)
		return declare_trouble(d, &declare_bad_value, item, "\"kind\" is a list of a product file, not \"%s\"",
			yaml_text(item, "kind").n ? yaml_text(item, "kind").p : "");
	return declare_trouble(d, &declare_bad_value, item, "an entry of draft is a map with a kind and a name");
}

static err declare_lists(struct declaration *d, const struct yaml *list)
{
	for (size_t i = 0; i < declared_kind_count; i++) {
		const struct declared_kind *kind = &declared_kinds[i];

		if (whole_by(list, kind).n) fact_covered(d->facts, kind->class, "full", NULL, NULL);
		for (const struct yaml *item = list->first; item; item = item->next) {
			struct drafted row = drafted_read(item);

			if (row.kind == kind && row.is_confirmed && row.is_none) TRY(declare_none(d, kind, row.by));
		}
	}
	return OK;
}

err declare_draft(struct declaration *d, const struct yaml *list)
{
	if (list->kind == YAML_SCALAR && !list->text.n) return OK;
	if (list->kind != YAML_LIST) return declare_trouble(d, &declare_bad_value, list, "\"draft\" is a list");
	for (const struct yaml *item = list->first; item; item = item->next) {
		struct drafted row = drafted_read(item);

		if (!row.kind && row.is_confirmed) TRY(refuse_row(d, item));
		if (row.kind && is_row(&row)) TRY(declare_one(d, &row, item));
	}
	for (const struct yaml *item = list->first; item; item = item->next) {
		struct drafted row = drafted_read(item);

		if (row.kind && is_row(&row)) TRY(declare_relations(d, row.kind, item));
	}
	return declare_lists(d, list);
}
