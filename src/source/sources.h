/* What a user hands over, kind by kind: one table (sources.c), used by check and batch, by help and "next", by what is
 * said of a file of another kind, by the fuzz targets, and by the tests that hold it to the rule data. A new kind (a
 * capture, an SBOM, a guard's journal) is one row and its reader.
 */
#ifndef ASSAY_SOURCE_SOURCES_H
#define ASSAY_SOURCE_SOURCES_H

#include "base/buf.h"
#include "evidence/facts.h"
#include "jail/roles.h"
#include "source/opened.h"

/* The folder in a product folder whose files are told apart by their content. */
#define PRODUCT_INPUTS "inputs"

/* In the order in which they are read. */
enum source_kind { SOURCE_IMAGE, SOURCE_PRODUCT, SOURCE_PRACTICES, SOURCE_TRIALS, SOURCE_DECLARATION, SOURCE_KINDS };

enum source_shape {
	SHAPE_FILE = 1,    /* one file is one input */
	SHAPE_FOLDER = 2,  /* a folder is one input, as an archive of it */
	SHAPE_FOLDERS = 4, /* a folder holds inputs, one a file */
};

/* A way in which a product brings a kind of source. */
struct source_way {
	const char *given;    /* how it is handed to "assay check": "--product FILE"; "INPUT": a word of the command */
	const char *key;      /* of a list of products (assay batch --list); NULL: a list cannot name it */
	const char *files[3]; /* what it is called in a product folder (work/product_folder.h); NULL ends */
	bool repeats;         /* there may be several */
	const char *what;     /* as help says it */
};

struct declared_words;
struct source_row {
	const char
		*name; /* stands in input.kind and in run.collector; where a folder becomes an archive, "directory" */
	struct source_way ways[5]; /* in the order in which they are read; one without `given` ends */
	const char *what;          /* what a person calls it, and what to bring */
	unsigned shapes;           /* of enum source_shape */
	const struct jail_role *role;
	/* Whether it looks like one, by content alone; cheap, and wrong at most where two kinds look the same. NULL:
	 * nothing tells. */
	bool (*recognise)(const struct opened *o);
	/* In the jail. words: what the rules know (declare/declare.h); NULL: nobody asks. ret_detail: what is wrong
	 * with it, in a sentence, or a line each. */
	err (*read)(struct facts *f, const struct opened *o, str name, const struct declared_words *words,
		struct buf *ret_detail);
	const char *const *
		/* of facts (rules/classes.yaml) that it can give; NULL ends. "document.*" stands for all that begin
		 * like it */
		classes;
};

extern const struct source_row sources[SOURCE_KINDS];

/* The kind that a thing looks like, the most particular first; SOURCE_KINDS when nothing tells. */
enum source_kind source_recognised(const struct opened *o);

/* The way of a kind that has this name in a product folder; NULL: none. */
const struct source_way *source_way_named(enum source_kind kind, const char *name);
/* The way of an option of "assay check", as "--product"; NULL: it is none of a source. */
const struct source_way *source_way_of(const char *option);
/* "INPUT, --product FILE or --practices DIR": the first way of each kind that is wanted; nothing where none is. */
void source_ways_list(struct buf *out, bool (*is_wanted)(const void *self, enum source_kind kind), const void *self);

/* The next kind after `from` that can give facts of a class; SOURCE_KINDS: none. Begin with SOURCE_IMAGE. */
enum source_kind source_giving(str class, enum source_kind from);

#endif
