/* What was written, as JSON values. Each function gives a new reference. */
#ifndef ASSAY_REPORT_WORK_JSON_H
#define ASSAY_REPORT_WORK_JSON_H

#include "base/bytes.h"

#include <jansson.h>

json_t *json_of_written(const char *path);                            /* {written} */
json_t *json_of_forms_written(const char *directory, unsigned forms); /* {forms, directory} */
json_t *json_of_sheet(const char *path, size_t open);                 /* {sheet, open} */

/* Names of a kind: how many, and the first of them. */
enum { TOLD_MOST = 20 };
struct told_names {
	unsigned long count;
	char *names[TOLD_MOST];
};

/* The files of an image, written below a directory. */
struct unpacked {
	unsigned long files, directories, links, cut, left_out; /* left_out: devices, pipes, sockets */
	struct told_names refused;                              /* names that stand for no file there */
	struct told_names leading_out;                          /* links out of their own file system */
};
json_t *json_of_unpacked(const struct unpacked *u, const char *directory);

#endif
