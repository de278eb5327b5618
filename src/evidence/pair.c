#include "evidence/pair.h"

static const char *const pairs[] = {
	"INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
	" SELECT d.id, 'same-as', o.id, 'tool' FROM declared AS d JOIN service AS ds ON ds.entity = d.id"
	" JOIN service AS os ON os.port = ds.port AND os.transport = ds.transport JOIN observed AS o ON o.id = "
	"os.entity",

	"INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
	" SELECT d.id, 'same-as', o.id, 'tool' FROM declared AS d JOIN component AS dc ON dc.entity = d.id"
	" JOIN observed AS o ON o.kind = 'component' AND lower(o.name) = lower(d.name) JOIN component AS oc ON "
	"oc.entity = o.id"
	" WHERE d.kind = 'component' AND (dc.purl IS NULL OR oc.purl IS NULL OR dc.purl = oc.purl)",

	"INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
	" SELECT d.id, 'same-as', o.id, 'tool' FROM declared AS d JOIN observed AS o ON o.kind = d.kind AND "
	"lower(o.name) = lower(d.name)"
	" WHERE d.kind IN ('account', 'interface')",

	/* What was reviewed is looked for among the software parts. */
	"INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
	" SELECT d.id, 'same-as', o.id, 'tool' FROM declared AS d JOIN observed AS o ON o.kind = 'component' AND "
	"lower(o.name) = lower(d.name)"
	" WHERE d.kind = 'implementation'",
};

err evidence_pair(struct evidence *e)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		int result = sqlite3_exec(evidence_db(e), pairs[i], NULL, NULL, NULL);

		if (result != SQLITE_OK) return fail(&evidence_write, (uint64_t)result);
	}
	return OK;
}
