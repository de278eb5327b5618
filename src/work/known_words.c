#include "work/known_words.h"

#include "rules/known.h"

static str wrong(const void *self, struct arena *keep, enum declared_word kind, str name, str value)
{
	const struct rules *r = self;

	switch (kind) {
	case DECLARED_NAME:
		return wrong_name(r, keep, name);
	case DECLARED_VALUE:
		return wrong_value(r, keep, name, value);
	case DECLARED_LIST:
		return wrong_list(r, keep, name, value);
	case DECLARED_SECTION:
		return place_of_key(r, keep, name);
	case DECLARED_LABEL:
		return wrong_label(r, keep, name);
	case DECLARED_QUESTION:
		return wrong_question(r, keep, name);
	case DECLARED_ANSWER:
		return wrong_answer(r, keep, name, value);
	case DECLARED_CERTIFICATE:
		return wrong_certificate(r, keep, name);
	case DECLARED_SCHEME:
		return wrong_scheme(r, keep, name);
	case DECLARED_REQUIREMENT:
		return wrong_requirement(r, keep, name, value);
	case DECLARED_PRACTICE:
		return wrong_word(r, keep, STR("practices"), name);
	}
	return (str){ 0 };
}

struct declared_words known_words(const struct rules *rules)
{
	return (struct declared_words){ .self = rules, .wrong = wrong };
}
