#include "declare/relations.h"

const struct relation_word relation_words[] = {
	{ "updates", "updated-by", { "update-mechanism" }, { "component", "implementation" },
		"the mechanism installs new versions of the part" },
	{ "authenticates", "authenticated-by", { "auth-mechanism" },
		{ "service", "interface", "api", "user-interface", "channel", "update-mechanism", "asset" },
		"who wants to use it logs in by this mechanism" },
	{ "used-by", "uses", { "parameter" },
		{ "auth-mechanism", "channel", "update-mechanism", "boot", "service", "interface", "implementation" },
		"the mechanism works with this key or secret" },
	{ "sent-over", "carries", { "parameter", "data", "telemetry", "asset", "update-mechanism" },
		{ "channel", "interface", "service" }, "it leaves or enters the product over this channel" },
	{ "protected-by", "protects",
		{ "asset", "data", "parameter", "service", "interface", "api", "channel", "update-mechanism",
			"auth-mechanism" },
		{ "auth-mechanism", "channel", "parameter", "boot", "privilege-control", "memory-control" },
		"what keeps others from it" },
	{ "deletes", "deleted-by", { "deletion" }, { "data", "telemetry", "parameter", "account", "asset", "log" },
		"this way of deleting takes it away" },
	{ "validates", "validated-by", { "validation" }, { "interface", "service", "api", "user-interface", "channel" },
		"input that comes this way is checked by it" },
	{ "holds", "held-by", { "telemetry" }, { "data" }, "the telemetry has this personal data in it" },
	{ 0 },
};

static bool is_among(const char *kind, const char *const *kinds)
{
	while (*kinds && strcmp(*kinds, kind) != 0) kinds++;
	return *kinds != NULL;
}

const struct relation_word *relation_named(str word, const char *kind, bool *ret_is_backward, struct candidates *near)
{
	for (const struct relation_word *r = relation_words; r->verb; r++) {
		bool from = is_among(kind, r->from), to = is_among(kind, r->to);

		if ((from && str_is(word, r->verb)) || (to && str_is(word, r->backward))) {
			*ret_is_backward = !(from && str_is(word, r->verb));
			return r;
		}
		if (from) candidate(near, str_of(r->verb));
		if (to) candidate(near, str_of(r->backward));
	}
	return NULL;
}

bool relation_takes(const struct relation_word *word, const char *kind, bool at_end)
{
	return is_among(kind, at_end ? word->to : word->from);
}
