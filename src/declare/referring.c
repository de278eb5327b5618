#include "declare/referring.h"

#include "base/vec.h"

static bool is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-_.", c);
}

static void write_reference(struct facts *f, uint32_t entity, str field, str name, bool is_alone)
{
	fact_reference(f, &(struct fact_reference){
				  .entity = entity, .field = field, .name = name, .alone = is_alone ? YES : NO });
}

/* One item of a cell that lists names: "* `UpdMech-1`". Empty: it is no name. */
static str listed_name(struct arena *keep, const struct form *form, str item)
{
	str plain = str_trim(item);
	uint64_t number;

	while (plain.n > 1 && strchr("*-+", plain.p[0]) && plain.p[1] == ' ')
		plain = str_trim((str){ plain.p + 1, plain.n - 1 });
	plain = form_plain(keep, plain);
	if (plain.n && plain.p[plain.n - 1] == '.') plain.n--;
	for (size_t i = 0; i < plain.n; i++)
		if (!is_name_char(plain.p[i])) return (str){ 0 };
	if (str_to_u64(plain, 10, &number)) return arena_printf(keep, "%s-%.*s", form->name, STR_FMT(plain));
	return plain;
}

/* A cell that is nothing but names of another form's rows. */
static bool write_list(struct arena *keep, struct facts *f, uint32_t entity, const struct form *of, str label, str text)
{
	VEC(str) names = { 0 };
	const char *from = text.p;

	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && !strchr(",;\n", text.p[i])) continue;

		str item = { from, (size_t)(text.p + i - from) };
		str name = listed_name(keep, of, item);

		from = text.p + i + 1;
		if (!str_trim(item).n) continue;
		if (!name.n) return false;
		*vec_add(keep, &names) = name;
	}
	for (size_t i = 0; i < names.n; i++) write_reference(f, entity, label, names.p[i], true);
	return names.n > 0;
}

/* IDs within prose are told by their form's name: UpdMech-USB. One that a line's end cuts is none. */
static void write_mentioned(struct arena *keep, struct facts *f, uint32_t entity, str own, str label, str text)
{
	for (size_t i = 0, n; i < text.n; i += n + 1) {
		for (n = 0; i + n < text.n && is_name_char(text.p[i + n]);) n++;

		str name = { text.p + i, n };

		while (name.n && name.p[name.n - 1] == '.') name.n--;
		if (!name.n || name.p[name.n - 1] == '-' || !form_of_id(name) || str_equal(name, own)) continue;
		/* "IXIT 7-UpdMech-..." and addresses are no IDs of rows. */
		if (i && (text.p[i - 1] == '/' || text.p[i - 1] == '@')) continue;
		write_reference(f, entity, label, arena_str(keep, name), false);
	}
}

void write_references(
	struct arena *keep, struct facts *f, uint32_t entity, str own, const struct form *form, str label, str text)
{
	const struct form_field *field = form ? form_field(form, label) : NULL;
	str folded = form_folded(keep, text);
	bool is_list =
		field && field->refers && !form_is_nothing(text) && !str_is(folded, "yes") && !str_is(folded, "no");

	if (is_list && write_list(keep, f, entity, &forms[field->refers - 1], label, text)) return;
	write_mentioned(keep, f, entity, own, label, text);
}
