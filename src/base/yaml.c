#include "base/yaml.h"

#include "base/siphash.h"
#include "base/utf8.h"

#include <libfyaml.h>

const struct fault yaml_syntax = { FAULT_INPUT, "yaml.syntax", "the YAML cannot be read" };

/* People nest rule data about 8 deep. */
enum { DEEPEST = 64 };

struct conversion {
	struct arena *keep;
	struct yaml_problem problem;
};

static err trouble(struct conversion *c, uint32_t line, uint32_t column, const char *message)
{
	c->problem =
		(struct yaml_problem){ .line = line, .column = column, .message = arena_str(c->keep, str_of(message)) };
	return fail(&yaml_syntax, line);
}

static void place_of(struct fy_node *node, uint32_t *ret_line, uint32_t *ret_column)
{
	struct fy_token *token = fy_node_get_type(node) == FYNT_SCALAR ? fy_node_get_scalar_token(node) : NULL;
	const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;

	if (!mark) return;
	*ret_line = (uint32_t)mark->line + 1;
	*ret_column = (uint32_t)mark->column + 1;
}

static err convert(struct conversion *c, struct fy_node *node, unsigned depth, struct yaml *to);

static void append(struct yaml *to, const struct yaml ***tail, struct yaml *entry)
{
	**tail = entry;
	*tail = &entry->next;
	to->count++;
}

static err convert_list(struct conversion *c, struct fy_node *node, unsigned depth, struct yaml *to)
{
	const struct yaml **tail = &to->first;
	struct fy_node *item;
	void *at = NULL;

	to->kind = YAML_LIST;
	while ((item = fy_node_sequence_iterate(node, &at))) {
		struct yaml *entry = arena_new(c->keep, struct yaml);

		TRY(convert(c, item, depth + 1, entry));
		append(to, &tail, entry);
	}
	if (to->first) to->line = to->first->line, to->column = to->first->column;
	return OK;
}

/* The keys of one map, found by their numbers: each is compared with few others, however many there are. */
struct keys {
	str *places; /* empty ones have no text; a power of two of them, at most half full */
	size_t n, room;
};

static bool put_key(struct keys *k, str key)
{
	size_t at = siphash((struct sip_key){ 0 }, span_from_str(key)) & (k->room - 1);

	for (; k->places[at].p; at = (at + 1) & (k->room - 1))
		if (str_equal(k->places[at], key)) return false;
	k->places[at] = key;
	k->n++;
	return true;
}

static bool add_key(struct conversion *c, struct keys *k, str key)
{
	if (k->n * 2 >= k->room) {
		struct keys more = { .room = k->room ? k->room * 2 : 8 };

		more.places = arena_array(c->keep, str, more.room);
		for (size_t i = 0; i < k->room; i++)
			if (k->places[i].p) (void)put_key(&more, k->places[i]);
		*k = more;
	}
	return put_key(k, key);
}

static err convert_map(struct conversion *c, struct fy_node *node, unsigned depth, struct yaml *to)
{
	const struct yaml **tail = &to->first;
	struct fy_node_pair *pair;
	struct keys keys = { 0 };
	void *at = NULL;

	to->kind = YAML_MAP;
	while ((pair = fy_node_mapping_iterate(node, &at))) {
		struct yaml *entry = arena_new(c->keep, struct yaml);
		struct fy_node *key = fy_node_pair_key(pair), *value = fy_node_pair_value(pair);
		size_t n = 0;
		const char *text = key && fy_node_get_type(key) == FYNT_SCALAR ? fy_node_get_scalar(key, &n) : NULL;

		if (!text) return trouble(c, to->line, to->column, "a key must be a plain word");
		entry->key = arena_str(c->keep, (str){ text, n });
		place_of(key, &entry->key_line, &entry->key_column);
		if (!add_key(c, &keys, entry->key))
			return trouble(c, entry->key_line, entry->key_column, "this key stands twice in the same map");
		entry->line = entry->key_line, entry->column = entry->key_column;
		if (value) TRY(convert(c, value, depth + 1, entry));
		append(to, &tail, entry);
	}
	if (to->first) to->line = to->first->key_line, to->column = to->first->key_column;
	return OK;
}

static err convert(struct conversion *c, struct fy_node *node, unsigned depth, struct yaml *to)
{
	if (depth > DEEPEST) return trouble(c, to->line, to->column, "nested too deep");
	place_of(node, &to->line, &to->column);
	if (fy_node_is_alias(node)) return trouble(c, to->line, to->column, "aliases are not used here: write it out");

	switch (fy_node_get_type(node)) {
	case FYNT_SEQUENCE:
		return convert_list(c, node, depth, to);
	case FYNT_MAPPING:
		return convert_map(c, node, depth, to);
	case FYNT_SCALAR:
		break;
	}

	size_t n = 0;
	const char *text = fy_node_get_scalar(node, &n);
	enum fy_node_style style = fy_node_get_style(node);

	to->kind = YAML_SCALAR;
	to->is_quoted = style != FYNS_PLAIN && style != FYNS_ANY;
	to->text = arena_str(c->keep, (str){ text ? text : "", text ? n : 0 });
	return OK;
}

/* libfyaml collects its complaints when asked to; the first is the cause of the others. */
static err first_complaint(struct conversion *c, struct fy_diag *diag)
{
	void *at = NULL;
	struct fy_diag_error *error = fy_diag_errors_iterate(diag, &at);

	if (!error) return trouble(c, 0, 0, "it cannot be read");
	return trouble(c, (uint32_t)error->line, (uint32_t)error->column, error->msg);
}

/* A NUL would end the text for the parser, and what stands behind it would be lost; YAML has no other control
 * characters either. Bytes that are no UTF-8 must not reach it: libfyaml 0.7 never comes back from some of them. */
static err only_text(struct conversion *c, span text)
{
	uint32_t line = 1, column = 1, point;
	unsigned n;

	for (str rest = str_from_span(text); rest.n; rest = (str){ rest.p + n, rest.n - n }) {
		n = utf8_next(rest, &point);
		if (!n) return trouble(c, line, column, "a byte that is no UTF-8 text stands here");
		if ((point < ' ' && point != '\t' && point != '\n' && point != '\r') || point == 0x7f)
			return trouble(c, line, column, "a control character stands here: this is no text");
		column = point == '\n' ? 1 : column + 1;
		line += point == '\n';
	}
	return OK;
}

/* Where two changes met, git leaves marks: what the parser says of them helps nobody. */
static err or_conflict(struct conversion *c, span text, err e)
{
	str rest = str_from_span(text), line;

	for (uint32_t number = 1; str_line(&rest, &line); number++)
		if (str_starts(line, "<<<<<<< "))
			return trouble(c, number, 1,
				"two changes met here (git), and nobody chose: keep one of the two, and remove the "
				"lines that begin with <<<<<<<, ======= and >>>>>>>");
	return e;
}

err yaml_parse(struct arena *keep, span text, const struct yaml **ret, struct yaml_problem *ret_problem)
{
	struct conversion c = { .keep = keep };
	err bad = only_text(&c, text);

	if (bad.is) {
		if (ret_problem) *ret_problem = c.problem;
		return bad;
	}

	struct fy_diag_cfg quiet = { 0 };
	struct fy_diag *diag = fy_diag_create(&quiet);
	struct fy_parse_cfg config = { .flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DISABLE_MMAP_OPT |
						FYPCF_ALLOW_DUPLICATE_KEYS,
		.diag = diag };
	struct yaml *root = arena_new(keep, struct yaml);

	fy_diag_set_collect_errors(diag, true);

	struct fy_document *document =
		fy_document_build_from_string(&config, text.n ? (const char *)text.p : "", text.n);
	struct fy_node *node = document ? fy_document_root(document) : NULL;
	void *at = NULL;
	err e = OK;

	if (!document && fy_diag_errors_iterate(diag, &at))
		e = first_complaint(&c, diag);
	else if (node)
		e = convert(&c, node, 0, root);
	fy_document_destroy(document);
	fy_diag_destroy(diag);
	if (e.is) {
		e = or_conflict(&c, text, e);
		if (ret_problem) *ret_problem = c.problem;
		return e;
	}
	*ret = node ? root : NULL;
	return OK;
}

const struct yaml *yaml_get(const struct yaml *map, const char *key)
{
	if (!map || map->kind != YAML_MAP) return NULL;
	for (const struct yaml *entry = map->first; entry; entry = entry->next)
		if (str_is(entry->key, key)) return entry;
	return NULL;
}

str yaml_text(const struct yaml *map, const char *key)
{
	const struct yaml *entry = yaml_get(map, key);

	return entry && entry->kind == YAML_SCALAR ? entry->text : (str){ 0 };
}

bool yaml_bool(const struct yaml *scalar, bool *ret)
{
	static const struct {
		const char *word;
		bool value;
	} words[] = { { "yes", true }, { "no", false }, { "true", true }, { "false", false }, { "on", true },
		{ "off", false } };

	if (!scalar || scalar->kind != YAML_SCALAR || scalar->is_quoted) return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (!str_is(scalar->text, words[i].word)) continue;
		*ret = words[i].value;
		return true;
	}
	return false;
}

const struct yaml *yaml_unknown_key(const struct yaml *entry, const char *const *keys)
{
	for (; entry; entry = entry->next) {
		const char *const *key = keys;

		while (*key && !str_is(entry->key, *key)) key++;
		if (!*key) return entry;
	}
	return NULL;
}
