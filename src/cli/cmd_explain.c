/* assay explain: from a verdict back to the bytes. */
#include "cli/commands.h"
#include "cli/load.h"

#include "base/near.h"
#include "report/explain.h"
#include "work/explain_bytes.h"

/* "uk-psti:PSTI-S1-1(2)", or the id alone; the part before the colon is a scheme or a catalogue, and may be a piece of
 * its name ("psti"). */
static bool is_meant(str wanted, const struct scheme_result *s, const struct requirement_result *r)
{
	str rest = wanted, prefix;

	if (str_equal(r->requirement->id, wanted)) return true;
	if (!memchr(wanted.p, ':', wanted.n) || !str_split(&rest, ':', &prefix)) return false;

	struct buf name = { 0 };
	bool is_named;

	buf_str(&name, prefix);
	buf_char(&name, '\0');
	is_named = str_find(s->scheme->id, name.p, NULL) || str_find(r->requirement->catalogue->id, name.p, NULL);
	buf_free(&name);

	/* "1-1" stands for "PSTI-S1-1(2)" too: the end or a middle that begins where a word does. */
	return is_named &&
	       (str_equal(r->requirement->id, rest) || (rest.n >= 3 && str_find(r->requirement->id, rest.p, NULL)));
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

static bool has_requirement(const struct scheme *s, str id)
{
	for (size_t i = 0; i < s->require_count; i++)
		if (rules_requirement(s->requires[i].catalogue, id)) return true;
	return false;
}

static bool is_judged(const struct judgement *j, const struct scheme *s)
{
	for (size_t i = 0; i < j->scheme_count; i++)
		if (str_equal(j->schemes[i].scheme->id, s->id)) return j->schemes[i].is_judged;
	return false;
}

/* Why there is none: a scheme that was not judged, the id of something else, or a slip of the pen. */
static void say_none(const struct judgement *j, const char *wanted)
{
	enum { MEMORY = 1 << 20 };
	struct arena keep = arena_open(MEMORY);
	str rest = str_of(wanted), prefix = STR("");
	const struct scheme *unjudged = NULL;

	if (strchr(wanted, ':')) str_split(&rest, ':', &prefix);

	struct candidates near = { .keep = &keep, .wanted = rest };

	for (size_t i = 0; i < j->scheme_count; i++)
		for (size_t k = 0; k < j->schemes[i].requirement_count; k++)
			candidate(&near, j->schemes[i].requirements[k].requirement->id);
	for (size_t i = 0; i < j->rules->schemes.n && !unjudged; i++) {
		const struct scheme *s = &j->rules->schemes.p[i];

		if ((prefix.n ? str_equal(s->id, prefix) : has_requirement(s, rest)) && !is_judged(j, s)) unjudged = s;
	}

	str meant = suggestion(&near);

	if (unjudged)
		say("%s was not judged, as it does not bind the product or was not asked for: add --scheme %s",
			unjudged->id.p, unjudged->id.p);
	else if (rules_check(j->rules, rest) || rules_question(j->rules, rest))
		say("\"%s\" is no requirement; \"assay rules show %s\" shows it", wanted, wanted);
	else
		say("no scheme that was judged has a requirement \"%s\"%s%.*s; write it as uk-psti:PSTI-S1-1(2), and "
		    "see "
		    "\"assay rules show uk-psti\"",
			wanted, STR_AFTER("; ", meant));
	arena_close(&keep);
}

static bool matches(const void *wanted, const struct scheme_result *s, const struct requirement_result *r)
{
	return is_meant(*(const str *)wanted, s, r);
}

static int run(const struct given *g)
{
	struct judged judged;
	struct buf out = { 0 };
	struct rules *rules;
	struct judge_options options;
	str wanted = str_of(g->words[0]);
	int status = judge_prepare(g, g->words[1], &judged, &rules, &options);

	options.is_counting = true;
	if (status == EXIT_PASS) status = judge_prepared(g->words[1], &judged, rules, &options);
	if (status != EXIT_PASS) return status;

	struct bytes_source from = { .evidence = judged.evidence,
		.image = given_value(g, "--image"),
		.with_secrets = given_has(g, "--show-secrets") };
	struct explaining x = {
		.bytes = bytes_of_finding, .self = &from, .out = &out, .width = (unsigned)terminal_width()
	};
	void (*report)(const struct explaining *, const struct judgement *, requirement_matches *, const void *) =
		given_has(g, "--json") ? report_explained_json : report_explained_text;

	report(&x, judged.judgement, matches, &wanted);

	bool is_found = out.n > 0;

	if (!is_found) say_none(judged.judgement, g->words[0]);
	put(&out);
	judged_close(&judged);
	return is_found ? EXIT_PASS : EXIT_USAGE;
}

const struct command command_explain = {
	.name = "explain",
	.synopsis = "REQUIREMENT EVIDENCE [--image FILE [--show-secrets]] [--json]",
	.summary = "from a verdict back to the bytes that it rests on",
	.description = "Shows the verdict of the scheme, the requirement, each check with what it needs, each finding "
		       "with its file, line and byte, and the bytes. "
		       "REQUIREMENT is an id as the catalogue has it, alone or after the scheme and a colon. The bytes "
		       "come from the evidence; with --image, from the image itself. What is or may be secret in "
		       "them is shown only with --show-secrets.",
	.example = "  assay explain etsi-en-303-645:5.1-1 product.assay\n  assay explain psti:1-1 product.assay "
		   "--image router.bin\n",
	.options = { OPTION_SCHEME, OPTION_ON, OPTION_RULES,
		{ "--image", "FILE", "the image, for its bytes in place of the excerpts kept with the evidence", false,
			"file" },
		{ "--show-secrets", NULL, "with --image, passwords and keys too", false, NULL }, OPTION_JSON },
	.least = 2,
	.most = 2,
	.run = run,
};
