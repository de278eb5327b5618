/* Sections put into a product file that stands already, text into text: what a person wrote there stays as it is. Runs
 * in the jail. */
#ifndef ASSAY_DECLARE_MERGE_H
#define ASSAY_DECLARE_MERGE_H

#include "base/buf.h"
#include "base/vec.h"

struct merge_entry {
	str key;  /* what tells it apart: its name; empty: it is always added */
	str text; /* lines of a list's item, beginning with "- ", each ended by LF, not indented */
};

struct merge_section {
	const char *name;    /* "services" */
	const char *keys[3]; /* of an entry in the file: their values, joined by blanks, are its key */
	bool is_none;        /* the list is there and has no entry */
	VEC(struct merge_entry) entries;
};

extern const struct fault merge_not_a_list;

/* What stands there already is not added again: its key goes, a line each, to *ret_known. err.at is the line, detail
 * says what. */
err product_merge(span old, const struct merge_section *sections, size_t count, struct buf *out, struct buf *ret_known,
	struct buf *detail);

#endif
