#include "rules/known.h"

#include "base/near.h"
#include "rules/answers.h"
#include "rules/dates.h"

static str with_hint(struct arena *keep, str sentence, struct candidates *near)
{
	str hint = suggestion(near);

	return arena_printf(keep, "%.*s%s%.*s", STR_FMT(sentence), STR_AFTER("; ", hint));
}

/* ---- markets ----------------------------------------------------------------------------------------------------- */

static bool is_same(str a, str b)
{
	return a.n == b.n && is_part_of_name(a, b);
}

const struct market *rules_market(const struct rules *r, str code)
{
	for (size_t i = 0; i < r->markets.n; i++)
		if (str_equal(r->markets.p[i].code, code)) return &r->markets.p[i];
	return NULL;
}

const struct market *market_meant(const struct rules *r, str word)
{
	for (size_t i = 0; i < r->markets.n; i++) {
		const struct market *m = &r->markets.p[i];

		if (is_same(word, m->code) || is_same(word, m->name)) return m;
		for (size_t k = 0; k < m->also_count; k++)
			if (is_same(word, m->also[k])) return m;
	}
	return NULL;
}

str market_name(const struct rules *r, str code)
{
	const struct market *m = rules_market(r, code);

	return m ? m->name : code;
}

/* ---- names of the profile ---------------------------------------------------------------------------------------- */

/* risk.override, risk.SCALE and their reasons override what the method gives. What it gave stands here, too:
 * risk.class. */
static str wrong_override(const struct rules *r, struct arena *keep, str name)
{
	struct candidates near = { .keep = keep, .wanted = name };
	str plain = name;

	if (str_ends(plain, "-reason")) plain.n -= strlen("-reason");
	if (str_is(plain, "risk.override") || rules_profile(r, name)) return (str){ 0 };
	candidate(&near, STR("risk.override"));
	for (size_t i = 0; i < r->risk.level_count; i++) {
		str known = arena_printf(keep, "risk.%.*s", STR_FMT(r->risk.levels[i].scale));

		if (str_equal(plain, known)) return (str){ 0 };
		candidate(&near, known);
	}
	return with_hint(keep,
		arena_printf(keep, "\"%.*s\" overrides nothing: risk.override and the scales' names do", STR_FMT(name)),
		&near);
}

/* "product" of product.name; empty: it is of the profile. */
static str section_of(str name)
{
	static const char *const sections[] = { "product.", "support.", "declaration." };

	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++)
		if (str_starts(name, sections[i])) return (str){ name.p, strlen(sections[i]) - 1 };
	return (str){ 0 };
}

/* Rules that name nothing of a section let all of it be. */
static bool has_section(const struct rules *r, str section)
{
	for (size_t i = 0; i < r->profile.n; i++)
		if (str_equal(section_of(r->profile.p[i].name), section)) return true;
	return false;
}

static str without_section(str name)
{
	str section = section_of(name);

	return section.n ? (str){ name.p + section.n + 1, name.n - section.n - 1 } : name;
}

str wrong_name(const struct rules *r, struct arena *keep, str name)
{
	str section = section_of(name), own = without_section(name);
	struct candidates near = { .keep = keep, .wanted = own };

	if (str_starts(name, "risk.")) return wrong_override(r, keep, name);
	if (rules_profile(r, name) || rules_condition(r, name)) return (str){ 0 };
	if (section.n && !has_section(r, section)) return (str){ 0 };
	for (size_t i = 0; i < r->profile.n; i++)
		if (str_equal(section_of(r->profile.p[i].name), section))
			candidate(&near, without_section(r->profile.p[i].name));
	for (size_t i = 0; !section.n && i < r->conditions.n; i++) candidate(&near, r->conditions.p[i].id);

	str words = section.n
			    ? arena_printf(keep, "\"%.*s\" is not known under \"%.*s\"", STR_FMT(own), STR_FMT(section))
			    : arena_printf(keep, "\"%.*s\" is no name that the rules know", STR_FMT(own));

	if (!section.n || suggestion(&near).n) return with_hint(keep, words, &near);
	for (size_t i = 0, n = 0; i < r->profile.n; i++)
		if (str_equal(section_of(r->profile.p[i].name), section))
			words = arena_printf(keep, "%.*s%s%.*s", STR_FMT(words), n++ ? ", " : "; its keys are ",
				STR_FMT(without_section(r->profile.p[i].name)));
	return words;
}

/* ---- values ------------------------------------------------------------------------------------------------------ */

static bool is_yes_or_no(str value)
{
	return str_is(value, "yes") || str_is(value, "no") || str_is(value, "true") || str_is(value, "false");
}

static bool is_number(str value)
{
	bool has_digit = false;

	for (size_t i = 0; i < value.n; i++) {
		has_digit |= value.p[i] >= '0' && value.p[i] <= '9';
		if (!(value.p[i] >= '0' && value.p[i] <= '9') && value.p[i] != '.') return false;
	}
	return has_digit;
}

/* Of one word of what is said. */
static bool is_word_known(const struct rules *r, const struct profile_name *p, str value)
{
	char day[11];

	if (str_is(p->type, "yes/no")) return is_yes_or_no(value);
	if (str_is(p->type, "date")) return !value.n || date_last_day(value, day) || str_is(value, "no");
	if (str_is(p->type, "number")) return !value.n || is_number(value);
	if (!p->value_count || str_is(p->type, "text")) return true;
	for (size_t i = 0; i < p->value_count; i++)
		if (str_equal(p->values[i], value)) return true;
	return p->is_of_markets && rules_market(r, value);
}

static bool is_list(const struct profile_name *p)
{
	return str_is(p->type, "words");
}

bool is_value_known(const struct rules *r, str name, str value)
{
	const struct profile_name *p = rules_profile(r, name);
	str word;

	if (!p) return !rules_condition(r, name) || is_yes_or_no(value);
	if (!is_list(p)) return is_word_known(r, p, str_trim(value));
	while (str_split(&value, ',', &word))
		if (!is_word_known(r, p, str_trim(word))) return false;
	return true;
}

/* Where no word is near, all of them are told. */
static str listing(struct arena *keep, str words, const struct profile_name *p)
{
	for (size_t i = 0; i < p->value_count; i++)
		words = arena_printf(
			keep, "%.*s%s%.*s", STR_FMT(words), i ? ", " : "; it takes ", STR_FMT(p->values[i]));
	return words;
}

static str wrong_day(struct arena *keep, str words, str value)
{
	str meant = day_meant(keep, value);

	return meant.n ? arena_printf(keep, "%.*s; did you mean %.*s?", STR_FMT(words), STR_FMT(meant))
		       : arena_printf(keep, "%.*s; write a day as 2031-12-31", STR_FMT(words));
}

static str wrong_one(const struct rules *r, struct arena *keep, const struct profile_name *p, str value)
{
	struct candidates near = { .keep = keep, .wanted = value };
	const struct market *market = p->is_of_markets ? market_meant(r, value) : NULL;
	str words = arena_printf(keep, "\"%.*s\" is no value of \"%.*s\"", STR_FMT(value), STR_FMT(p->name));

	if (is_word_known(r, p, value)) return (str){ 0 };
	if (str_is(p->type, "date")) return wrong_day(keep, words, value);
	if (str_is(p->type, "yes/no"))
		return arena_printf(keep, "\"%.*s\" is yes or no, and not \"%.*s\"", STR_FMT(p->name), STR_FMT(value));
	if (str_is(p->type, "number"))
		return arena_printf(keep, "\"%.*s\" is a number, and not \"%.*s\"", STR_FMT(p->name), STR_FMT(value));
	if (market)
		return arena_printf(keep, "%.*s; did you mean \"%.*s\" (%.*s)?", STR_FMT(words), STR_FMT(market->code),
			STR_FMT(market->name));
	for (size_t i = 0; i < p->value_count; i++) candidate(&near, p->values[i]);
	return suggestion(&near).n ? with_hint(keep, words, &near) : listing(keep, words, p);
}

str wrong_list(const struct rules *r, struct arena *keep, str name, str value)
{
	const struct profile_name *p = rules_profile(r, name);

	if (!p || is_list(p) || str_is(p->type, "text") || !str_find(value, ",", NULL)) return (str){ 0 };
	return arena_printf(keep, "\"%.*s\" takes one value, and not a list (%.*s)", STR_FMT(name), STR_FMT(value));
}

str wrong_value(const struct rules *r, struct arena *keep, str name, str value)
{
	const struct profile_name *p = rules_profile(r, name);
	str rest = value, word, all = { 0 };

	if (!p && rules_condition(r, name) && !is_yes_or_no(value))
		return arena_printf(keep, "\"%.*s\" is yes or no, and not \"%.*s\"", STR_FMT(name), STR_FMT(value));
	if (!p) return (str){ 0 };
	all = wrong_list(r, keep, name, value);
	if (all.n) return all;
	if (!is_list(p)) return wrong_one(r, keep, p, str_trim(value));
	while (str_split(&rest, ',', &word)) {
		str wrong = wrong_one(r, keep, p, str_trim(word));

		if (wrong.n) all = arena_join(keep, all, ". ", wrong);
	}
	return all;
}

/* ---- questions and answers --------------------------------------------------------------------------------------- */

str wrong_question(const struct rules *r, struct arena *keep, str id)
{
	struct candidates near = { .keep = keep, .wanted = id };

	if (rules_question(r, id) || rules_asking_person(r, id) || rules_asking_test(r, id)) return (str){ 0 };
	for (size_t i = 0; i < r->questions.n; i++) candidate(&near, r->questions.p[i].id);
	return with_hint(keep, arena_printf(keep, "\"%.*s\" is no question that the rules ask", STR_FMT(id)), &near);
}

str wrong_answer(const struct rules *r, struct arena *keep, str id, str value)
{
	const struct question *q = rules_question(r, id);
	str meant;

	if (!q || question_takes(q, value) != UNKNOWN) return (str){ 0 };
	if (q->each && !q->word.n)
		return arena_printf(keep, "\"%.*s\" is asked for each of %.*s: say which, as %.*s.NAME", STR_FMT(id),
			STR_FMT(q->each->name), STR_FMT(id));
	meant = str_is(q->type, "date") ? day_meant(keep, value) : (str){ 0 };

	str wants = question_wants(keep, q), words = arena_printf(keep, "\"%.*s\" is no answer to %.*s: it takes %.*s",
						     STR_FMT(value), STR_FMT(id), STR_FMT(wants));

	return meant.n ? arena_printf(keep, "%.*s; did you mean %.*s?", STR_FMT(words), STR_FMT(meant)) : words;
}

/* ---- schemes and what they hold ---------------------------------------------------------------------------------- */

static str added(struct arena *keep, str list, const char *between, const struct scheme *s)
{
	return arena_join(keep, list, between, s->id);
}

static bool is_called(const struct scheme *s, str word)
{
	bool is = is_part_of_name(word, s->id);

	for (size_t i = 0; i < s->also_count; i++) is |= is_same(word, s->also[i]);
	return is;
}

/* The schemes that a word may mean: those that are called so, else those of the market that is. */
static str schemes_meant(const struct rules *r, struct arena *keep, str word)
{
	const struct market *m = market_meant(r, word);
	str called = { 0 }, of_market = { 0 };

	for (size_t i = 0; i < r->schemes.n; i++) {
		const struct scheme *s = &r->schemes.p[i];

		if (is_called(s, word)) called = added(keep, called, "\", \"", s);
		if (m && (str_equal(s->market, m->code) || str_equal(s->market, m->within)))
			of_market = added(keep, of_market, ", ", s);
	}
	if (m && of_market.n)
		return arena_printf(keep, "the schemes of %.*s are %.*s", STR_FMT(m->name), STR_FMT(of_market));
	if (m && !called.n) return arena_printf(keep, "assay knows no scheme of %.*s", STR_FMT(m->name));
	return called.n ? arena_printf(keep, "did you mean \"%.*s\"?", STR_FMT(called)) : (str){ 0 };
}

static str hint_of_scheme(const struct rules *r, struct arena *keep, str id, bool with_labels)
{
	struct candidates near = { .keep = keep, .wanted = id };
	str meant = schemes_meant(r, keep, id);

	if (meant.n) return meant;
	for (size_t i = 0; i < r->schemes.n; i++) candidate(&near, r->schemes.p[i].id);
	for (size_t i = 0; with_labels && i < r->labels.n; i++) candidate(&near, r->labels.p[i].id);
	return suggestion(&near);
}

str wrong_scheme(const struct rules *r, struct arena *keep, str id)
{
	str hint = rules_scheme(r, id) ? (str){ 0 } : hint_of_scheme(r, keep, id, false);

	if (rules_scheme(r, id)) return (str){ 0 };
	if (hint.n) return arena_printf(keep, "there is no scheme \"%.*s\"; %.*s", STR_FMT(id), STR_FMT(hint));
	return arena_printf(keep, "there is no scheme \"%.*s\"; see \"assay rules list\"", STR_FMT(id));
}

str wrong_certificate(const struct rules *r, struct arena *keep, str scheme)
{
	str hint;

	if (rules_scheme(r, scheme) || rules_label(r, scheme)) return (str){ 0 };
	hint = hint_of_scheme(r, keep, scheme, true);
	return arena_printf(keep, "a certificate is of \"%.*s\", which is no scheme or label of the rules%s%.*s",
		STR_FMT(scheme), STR_AFTER("; ", hint));
}

str wrong_label(const struct rules *r, struct arena *keep, str scheme)
{
	const struct scheme *s = rules_scheme(r, scheme);
	str hint = s ? (str){ 0 } : hint_of_scheme(r, keep, scheme, false);

	if (s) return (str){ 0 };
	return arena_printf(keep, "there is no label \"%.*s\"%s%.*s", STR_FMT(scheme), STR_AFTER("; ", hint));
}

str wrong_requirement(const struct rules *r, struct arena *keep, str catalogue, str id)
{
	struct candidates near = { .keep = keep, .wanted = id };

	for (size_t i = 0; i < r->catalogues.n; i++) {
		const struct catalogue *c = &r->catalogues.p[i];

		if (catalogue.n && !str_equal(catalogue, c->id)) continue;
		for (size_t k = 0; k < c->requirement_count; k++) {
			if (str_equal(c->requirements[k].id, id)) return (str){ 0 };
			candidate(&near, c->requirements[k].id);
		}
	}
	return with_hint(keep,
		arena_printf(keep, "a treatment speaks of \"%.*s%s%.*s\", and the rules have no such requirement",
			STR_FMT(catalogue), catalogue.n ? ":" : "", STR_FMT(id)),
		&near);
}

str wrong_word(const struct rules *r, struct arena *keep, str list, str name)
{
	struct candidates near = { .keep = keep, .wanted = name };

	if (!name.n || !r->words.n || rules_word(r, list, name)) return (str){ 0 };
	for (size_t i = 0; i < r->words.n; i++)
		if (str_equal(r->words.p[i].list, list)) candidate(&near, r->words.p[i].name);
	return with_hint(keep,
		arena_printf(keep, "\"%.*s\" is none of the %.*s that the rules know", STR_FMT(name), STR_FMT(list)),
		&near);
}

str place_of_key(const struct rules *r, struct arena *keep, str key)
{
	static const char *const sections[] = { "product", "support", "declaration" };

	if (rules_profile(r, key)) return arena_printf(keep, "\"%.*s\" stands under profile:", STR_FMT(key));
	if (rules_condition(r, key)) return arena_printf(keep, "\"%.*s\" stands under conditions:", STR_FMT(key));
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++)
		if (rules_profile(r, arena_printf(keep, "%s.%.*s", sections[i], STR_FMT(key))))
			return arena_printf(keep, "\"%.*s\" stands under %s:", STR_FMT(key), sections[i]);
	return (str){ 0 };
}
