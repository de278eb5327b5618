/* What a user hands over, kind by kind: one table (sources.c), used by check and batch, by help, by what is said of a file of another kind, and by the
 * tests that hold it to the rule data. A new kind (a capture, an SBOM, a guard's journal) is one row and its reader.
 */
#ifndef ASSAY_SOURCE_SOURCES_H
#define ASSAY_SOURCE_SOURCES_H

#include "base/buf.h"
#include "evidence/facts.h"
#include "jail/roles.h"
#include "source/opened.h"

enum source_kind { SOURCE_IMAGE, SOURCE_PRODUCT, SOURCE_DECLARATION, SOURCE_PRACTICES, SOURCE_KINDS };

enum source_shape {
	SHAPE_FILE = 1,    /* one file is one input */
	SHAPE_FOLDER = 2,  /* a folder is one input, as an archive of it */
	SHAPE_FOLDERS = 4, /* a folder holds inputs, one a file */
};

struct source_row {
	const char
		*name; /* stands in input.kind and in run.collector; where a folder becomes an archive, "directory" */
	const char *given; /* how it is handed to "assay check" */
	const char *what;  /* what a person calls it, and what to bring */
	unsigned shapes;   /* of enum source_shape */
	const struct jail_role *role;
	/* Whether it looks like one, by content alone; cheap, and wrong at most where two kinds look the same. NULL: nothing tells. */
	bool (*recognise)(const struct opened *o);
	/* In the jail. ret_detail: what is wrong with it, in a sentence. */
	err (*read)(struct facts *f, const struct opened *o, str name, struct buf *ret_detail);
	const char *const *
		classes; /* of facts (rules/classes.yaml) that it can give; NULL ends. "document.*" stands for all that begin like it */
};

extern const struct source_row sources[SOURCE_KINDS];

/* The kind that a thing looks like, the most particular first; SOURCE_KINDS when nothing tells. */
enum source_kind source_recognised(const struct opened *o);

/* The next kind after `from` that can give facts of a class; SOURCE_KINDS: none. Begin with SOURCE_IMAGE. */
enum source_kind source_giving(str class, enum source_kind from);

#endif
