/* What a person hands over, into evidence. */
#ifndef ASSAY_WORK_READ_H
#define ASSAY_WORK_READ_H

#include "evidence/evidence.h"
#include "source/source.h"
#include "work/work.h"

/* One input, read in the jail. An image that was read in part is noted, and is no failure: what rests on the rest stays
 * inconclusive. What a person wrote is taken whole or not at all. */
err input_read(struct evidence *e, const struct source *source, const struct notes *notes);

/* Places of declarations that no form knows; 0 where there were none to read. */
uint64_t places_left(struct evidence *e);

#endif
