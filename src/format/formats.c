#include "format/formats.h"

const struct format *const formats[] = {
	&squashfs_format,
	NULL,
};
