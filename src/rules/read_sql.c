/* Checks and conditions: a header of comment lines "-- key: value", then one query. */
#include "rules/read.h"

struct sql_header {
	struct loader *l;
	str sql;
	uint32_t sql_line;
	struct {
		str key, value;
		uint32_t line;
	} lines[32];
	size_t count;
};

static void read_header(struct loader *l, str text, struct sql_header *h)
{
	str rest = text, line;
	uint32_t number = 0;

	*h = (struct sql_header){ .l = l, .sql = rest, .sql_line = 1 };
	while (str_starts(rest, "--")) {
		size_t colon;

		if (!str_line(&rest, &line)) break;
		number++;
		h->sql = rest;
		h->sql_line = number + 1;
		line = str_trim((str){ line.p + 2, line.n - 2 });
		if (!str_find(line, ":", &colon) || memchr(line.p, ' ', colon)) {
			/* A line that is no key goes on with the one before it. */
			if (h->count && line.n)
				h->lines[h->count - 1].value = arena_printf(
					l->keep, "%.*s %.*s", STR_FMT(h->lines[h->count - 1].value), STR_FMT(line));
			continue;
		}
		if (h->count == sizeof(h->lines) / sizeof(*h->lines)) break;
		h->lines[h->count].key = (str){ line.p, colon };
		h->lines[h->count].value =
			arena_str(l->keep, str_trim((str){ line.p + colon + 1, line.n - colon - 1 }));
		h->lines[h->count++].line = number;
	}
	h->sql = str_trim(h->sql);
	while (h->sql.n && h->sql.p[h->sql.n - 1] == ';') h->sql = str_trim((str){ h->sql.p, h->sql.n - 1 });
	h->sql = arena_str(l->keep, h->sql);
}

static str header_value(const struct sql_header *h, const char *key)
{
	for (size_t i = 0; i < h->count; i++)
		if (str_is(h->lines[i].key, key)) return h->lines[i].value;
	return STR("");
}

static uint32_t header_line(const struct sql_header *h, const char *key)
{
	for (size_t i = 0; i < h->count; i++)
		if (str_is(h->lines[i].key, key)) return h->lines[i].line;
	return 1;
}

static str header_needs(const struct sql_header *h, const char *key)
{
	str value = header_value(h, key);

	if (!value.n) problem(h->l, 1, 1, STR(""), "the header lacks \"-- %s:\"", key);
	return value;
}

static void header_only(const struct sql_header *h, const char *const *keys)
{
	for (size_t i = 0; i < h->count; i++) {
		struct candidates near = { .keep = h->l->keep, .wanted = h->lines[i].key };
		bool is_known = false;

		for (const char *const *key = keys; *key && !is_known; key++) is_known = str_is(h->lines[i].key, *key);
		if (is_known) continue;
		for (const char *const *key = keys; *key; key++) candidate(&near, str_of(*key));
		problem(h->l, h->lines[i].line, 4, suggestion(&near), "the header key \"%.*s\" is not known",
			STR_FMT(h->lines[i].key));
	}
}

struct classes parse_classes(struct arena *keep, str text)
{
	struct classes all = { .text = text };
	VEC(struct class_group) groups = { 0 };
	str rest = text, group;

	if (!text.n) return all;
	while (str_split(&rest, '&', &group)) {
		VEC(str) classes = { 0 };
		str class;

		while (str_split(&group, '|', &class))
			if (str_trim(class).n) *vec_add(keep, &classes) = arena_str(keep, str_trim(class));
		if (!classes.n) continue;

		uint32_t *numbers = arena_array(keep, uint32_t, classes.n);

		for (size_t i = 0; i < classes.n; i++) numbers[i] = CLASS_NONE;
		*vec_add(keep, &groups) =
			(struct class_group){ .classes = classes.p, .numbers = numbers, .count = classes.n };
	}
	all.groups = groups.p;
	all.count = groups.n;
	return all;
}

static const struct {
	const char *word;
	enum strength strength;
} strengths[] = {
	{ "declared", STRENGTH_DECLARED },
	{ "documented", STRENGTH_DOCUMENTED },
	{ "observed-firmware", STRENGTH_OBSERVED },
	{ "observed-network", STRENGTH_OBSERVED },
	{ "observed-device", STRENGTH_OBSERVED },
	{ "observed", STRENGTH_OBSERVED },
	{ "tool", STRENGTH_TOOL },
	{ "person", STRENGTH_PERSON },
};

/* "observed-firmware | declared": the strongest source that it rests on. */
static enum strength parse_strength(struct loader *l, str by, uint32_t line)
{
	enum strength best = STRENGTH_NONE;
	str rest = by, word;

	while (str_split(&rest, '|', &word)) {
		enum strength found = STRENGTH_NONE;

		for (size_t i = 0; i < sizeof(strengths) / sizeof(*strengths); i++)
			if (str_is(str_trim(word), strengths[i].word)) found = strengths[i].strength;
		if (!found) {
			struct candidates near = { .keep = l->keep, .wanted = str_trim(word) };

			for (size_t i = 0; i < sizeof(strengths) / sizeof(*strengths); i++)
				candidate(&near, str_of(strengths[i].word));
			problem(l, line, 4, suggestion(&near), "\"-- by:\" names no source that we know: \"%.*s\"",
				STR_FMT(near.wanted));
		}
		if (found > best) best = found;
	}
	return best;
}

/* "-- empty: components&vulnerabilities": nothing of the kind is only good news where these were looked at as a
 * whole. */
static str classes_when_empty(const struct sql_header *h)
{
	str value = header_value(h, "empty");

	return str_is(value, "unknown") ? STR("") : value;
}

static void check_name(struct loader *l, str id)
{
	str file = str_base_name(str_of(l->file));

	if (file.n == id.n + 4 && memcmp(file.p, id.p, id.n) == 0) return;
	problem(l, 1, 1, STR(""), "\"%s\" must stand in a file of that name, %s.sql", id.p, id.p);
}

void read_check(struct loader *l, str text)
{
	static const char *const keys[] = { "check", "asks", "topic", "needs", "rests", "by", "over", "empty",
		"finding", "fix", "risk", "note", NULL };
	struct sql_header h;

	read_header(l, text, &h);
	header_only(&h, keys);

	str id = header_needs(&h, "check");
	struct check *c = NULL;

	for (size_t i = 0; i < l->rules->checks.n; i++)
		if (str_equal(l->rules->checks.p[i].id, id)) c = &l->rules->checks.p[i];
	if (!c) c = vec_add(l->keep, &l->rules->checks);
	*c = (struct check){
		.id = id,
		.asks = header_needs(&h, "asks"),
		.topic = header_value(&h, "topic"),
		.by = header_needs(&h, "by"),
		.over = header_value(&h, "over"),
		.finding = header_needs(&h, "finding"),
		.fix = header_value(&h, "fix"),
		.risk = header_value(&h, "risk"),
		.sql = h.sql,
		.needs = parse_classes(l->keep, header_needs(&h, "needs")),
		.rests = parse_classes(l->keep, header_value(&h, "rests")),
		.empty_is_unknown = str_is(header_value(&h, "empty"), "unknown"),
		.empty = parse_classes(l->keep, classes_when_empty(&h)),
		.place = { .file = l->file, .line = h.sql_line, .column = 1 },
	};
	if (c->by.n) c->strength = parse_strength(l, c->by, header_line(&h, "by"));
	c->finding_line = header_line(&h, "finding");
	c->needs_line = header_line(&h, "needs");
	if (id.n) check_name(l, id);
	if (!c->sql.n) problem(l, h.sql_line, 1, STR(""), "the query is missing");
	c->empty_line = header_line(&h, "empty");
	if ((c->empty_is_unknown || c->empty.count) && !c->over.n)
		problem(l, 1, 1, STR(""), "\"-- empty:\" needs \"-- over:\" to count what there is");
}

void read_condition(struct loader *l, str text)
{
	static const char *const keys[] = { "condition", "means", "asks", "needs", "letters", "note", NULL };
	struct sql_header h;

	read_header(l, text, &h);
	header_only(&h, keys);

	str id = header_needs(&h, "condition");
	struct condition *c = NULL;

	for (size_t i = 0; i < l->rules->conditions.n; i++)
		if (str_equal(l->rules->conditions.p[i].id, id)) c = &l->rules->conditions.p[i];
	if (!c) c = vec_add(l->keep, &l->rules->conditions);
	*c = (struct condition){
		.id = id,
		.means = header_needs(&h, "means"),
		.asks = header_value(&h, "asks"),
		.needs = parse_classes(l->keep, header_value(&h, "needs")),
		.sql = h.sql,
		.place = { .file = l->file, .line = h.sql_line, .column = 1 },
	};
	if (id.n) check_name(l, id);
}
