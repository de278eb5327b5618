/* Collectors turn what was found into facts. They run in the jail, know nothing of checks or schemes, and are rows of
 * two tables:
 *
 * file collectors see each file once, with its content, while the image is walked (ELF, keys and certificates, version
 * strings, addresses); tree collectors see each file system once, after the walk, with its small text files kept
 * (accounts, start-up, settings, updates).
 *
 * Every row says where it comes from: file (the fact number of the file) and at (byte offset inside that file) or line
 * (from 1). A finding's place should be shown as a person would look it up; for text that means line and excerpt.
 */
#ifndef ASSAY_ROOTFS_COLLECT_H
#define ASSAY_ROOTFS_COLLECT_H

#include "rootfs/tree.h"
#include "evidence/facts.h"

enum { COLLECTOR_CLASSES = 6 };

struct file_collector {
	const char *name;  /* "elf" */
	const char *reads; /* which files and forms could hold such a fact and are looked at: doc/coverage.md */
	/* Coverage classes (rules/classes.yaml) that it vouches for when the files of a whole root file system went
	 * through it; NULL ends the list. */
	const char *classes[COLLECTOR_CLASSES];
	/* Cheap: does it want this file at all? */
	bool (*wants)(const struct tree_file *file, span content);
	/* content is whole unless file->is_cut. Faults in the file are facts, not failures; scratch dies on return. */
	void (*collect)(struct facts *f, const struct tree_file *file, span content, struct arena scratch);
	/* Where a thing lies and who may read it matters: copies of what was seen before are looked at too, when they
	 * are small. */
	bool each_name;
	bool any_size; /* ... and when they are large: what it does costs no more than their digest */
};

struct tree_collector {
	const char *name;                       /* "accounts" */
	const char *reads;                      /* the same */
	const char *classes[COLLECTOR_CLASSES]; /* the same, of the tree */
	void (*collect)(struct facts *f, const struct tree *t, struct arena scratch);
};

extern const struct file_collector *const file_collectors[]; /* NULL ends; in collectors.c */
extern const struct tree_collector *const tree_collectors[];

/* One line of a text file as an excerpt, so that `explain` can show it without the image. What looks like a secret in
 * it is masked (mask.h). */
void collect_excerpt(struct facts *f, const struct tree_file *file, uint64_t at, uint32_t line, str text);

#endif
