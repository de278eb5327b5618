/* The risk class out of the profile, with its reasons, and the levels of each scale out of it. Who overrides it says
 * why. */
#include "judge/session.h"

/* ---- the class --------------------------------------------------------------------------------------------------- */

static size_t class_number(const struct risk *risk, str name)
{
	for (size_t i = 0; i < risk->class_count; i++)
		if (str_equal(risk->classes[i].name, name)) return i;
	return 0;
}

static void collect_reasons(
	struct evidence_view *v, const struct risk *risk, struct risk_result *ret, size_t *ret_floor)
{
	struct session *s = v->session;
	VEC(struct risk_reason) reasons = { 0 };
	VEC(str) unknown = { 0 };

	for (size_t i = 0; i < risk->rule_count; i++) {
		const struct risk_rule *r = &risk->rules[i];
		str question = { 0 };
		tri holds = r->when ? judge_claim(v, r->when, &question) : NO;

		if (holds == UNKNOWN) {
			bool is_new = true;

			for (size_t j = 0; j < unknown.n; j++) is_new &= !str_equal(unknown.p[j], question);
			if (is_new) *vec_add(s->keep, &unknown) = question;
		}
		if (holds != YES) continue;
		*vec_add(s->keep, &reasons) = (struct risk_reason){ .because = r->because, .points = r->add };
		ret->points += r->add;
		if (r->at_least.n && class_number(risk, r->at_least) > *ret_floor)
			*ret_floor = class_number(risk, r->at_least);
	}
	ret->reasons = reasons.p;
	ret->reason_count = reasons.n;
	ret->unknown = unknown.p;
	ret->unknown_count = unknown.n;
}

/* ---- overriding -------------------------------------------------------------------------------------------------- */

static void refuse(struct session *s, struct risk_result *ret, str sentence)
{
	str *more = arena_array(s->keep, str, ret->refused_count + 1);

	if (ret->refused_count) memcpy(more, ret->refused, ret->refused_count * sizeof(*more));
	more[ret->refused_count++] = sentence;
	ret->refused = more;
}

/* What the product file sets in place of the method, when it is a value that there is and says why: empty otherwise. */
static str overriding(struct session *s, struct risk_result *ret, str name, const str *values, size_t count,
	str *ret_reason, str *ret_author)
{
	str said = session_profile(s, name, ret_author), known = { 0 };
	bool is_known = false;

	if (!said.n) return said;
	*ret_reason = session_profile(s, arena_printf(s->keep, "%.*s-reason", STR_FMT(name)), NULL);
	for (size_t i = 0; i < count; i++) {
		is_known |= str_equal(said, values[i]);
		known = arena_join(s->keep, known, ", ", values[i]);
	}
	if (is_known && ret_reason->n) return said;
	refuse(s, ret,
		is_known ? arena_printf(s->keep, "%.*s: %.*s is not taken: it says nothing why (%.*s-reason)",
				   STR_FMT(name), STR_FMT(said), STR_FMT(name))
			 : arena_printf(s->keep, "%.*s: \"%.*s\" is none of its values (%.*s)", STR_FMT(name),
				   STR_FMT(said), STR_FMT(known)));
	return (str){ 0 };
}

static void override_class(struct session *s, const struct risk *risk, struct risk_result *ret)
{
	str *names = arena_array(s->keep, str, risk->class_count);
	str reason = { 0 }, said;

	for (size_t i = 0; i < risk->class_count; i++) names[i] = risk->classes[i].name;
	said = overriding(s, ret, STR("risk.override"), names, risk->class_count, &reason, &ret->override_author);
	if (!said.n) return;
	ret->is_overridden = true;
	ret->override_reason = reason;
	ret->computed_class = ret->risk_class;
	ret->risk_class = said;
}

typedef VEC(str) words;

static void add_word(struct session *s, words *all, str word)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_equal(all->p[i], word)) return;
	if (word.n) *vec_add(s->keep, all) = word;
}

static void override_level(struct session *s, const struct risk *risk, struct risk_result *ret, struct level_result *l)
{
	words values = { 0 };
	str reason = { 0 }, follows = { 0 }, said;

	for (size_t i = 0; i < risk->level_count; i++)
		if (str_equal(risk->levels[i].scale, l->name) && risk->levels[i].as.n) follows = risk->levels[i].as;
	for (size_t i = 0; i < risk->level_count; i++)
		if (str_equal(risk->levels[i].scale, l->name) || str_equal(risk->levels[i].scale, follows))
			add_word(s, &values, risk->levels[i].value);
	said = overriding(
		s, ret, arena_printf(s->keep, "risk.%.*s", STR_FMT(l->name)), values.p, values.n, &reason, &l->author);
	if (!said.n) return;
	l->is_overridden = true;
	l->computed = l->value;
	l->value = said;
	l->because = reason;
}

/* ---- levels ------------------------------------------------------------------------------------------------------ */

/* One that goes by another follows it, also where that was set by hand; a whole number may be lower by some, and
 * never less than 1. */
static str followed(struct session *s, const struct risk_level *l, const struct level_result *so_far, size_t count)
{
	uint64_t value;

	for (size_t i = 0; i < count && l->as.n; i++) {
		if (!str_equal(so_far[i].name, l->as)) continue;
		if (!l->less || !str_to_u64(so_far[i].value, 10, &value)) return so_far[i].value;
		return arena_printf(s->keep, "%llu", (unsigned long long)(value > l->less ? value - l->less : 1));
	}
	return l->value;
}

/* Each scale takes its first row that fits the class and whose condition holds. */
static void collect_levels(struct evidence_view *v, const struct risk *risk, struct risk_result *ret)
{
	struct session *s = v->session;
	VEC(struct level_result) levels = { 0 };

	for (size_t i = 0; i < risk->level_count; i++) {
		const struct risk_level *l = &risk->levels[i];
		str question = { 0 };
		bool is_taken = false;

		for (size_t j = 0; j < levels.n; j++) is_taken |= str_equal(levels.p[j].name, l->scale);
		if (is_taken || (l->risk_class.n && !str_equal(l->risk_class, ret->risk_class))) continue;
		if (l->when && judge_claim(v, l->when, &question) != YES) continue;

		struct level_result r = { .name = l->scale,
			.value = followed(s, l, levels.p, levels.n),
			.because = l->because,
			.source = l->source };

		override_level(s, risk, ret, &r);
		if (r.value.n) *vec_add(s->keep, &levels) = r;
	}
	ret->levels = levels.p;
	ret->level_count = levels.n;
}

/* Expressions see the result as risk.class and risk.SCALE. */
static void publish(struct session *s, const struct risk_result *r)
{
	struct profile_value *more = arena_array(s->keep, struct profile_value, s->profile_count + r->level_count + 1);
	size_t n = 0;

	more[n++] = (struct profile_value){ .name = STR("risk.class"), .value = r->risk_class };
	for (size_t i = 0; i < r->level_count; i++)
		more[n++] =
			(struct profile_value){ .name = arena_printf(s->keep, "risk.%.*s", STR_FMT(r->levels[i].name)),
				.value = r->levels[i].value,
				.author = r->levels[i].because };
	if (s->profile_count) memcpy(more + n, s->profile, s->profile_count * sizeof(*more));
	s->profile = more;
	s->profile_count += n;
}

void judge_risk(struct evidence_view *v, struct risk_result *ret)
{
	struct session *s = v->session;
	const struct risk *risk = &s->rules->risk;
	size_t floor = 0, class = 0;

	*ret = (struct risk_result){ 0 };
	if (!risk->class_count) return;
	collect_reasons(v, risk, ret, &floor);
	for (size_t i = 0; i < risk->class_count; i++)
		if (ret->points >= risk->classes[i].from_points) class = i;
	if (class < floor) class = floor;
	ret->risk_class = risk->classes[class].name;
	ret->is_highest = class + 1 == risk->class_count;
	override_class(s, risk, ret);
	collect_levels(v, risk, ret);
	publish(s, ret);
}
