#include "collect/collect.h"

const struct file_collector *const file_collectors[] = {
	NULL,
};

const struct tree_collector *const tree_collectors[] = {
	NULL,
};
