/* Reading a maker's declarations into evidence, and writing declared things as a product file. */
#ifndef ASSAY_CLI_DECLARATIONS_H
#define ASSAY_CLI_DECLARATIONS_H

#include "cli/cli.h"
#include "source/folder.h"
#include "declare/merge.h"
#include "evidence/evidence.h"

/* A file or a folder of forms and product files, or an evidence file: read into e. What was not even looked at stands in `unplaced` as a file.
 * EXIT_PASS, or an exit status after saying what is wrong. */
int declarations_read(struct evidence *e, const char *path, str now);
/* What joins them, when all are read: relations from names in cells, lists that another input leaves open. */
int declarations_join(struct evidence *e);
err declarations_joined(struct evidence *e);
/* Why a file of a folder is not looked into; NULL: it is read. And how that is told. */
const char *declaration_left(const struct folder_file *file);
void declarations_leave(struct evidence *e, str name, const char *why);

enum { PRODUCT_SECTIONS = 40 };
/* Declared things as sections of a product file; the number of sections. */
size_t product_sections(struct arena *keep, sqlite3 *db, struct merge_section ret[static PRODUCT_SECTIONS]);
/* A scalar as YAML, so that it reads the same again: plain, in quotes, or a block whose lines are indented by `indent`. */
void yaml_scalar(struct buf *out, str text, unsigned indent);

#endif
