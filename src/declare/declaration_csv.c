#include "declare/csv.h"
#include "declare/declaration.h"

err declaration_csv(struct placing *p, str text, struct buf *detail)
{
	struct form_table g;

	TRY(csv_read(p->keep, text, &g, detail));
	if (g.rows) form_table_place(p, &g);
	return OK;
}
