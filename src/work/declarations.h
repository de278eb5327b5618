/* Reading a maker's declarations into evidence. */
#ifndef ASSAY_WORK_DECLARATIONS_H
#define ASSAY_WORK_DECLARATIONS_H

#include "evidence/evidence.h"
#include "source/folder.h"
#include "work/work.h"

/* A file or a folder of forms and product files: read into e. What was not even looked at stands in `unplaced` as a
 * file. */
err declarations_read(struct evidence *e, const char *path, str now, const struct notes *notes);
/* Why a file of a folder is not looked into; NULL: it is read. And how that is told. */
const char *declaration_left(const struct folder_file *file);
void declarations_leave(struct evidence *e, str name, const char *why);

#endif
