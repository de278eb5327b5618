#include "evidence/masking.h"

#include <string.h>

struct row {
	enum fact_table table;
	const char *column; /* NULL: every other text column of the table */
	enum mask_reading how;
	const char *named_by;
};

/* The first row that fits counts. */
static const struct row rows[] = {
	/* What a reader copies out of files, packets and answers of a device. */
	{ TABLE_excerpt, "text", MASK_LINE, NULL },
	{ TABLE_start, "command", MASK_LINE, NULL },
	{ TABLE_start, "moment", MASK_NOTHING, NULL },
	{ TABLE_start, NULL, MASK_TEXT, NULL },
	{ TABLE_setting, "domain", MASK_NOTHING, NULL },
	{ TABLE_setting, "value", MASK_TEXT, "key" },
	{ TABLE_setting, NULL, MASK_TEXT, NULL },
	{ TABLE_mention, "kind", MASK_NOTHING, NULL },
	{ TABLE_mention, NULL, MASK_LINE, NULL },
	{ TABLE_account, "password", MASK_NOTHING, NULL }, /* a word of ours: empty, known, hash ... */
	{ TABLE_account, "scheme", MASK_NOTHING, NULL },
	{ TABLE_account, "hash", MASK_NOTHING, NULL }, /* a digest */
	{ TABLE_account, NULL, MASK_TEXT, NULL },
	{ TABLE_entity, "name", MASK_TEXT, NULL },
	{ TABLE_entity, NULL, MASK_NOTHING, NULL },
	{ TABLE_component, "purl", MASK_NOTHING, NULL }, /* compared to the letter, as are CPE and digests */
	{ TABLE_component, "cpe", MASK_NOTHING, NULL },
	{ TABLE_component, "sha256", MASK_NOTHING, NULL },
	{ TABLE_component, NULL, MASK_TEXT, NULL },
	{ TABLE_region, "name", MASK_TEXT, NULL },
	{ TABLE_region, NULL, MASK_NOTHING, NULL },
	{ TABLE_coverage, "reason", MASK_TEXT, NULL },
	{ TABLE_coverage, NULL, MASK_NOTHING, NULL },
	{ TABLE_secret, "used_by", MASK_TEXT, NULL },
	{ TABLE_secret, NULL, MASK_NOTHING, NULL }, /* kinds and digests, never the secret */
	{ TABLE_flow, NULL, MASK_TEXT, NULL },
	{ TABLE_lookup, NULL, MASK_TEXT, NULL },
	{ TABLE_exposure, "digest", MASK_NOTHING, NULL },
	{ TABLE_exposure, NULL, MASK_LINE, NULL },
	{ TABLE_disclosure, NULL, MASK_LINE, NULL },
	{ TABLE_trial, "result", MASK_LINE, NULL },
	{ TABLE_trial, "detail", MASK_LINE, NULL },
	{ TABLE_trial, NULL, MASK_TEXT, NULL },
	{ TABLE_document, "sha256", MASK_NOTHING, NULL },
	{ TABLE_document, NULL, MASK_LINE, NULL },
	{ TABLE_statement, NULL, MASK_TEXT, NULL },

	/* What the maker or a laboratory says: prose, kept but for what cannot be anything else. */
	{ TABLE_field, "value", MASK_TEXT, NULL },
	{ TABLE_field, NULL, MASK_NOTHING, NULL },
	{ TABLE_answer, "reason", MASK_TEXT, NULL },
	{ TABLE_answer, NULL, MASK_NOTHING, NULL },
	{ TABLE_unplaced, NULL, MASK_TEXT, NULL },
	{ TABLE_service, "purpose", MASK_TEXT, NULL },
	{ TABLE_service, "justification", MASK_TEXT, NULL },
	{ TABLE_service, NULL, MASK_NOTHING, NULL },
	{ TABLE_ics, "detail", MASK_TEXT, NULL },
	{ TABLE_ics, NULL, MASK_NOTHING, NULL },
	{ TABLE_treatment, "justification", MASK_TEXT, NULL },
	{ TABLE_treatment, NULL, MASK_NOTHING, NULL },

	/* Names by which things are found again in the image, and what is public by its nature. */
	{ TABLE_file, NULL, MASK_NOTHING, NULL },
	{ TABLE_binary, NULL, MASK_NOTHING, NULL },
	{ TABLE_symbol, NULL, MASK_NOTHING, NULL },
	{ TABLE_certificate, NULL, MASK_NOTHING, NULL },
	{ TABLE_signature, NULL, MASK_NOTHING, NULL },
	{ TABLE_tls, NULL, MASK_NOTHING, NULL },

	/* Words of our lists, numbers and days, which are read again to the letter. */
	{ TABLE_profile, NULL, MASK_NOTHING, NULL },
	{ TABLE_relation, NULL, MASK_NOTHING, NULL },
	{ TABLE_reference, NULL, MASK_NOTHING, NULL },
	{ TABLE_interface, NULL, MASK_NOTHING, NULL },
	{ TABLE_auth_mechanism, NULL, MASK_NOTHING, NULL },
	{ TABLE_update_mechanism, NULL, MASK_NOTHING, NULL },
	{ TABLE_channel, NULL, MASK_NOTHING, NULL },
	{ TABLE_crypto_use, NULL, MASK_NOTHING, NULL },
	{ TABLE_parameter, NULL, MASK_NOTHING, NULL },
	{ TABLE_asset, NULL, MASK_NOTHING, NULL },
	{ TABLE_data, NULL, MASK_NOTHING, NULL },
	{ TABLE_copy, NULL, MASK_NOTHING, NULL },
	{ TABLE_vulnerability, NULL, MASK_NOTHING, NULL },
	{ TABLE_hit, NULL, MASK_NOTHING, NULL },
	{ TABLE_vex, NULL, MASK_NOTHING, NULL },
	{ TABLE_release, NULL, MASK_NOTHING, NULL },
	{ TABLE_fix, NULL, MASK_NOTHING, NULL },
	{ TABLE_advisory, NULL, MASK_NOTHING, NULL },
	{ TABLE_event, NULL, MASK_NOTHING, NULL },
	{ TABLE_activity, NULL, MASK_NOTHING, NULL },
	{ TABLE_policy, NULL, MASK_NOTHING, NULL },
	{ TABLE_allowed, NULL, MASK_NOTHING, NULL },
	{ TABLE_enforcement, NULL, MASK_NOTHING, NULL },
	{ TABLE_blocked, NULL, MASK_NOTHING, NULL },
	{ TABLE_held, NULL, MASK_NOTHING, NULL },
};

struct masking masking_of(enum fact_table table, const char *column)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *r = &rows[i];

		if (r->table == table && (!r->column || strcmp(r->column, column) == 0))
			return (struct masking){ .how = r->how, .named_by = r->named_by, .is_listed = true };
	}
	return (struct masking){ .how = MASK_LINE };
}
