/* What a product file and a confirmed row of a draft both declare is one thing: the product file's. */
#ifndef ASSAY_DRAFT_UNITE_H
#define ASSAY_DRAFT_UNITE_H

#include "evidence/evidence.h"

/* After all inputs are read: takes confirmed rows of a draft out of the evidence that another input declares as well,
 * under the same kind and name, or as a service of the same port. */
err draft_unite(struct evidence *e);

#endif
