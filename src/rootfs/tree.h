/* The names of one file system, as collectors see them after the walk: sorted by path, links followed inside the tree
 * only. */
#ifndef ASSAY_ROOTFS_TREE_H
#define ASSAY_ROOTFS_TREE_H

#include "base/arena.h"
#include "base/bytes.h"
#include "format/format.h"

struct elf_facts;

struct noted;
struct shortfalls;
struct started;

struct tree_file {
	struct shortfalls
		*shortfalls; /* where a file collector says that it could not look at all of it; NULL: nobody asks */
	struct noted *noted; /* secrets that were written already (noted.h); NULL: nobody asks */
	uint32_t fact;       /* row number of its `file` fact */
	str path;            /* no leading '/': "etc/passwd" */
	enum node_type type;
	uint32_t mode, uid, gid;
	uint64_t size;
	uint64_t at;  /* byte offset in the input of its stored data */
	str target;   /* of a link */
	span content; /* kept when it is small (LIMIT_KEPT_FILE) text, else {NULL, 0} though size > 0 */
	bool is_elf;
	bool is_cut;
};

/* What collectors could not look at in full: a class of theirs, and why. image.c tells it as coverage. */
enum { SHORTFALLS_MOST = 16 };

struct shortfalls {
	struct shortfall {
		const char *class, *reason; /* of static storage */
		str place;                  /* a path, where one says more */
	} rows[SHORTFALLS_MOST];
	size_t count;
};

struct tree {
	struct shortfalls *shortfalls; /* NULL: nobody asks */
	struct started *started;       /* what one collector tells those after it (started.h); NULL: nobody asks */
	const char *const *classes;    /* of the collector that looks at it; NULL: nobody asks */
	const struct tree_file *files; /* sorted by path (str_compare) */
	size_t count;
	uint32_t region;     /* row number of the file system's `region` fact */
	bool is_whole;       /* the reader came to the end of it: "there is none" may be believed */
	bool is_beside_root; /* no root, but of a product that has one: a partition with its data */
	bool is_root;        /* looks like a root file system: has bin or sbin, and etc */
};

/* The file at a path ("etc/passwd", "/etc/passwd"), links followed (at most LIMIT_LINKS, never out of the tree); NULL
 * when there is none. */
const struct tree_file *tree_find(const struct tree *t, str path);
/* The name itself, links not followed; NULL when there is none. */
const struct tree_file *tree_name(const struct tree *t, str path);
/* Its kept content; an empty str when there is no such file or it was not kept. */
str tree_text(const struct tree *t, const char *path, const struct tree_file **ret_file);
/* The first file below `directory` (no slash at the end); then t->files[i + 1] ... while tree_below() is true. t->count
 * when there is none. */
size_t tree_first_below(const struct tree *t, str directory);
bool tree_below(const struct tree_file *file, str directory);

/* "I could not look at all of this": the class is then covered in part. Once per class; the first reason stays. */
void tree_short(const struct tree *t, const char *class, const char *reason);
/* ... at this path, which lives as long as the image. */
void tree_short_at(const struct tree *t, const char *class, const char *reason, str place);
void file_short(const struct tree_file *file, const char *class, const char *reason);

#endif
