/* Words, the parameters that hold them, and the questions that are asked for each. */
#include "rules/read.h"

#include "base/buf.h"

/* ---- words ------------------------------------------------------------------------------------------------------- */

/* Lists of words, each {name: {means: ..., bring: ...}}. */
void read_vocabulary(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "means", "bring", "note", NULL };

	if (!is_map(l, root, "vocabulary")) return;
	for (const struct yaml *list = root->first; list; list = list->next) {
		if (!is_map(l, list, list->key.p)) continue;
		for (const struct yaml *y = list->first; y; y = y->next) {
			struct word *w = NULL;

			only_keys(l, y, keys);
			for (size_t i = 0; i < l->rules->words.n; i++)
				if (str_equal(l->rules->words.p[i].list, list->key) &&
					str_equal(l->rules->words.p[i].name, y->key))
					w = &l->rules->words.p[i];
			if (!w) w = vec_add(l->keep, &l->rules->words);
			*w = (struct word){ .list = list->key,
				.name = y->key,
				.means = need_text(l, y, "means"),
				.bring = take_text(l, y, "bring") };
		}
	}
}

/* ---- parameters -------------------------------------------------------------------------------------------------- */

/* What a list parameter is bound as: checks read it with json_each(). */
static str json_list(struct loader *l, const struct yaml *list)
{
	struct buf json = { 0 };

	buf_char(&json, '[');
	for (const struct yaml *item = list->first; item; item = item->next) {
		if (item != list->first) buf_char(&json, ',');
		if (item->kind == YAML_LIST)
			buf_str(&json, json_list(l, item));
		else
			buf_printf(&json, "\"%s\"", item->text.p);
	}
	buf_char(&json, ']');

	str text = arena_str(l->keep, buf_all(&json));

	buf_free(&json);
	return text;
}

/* What a parameter with words may hold. */
static void check_words(struct loader *l, const struct parameter *p, const struct yaml *y)
{
	if (y->kind != YAML_LIST) return; /* which is told of its form */
	for (const struct yaml *item = y->first; item; item = item->next) {
		struct candidates near = { .keep = l->keep, .wanted = item->text };

		if (rules_word(l->rules, p->words, item->text)) continue;
		for (size_t i = 0; i < l->rules->words.n; i++)
			if (str_equal(l->rules->words.p[i].list, p->words)) candidate(&near, l->rules->words.p[i].name);
		problem(l, item->line, item->column, suggestion(&near),
			"rules/vocabulary.yaml has no \"%s\" among its %s", item->text.p, p->words.p);
	}
}

str take_bound(struct loader *l, const struct parameter *p, const struct yaml *y)
{
	if (p->words.n) check_words(l, p, y);
	return y->kind == YAML_LIST ? json_list(l, y) : y->text;
}

static enum stricter take_stricter(struct loader *l, const struct yaml *y)
{
	static const char *const words[] = { [STRICTER_NONE] = "none",
		[STRICTER_HIGHER] = "higher",
		[STRICTER_LOWER] = "lower",
		[STRICTER_MORE] = "more",
		[STRICTER_FEWER] = "fewer",
		[STRICTER_OWN] = "own" };
	str word = take_text(l, y, "stricter");
	struct candidates near = { .keep = l->keep, .wanted = word };

	if (!word.n) return STRICTER_NONE;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (str_is(word, words[i])) return (enum stricter)i;
		candidate(&near, str_of(words[i]));
	}
	problem(l, y->line, y->column, suggestion(&near), "\"stricter\" is higher, lower, more, fewer, own or none");
	return STRICTER_NONE;
}

void read_parameters(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "value", "unit", "means", "source", "stricter", "words", "note", NULL };

	if (!is_map(l, root, "parameters")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		const struct yaml *value = yaml_get(y, "value");
		struct parameter *p = NULL;

		only_keys(l, y, keys);
		for (size_t i = 0; i < l->rules->parameters.n; i++)
			if (str_equal(l->rules->parameters.p[i].name, y->key)) p = &l->rules->parameters.p[i];
		if (p && is_beside(l, p->place))
			problem(l, y->key_line, y->key_column, STR(""), "the parameter \"%s\" stands twice", y->key.p);
		if (!p) p = vec_add(l->keep, &l->rules->parameters);
		if (!value)
			problem(l, y->key_line, y->key_column, STR(""), "the parameter \"%s\" has no value", y->key.p);
		*p = (struct parameter){
			.name = y->key,
			.words = take_text(l, y, "words"),
			.unit = take_text(l, y, "unit"),
			.means = take_text(l, y, "means"),
			.source = take_text(l, y, "source"),
			.is_list = value && value->kind == YAML_LIST,
			.stricter = take_stricter(l, y),
			.place = place_of(l, y),
		};
		p->value = value ? take_bound(l, p, value) : STR("");
	}
}

/* ---- questions --------------------------------------------------------------------------------------------------- */

/* Where it goes: over what an earlier directory said under that id, or behind all. */
static struct question *question_at(struct loader *l, str id, const struct yaml *y)
{
	struct question *q = NULL;

	for (size_t i = 0; i < l->rules->questions.n; i++)
		if (str_equal(l->rules->questions.p[i].id, id)) q = &l->rules->questions.p[i];
	if (q && is_beside(l, q->place))
		problem(l, y->line, y->column, STR(""), "the question \"%s\" stands twice", id.p);
	return q ? q : vec_add(l->keep, &l->rules->questions);
}

static str with_word(struct loader *l, str sentence, str means)
{
	struct buf out = { 0 };
	str rest = sentence;
	size_t at;

	while (str_find(rest, "{each}", &at)) {
		buf_str(&out, (str){ rest.p, at });
		buf_str(&out, means);
		rest = (str){ rest.p + at + 6, rest.n - at - 6 };
	}
	buf_str(&out, rest);

	str text = arena_str(l->keep, buf_all(&out));

	buf_free(&out);
	return text;
}

/* A question that is asked for each of a parameter's words becomes as many questions. */
static void read_each(struct loader *l, const struct yaml *y, struct question template)
{
	str name = take_text(l, y, "each");
	size_t at;

	if (!name.n) return;
	template.each = rules_parameter(l->rules, name);
	if (!template.each || !template.each->words.n) {
		problem(l, y->line, y->column, STR(""),
			"\"each\" names a parameter with words of rules/vocabulary.yaml, and \"%s\" is none", name.p);
		return;
	}
	if (!str_find(template.sentence, "{each}", &at))
		problem(l, y->line, y->column, STR(""),
			"the sentence does not say {each}, so that nobody can know which is meant");
	*question_at(l, template.id, y) = template;
	for (size_t i = 0; i < l->rules->words.n; i++) {
		const struct word *w = &l->rules->words.p[i];
		struct question one = template;

		if (!str_equal(w->list, template.each->words)) continue;
		one.id = arena_printf(l->keep, "%.*s.%.*s", STR_FMT(template.id), STR_FMT(w->name));
		one.word = w->name;
		one.sentence = with_word(l, template.sentence, w->means);
		one.plain = with_word(l, template.plain, w->means);
		one.why = with_word(l, template.why, w->means);
		*question_at(l, one.id, y) = one;
	}
}

void read_questions(struct loader *l, const struct yaml *root)
{
	static const char *const keys[] = { "id", "asked_of", "for", "each", "sentence", "plain", "why", "example",
		"type", "choices", "good", "evidence", "when", "note", NULL };

	static const char *const types[] = { "yes/no", "choice", "number", "date", "text", NULL };

	if (!is_list(l, root, "questions")) return;
	for (const struct yaml *y = root->first; y; y = y->next) {
		struct question q = {
			.id = need_text(l, y, "id"),
			.asked_of = take_text(l, y, "asked_of"),
			.for_kind = take_text(l, y, "for"),
			.sentence = need_text(l, y, "sentence"),
			.type = need_one_of(l, y, "type", types),
			.evidence = take_text(l, y, "evidence"),
			.plain = take_text(l, y, "plain"),
			.why = take_text(l, y, "why"),
			.example = take_text(l, y, "example"),
			.place = place_of(l, y),
		};

		only_keys(l, y, keys);
		q.good = take_words(l, y, "good", &q.good_count);
		q.when = take_expr(l, y, "when", &q.when_text);
		q.choices = take_words(l, y, "choices", &q.choice_count);
		if (yaml_get(y, "each"))
			read_each(l, y, q);
		else
			*question_at(l, q.id, y) = q;
	}
}
