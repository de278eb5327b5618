/* F2FS as far as its superblock goes: known, so that what it says of the machine that made it is not taken for the
 * product's. */
#ifndef ASSAY_FORMAT_F2FS_H
#define ASSAY_FORMAT_F2FS_H

#include "base/bytes.h"

/* Does the text at `at` lie in the superblock of an F2FS? It holds /proc/version of the machine that made the file
 * system, and of the one that mounted it last. */
bool f2fs_has_banner(span content, uint64_t at);

#endif
