/* Every format's row, for the table in formats.c and for tests of one format. */
#ifndef ASSAY_FORMAT_FORMATS_H
#define ASSAY_FORMAT_FORMATS_H

#include "format/format.h"

extern const struct format squashfs_format;

#endif
