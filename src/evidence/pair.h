/* Declared and observed things that are the same, by their natural keys: relation 'same-as' from the declared to the observed entity. */
#ifndef ASSAY_EVIDENCE_PAIR_H
#define ASSAY_EVIDENCE_PAIR_H

#include "evidence/evidence.h"

/* After all inputs were read. Services by transport and port, components by purl or by name and version, accounts and interfaces by name. */
err evidence_pair(struct evidence *e);

#endif
