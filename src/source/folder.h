/* The files of a folder, one by one, each to be read as an input of its own. */
#ifndef ASSAY_SOURCE_FOLDER_H
#define ASSAY_SOURCE_FOLDER_H

#include "base/vec.h"

struct folder_file {
	const char *path; /* to open it by */
	str name;         /* below the folder */
	bool is_other;    /* a link, a device, a hidden name: told, and not looked into */
};
typedef VEC(struct folder_file) folder_files;

extern const struct fault folder_unreadable, folder_too_large;

/* In order of names. A path that is a file gives that file. err.at: errno. */
err folder_list(struct arena *keep, const char *path, folder_files *ret);

#endif
