#include "format/format.h"

const struct format *const formats[] = {
	NULL,
};
