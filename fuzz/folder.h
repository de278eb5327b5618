/* A folder as a fuzzer can change it: one text, in which "=== etc/passwd" begins a file and "==> etc/link" a link whose
 * target follows. Made into the archive that source/directory.h makes of a folder. */
#ifndef ASSAY_FUZZ_FOLDER_H
#define ASSAY_FUZZ_FOLDER_H

#include "base/buf.h"

/* What stands before the first mark is the content of `first`. */
void folder_archive(str text, str first, struct buf *ret);

#endif
