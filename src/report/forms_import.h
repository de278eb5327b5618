/* What became of a maker's forms: for people and for programs. */
#ifndef ASSAY_REPORT_FORMS_IMPORT_H
#define ASSAY_REPORT_FORMS_IMPORT_H

#include "base/buf.h"
#include "base/value.h"
#include "base/vec.h"

struct imported_file {
	str name;
	num tables, cells, placed; /* unknown: of a file that holds no forms */
	int64_t rows, provisions, unplaced;
};

struct unplaced_text {
	str file, kind, what, text;
	num line, cells;
};

struct forms_import {
	const char *written; /* the product file; NULL: none */
	VEC(struct imported_file) files;
	VEC(struct unplaced_text) unplaced; /* file by file */
	VEC(str) known;                     /* keys of the product file that were left as they are */
	int64_t cells, placed, unplaced_cells;
};

/* is_whole: everything that was not placed, not only the first of each file. */
void report_forms_import_text(const struct forms_import *f, bool is_whole, unsigned width, struct buf *out);
void report_forms_import_json(const struct forms_import *f, struct buf *out);

#endif
