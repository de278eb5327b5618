/* Names of declared things within the words of another: "updated by UpdMech-1". */
#ifndef ASSAY_DECLARE_REFERRING_H
#define ASSAY_DECLARE_REFERRING_H

#include "declare/forms.h"

/* Rows of `reference` for one field's words. form may be NULL: only IDs that say their form count then. own: the name
 * of the entity itself. */
void write_references(
	struct arena *keep, struct facts *f, uint32_t entity, str own, const struct form *form, str label, str text);

#endif
