#include "draft/unite.h"

#include "evidence/wire.h"

#include <stdio.h>

static const char twice[] =
	"CREATE TEMP TABLE IF NOT EXISTS said_twice AS SELECT d.id FROM declared AS d JOIN field AS f ON f.entity = "
	"d.id"
	" AND f.name = 'confirmed-by' LEFT JOIN service AS ds ON ds.entity = d.id WHERE EXISTS ("
	"SELECT 1 FROM declared AS o LEFT JOIN service AS os ON os.entity = o.id WHERE o.kind = d.kind AND o.input <> "
	"d.input AND (lower(o.name) = lower(d.name) OR (ds.port = os.port AND ds.transport = os.transport)))";

static err run_sql(struct evidence *e, const char *sql)
{
	if (sqlite3_exec(evidence_db(e), sql, NULL, NULL, NULL) == SQLITE_OK) return OK;
	return fail(&evidence_write, evidence_errno(evidence_db(e)));
}

/* Every column that holds an entity. */
static err forget(struct evidence *e)
{
	char sql[200];

	for (int t = 0; t < TABLE_COUNT; t++)
		for (const struct wire_column *c = wire_tables[t].columns; c->name; c++) {
			if (c->kind != COLUMN_REF || c->target != TABLE_entity) continue;
			snprintf(sql, sizeof(sql), "DELETE FROM %s WHERE %s IN (SELECT id FROM temp.said_twice)",
				wire_tables[t].name, c->name);
			TRY(run_sql(e, sql));
		}
	return run_sql(e, "DELETE FROM entity WHERE id IN (SELECT id FROM temp.said_twice)");
}

err draft_unite(struct evidence *e)
{
	TRY(run_sql(e, twice));

	err done = forget(e);
	err dropped = run_sql(e, "DROP TABLE temp.said_twice");

	return done.is ? done : dropped;
}
