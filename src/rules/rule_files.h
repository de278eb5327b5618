/* The files of a folder of rule data. What cannot be read is a problem of the rules, with the file's name: it never
 * becomes a shorter rule set. */
#ifndef ASSAY_RULES_RULE_FILES_H
#define ASSAY_RULES_RULE_FILES_H

#include "rules/read.h"

/* Names in a folder that begin and end so, in order; a folder that is not there has none. */
size_t rule_files(struct loader *l, str folder, const char *prefix, const char *ending, str **ret_names);

/* The whole of a file; false after a problem that says why not. */
bool rule_file_read(struct loader *l, const char *path, str *ret);

#endif
