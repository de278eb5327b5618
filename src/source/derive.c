#include "source/derive.h"

#include "base/limits.h"

const struct derivation derivations[] = {
	/* Declared and observed things that are the same, by their natural keys: from the declared to the observed
	 * one. */
	{ .name = "same-service",
		.reads = "service, entity",
		.writes = "relation",
		.sql = "INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
		       " SELECT d.id, 'same-as', o.id, 'tool' FROM declared AS d JOIN service AS ds ON ds.entity = d.id"
		       " JOIN service AS os ON os.port = ds.port AND os.transport = ds.transport"
		       " JOIN observed AS o ON o.id = os.entity LIMIT ?1" },
	/* Names are compared in small letters, each made once: of many on both sides not each is compared with each. */
	{ .name = "same-component",
		.reads = "component, entity",
		.writes = "relation",
		.sql = "WITH o AS MATERIALIZED (SELECT e.id, lower(e.name) AS name, c.purl FROM observed AS e"
		       " JOIN component AS c ON c.entity = e.id WHERE e.kind = 'component')"
		       " INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
		       " SELECT d.id, 'same-as', o.id, 'tool' FROM declared AS d JOIN component AS dc ON dc.entity = "
		       "d.id"
		       " JOIN o ON o.name = lower(d.name)"
		       " WHERE d.kind = 'component' AND (dc.purl IS NULL OR o.purl IS NULL OR dc.purl = o.purl) LIMIT "
		       "?1" },
	{ .name = "same-name",
		.reads = "entity",
		.writes = "relation",
		.sql = "WITH o AS MATERIALIZED (SELECT id, kind, lower(name) AS name FROM observed"
		       " WHERE kind IN ('account', 'interface'))"
		       " INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
		       " SELECT d.id, 'same-as', o.id, 'tool' FROM declared AS d"
		       " JOIN o ON o.name = lower(d.name) AND o.kind = d.kind"
		       " WHERE d.kind IN ('account', 'interface') LIMIT ?1" },
	/* A row of a draft, or of a product file, that says which observed thing it is. Of services of one name the
	 * port tells which. */
	{ .name = "same-as-named",
		.reads = "reference, entity, service",
		.writes = "relation",
		.sql = "INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
		       " SELECT d.id, 'same-as', o.id, 'tool' FROM reference AS r JOIN declared AS d ON d.id = r.entity"
		       " JOIN (SELECT id, kind, name FROM observed LIMIT -1) AS o ON o.name = r.name AND o.kind = "
		       "d.kind"
		       " LEFT JOIN service AS ds ON ds.entity = d.id LEFT JOIN service AS os ON os.entity = o.id"
		       " WHERE r.field = 'same-as' AND ds.port IS os.port AND ds.transport IS os.transport LIMIT ?1" },
	/* Where a list is said to be empty and something of it was seen, it is not whole: whatever rests on it is open,
	 * and says what was seen. A login is what an account or a service asks for; what a mechanism is protected by
	 * is a secret. */
	{ .name = "none-but-seen",
		.reads = "profile, entity, account, service, secret, coverage",
		.writes = "coverage",
		.sql = "UPDATE coverage SET state = 'part',"
		       " reason = 'it is said that there is none, and ' || seen.name || ' was seen'"
		       " FROM (SELECT p.value AS class, min(s.name) AS name FROM profile AS p JOIN ("
		       "SELECT e.kind, e.name FROM observed AS e WHERE e.kind <> 'account'"
		       " UNION ALL SELECT k.kind, 'the account ' || e.name FROM observed AS e"
		       " JOIN account AS a ON a.entity = e.id"
		       " JOIN (SELECT 'account' AS kind UNION ALL SELECT 'auth-mechanism') AS k WHERE a.can_login = 1"
		       " UNION ALL SELECT 'auth-mechanism', 'the login of ' || e.name FROM observed AS e"
		       " JOIN service AS s ON s.entity = e.id WHERE s.needs_login = 1"
		       " UNION ALL SELECT 'channel', 'the service ' || e.name FROM observed AS e"
		       " JOIN service AS s ON s.entity = e.id WHERE s.enabled = 1 AND coalesce(s.scope, 'lan') <> "
		       "'loopback'"
		       " UNION ALL SELECT 'parameter', 'a ' || replace(x.kind, '-', ' ') FROM secret AS x"
		       " WHERE x.kind <> 'public-key') AS s ON p.name = 'none.' || s.kind"
		       " WHERE p.name LIKE 'none.%' GROUP BY p.value LIMIT ?1) AS seen"
		       " WHERE coverage.class = seen.class AND coverage.state = 'full'" },
	/* What was reviewed is looked for among the software parts. */
	{ .name = "reviewed-component",
		.reads = "entity",
		.writes = "relation",
		.sql = "WITH o AS MATERIALIZED (SELECT id, lower(name) AS name FROM observed WHERE kind = 'component')"
		       " INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
		       " SELECT d.id, 'same-as', o.id, 'tool' FROM declared AS d JOIN o ON o.name = lower(d.name)"
		       " WHERE d.kind = 'implementation' LIMIT ?1" },
	/* A cell that is nothing but names says which rows it means. Prose that mentions a name does not: "not by
	 * UpdMech-1". */
	{ .name = "named-in-cell",
		.reads = "reference, entity",
		.writes = "relation",
		.sql = "INSERT OR IGNORE INTO relation(subject, verb, object, basis)"
		       " SELECT iif(v.backwards, o.id, d.id), v.verb, iif(v.backwards, d.id, o.id), 'declared'"
		       " FROM (SELECT 'component' AS kind, 'Update Mechanism' AS field, 'update-mechanism' AS target,"
		       " 'updates' AS verb, 1 AS backwards"
		       " UNION ALL SELECT 'parameter', 'Communication Mechanisms', 'channel', 'sent-over', 0"
		       " UNION ALL SELECT 'data', 'Communication Mechanisms', 'channel', 'sent-over', 0"
		       " UNION ALL SELECT 'service', 'Authentication Mechanism', 'auth-mechanism', 'authenticates', 1"
		       " UNION ALL SELECT 'telemetry', 'Personal Data', 'data', 'holds', 0) AS v"
		       " JOIN reference AS r ON r.field = v.field AND r.alone = 1"
		       " JOIN declared AS d ON d.id = r.entity AND d.kind = v.kind"
		       " JOIN (SELECT id, kind, name FROM declared LIMIT -1) AS o ON o.kind = v.target AND o.name = "
		       "r.name"
		       " LIMIT ?1" },
	/* A laboratory names what it tried by its name; what is declared goes before what was found alone. A result
	 * that names nothing of the product is none of it. */
	{ .name = "tried-thing",
		.reads = "trial, entity, relation",
		.writes = "trial",
		.sql = "UPDATE trial SET entity = f.id, result = iif(f.id < 0, 'unclear', trial.result), detail = "
		       "iif(f.id < 0,"
		       " 'it names \"' || trial.about || '\", and nothing is called so', trial.detail)"
		       " FROM (SELECT t.id AS trial, coalesce(min(iif(e.basis = 'declared', e.id, NULL)), min(e.id), "
		       "-1) AS id"
		       " FROM trial AS t LEFT JOIN subject AS e ON e.name = t.about WHERE t.about IS NOT NULL"
		       " GROUP BY t.id LIMIT ?1) AS f WHERE f.trial = trial.id" },
	/* A functional unit of a test specification, tried by a laboratory with its record. */
	{ .name = "laboratory-answer",
		.reads = "trial, document",
		.writes = "answer",
		.sql = "INSERT OR REPLACE INTO answer(question, entity, value, basis, author, answered, reason, "
		       "document)"
		       " SELECT kind, entity, answer, 'tested', author, done, detail, document FROM trial"
		       " WHERE kind LIKE 'ask.%' AND answer IS NOT NULL AND entity >= 0 ORDER BY id LIMIT ?1" },
	/* Of so many that were found the same, others may have been left out: what rests on them is not whole. */
	{ .name = "too-many-to-pair",
		.reads = "relation",
		.writes = "coverage",
		.sql = "UPDATE coverage SET state = 'part',"
		       " reason = 'more is declared and seen than can be told together'"
		       " WHERE state = 'full' AND (SELECT count(*) FROM relation) >= ?1" },
	/* Forms of one list in several inputs: it is whole when each of them was read whole. */
	{ .name = "list-of-parts",
		.reads = "coverage",
		.writes = "coverage",
		.sql = "UPDATE coverage SET state = 'part', reason = (SELECT o.reason FROM coverage AS o"
		       " WHERE o.class = coverage.class AND o.state <> 'full')"
		       " WHERE state = 'full' AND (class = 'ics' OR class LIKE 'ixit.%')"
		       " AND EXISTS (SELECT 1 FROM coverage AS o WHERE o.class = coverage.class AND o.state <> "
		       "'full')" },
	/* What two files declare is told: the first one is what stands. */
	{ .name = "declared-twice",
		.reads = "input, entity, field, unplaced",
		.writes = "unplaced",
		.sql = "INSERT INTO unplaced(input, line, kind, what, text, cells)"
		       " SELECT d.input, d.line, 'row', 'the ID ' || d.name || ' stands in another file too',"
		       " (SELECT group_concat(name || ': ' || value, char(10)) FROM field WHERE entity = d.id), 0"
		       /* Inputs are read one after the other: the lowest number is of the first that names it. One pass
			* over the sorted rows: no choice of SQLite's makes it compare each with each. */
		       " FROM (SELECT id, input, line, name,"
		       " first_value(input) OVER (PARTITION BY kind, name ORDER BY id) AS first FROM declared) AS d"
		       " WHERE d.input <> d.first"
		       " AND NOT EXISTS (SELECT 1 FROM unplaced AS u WHERE u.input IS d.input AND u.line IS d.line"
		       " AND u.kind = 'row' AND u.what = 'the ID ' || d.name || ' stands in another file too')"
		       " ORDER BY d.id LIMIT ?1" },
	{ .name = NULL },
};

enum { DERIVATIONS = sizeof(derivations) / sizeof(*derivations) - 1 };
_Static_assert(DERIVATIONS <= EVIDENCE_INPUT - EVIDENCE_DERIVATIONS, "each has a prepared statement of its own");

/* SQLite says it to whom it hands the statement. */
static bool is_lacking(struct evidence *e, const sqlite3_stmt *stmt)
{
	return !stmt && sqlite3_errcode(evidence_db(e)) == SQLITE_ERROR;
}

/* may_lack: tables or columns, as an evidence file from before they came does: nothing of theirs can follow. */
static err derive_all(struct evidence *e, bool may_lack)
{
	for (unsigned i = 0; i < DERIVATIONS; i++) {
		sqlite3_stmt *stmt = evidence_statement(e, EVIDENCE_DERIVATIONS + i, derivations[i].sql);
		bool is_bounded = stmt && sqlite3_bind_parameter_count(stmt) > 0;
		int result;

		if (may_lack && is_lacking(e, stmt)) continue;
		if (is_bounded) sqlite3_bind_int64(stmt, 1, LIMIT_DERIVED_ROWS);
		result = stmt ? sqlite3_step(stmt) : SQLITE_ERROR;

		if (stmt) sqlite3_reset(stmt);
		if (result != SQLITE_DONE) return fail(&evidence_write, evidence_errno(evidence_db(e)));
	}
	return OK;
}

err derive(struct evidence *e)
{
	return derive_all(e, false);
}

err derive_again(struct evidence *e)
{
	return derive_all(e, true);
}
