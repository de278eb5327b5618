/* What no image shows: said for each list, so that nobody waits for a proposal that cannot come. */
#include "draft/propose.h"

static const struct {
	const char *list, *why;
} unseen[] = {
	{ "user_information", "what users are told stands in manuals and on pages" },
	{ "vulnerability_types", "which kinds of reports you handle, and how, is your practice" },
	{ "vulnerability_monitoring", "how you watch for vulnerabilities is your practice" },
	{ "update_procedures", "how you make and release updates is your practice" },
	{ "replacements", "what replaces the product when it can no longer be updated is your plan" },
	{ "management_processes", "how keys and passwords are made and kept at the factory is your practice" },
	{ "code_minimisation", "what was left out leaves no trace" },
	{ "development_processes", "how you develop is your practice" },
	{ "decisions", "what the product decides by itself stands in no file that is read" },
	{ "validations", "how input is checked lies inside the programs" },
	{ "log_events", "which events a log holds is seen in a log of the running product" },
	{ "notices", "what users were told is no part of the software" },
};

const char *draft_unseen(const char *list)
{
	for (size_t i = 0; i < sizeof(unseen) / sizeof(*unseen); i++)
		if (strcmp(unseen[i].list, list) == 0) return unseen[i].why;
	return NULL;
}
