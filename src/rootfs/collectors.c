#include "rootfs/collectors.h"

const struct file_collector *const file_collectors[] = {
	&collector_programs,
	&collector_secrets,
	&collector_versions,
	&collector_kernel,
	&collector_mentions,
	NULL,
};

const struct tree_collector *const tree_collectors[] = {
	&collector_accounts,
	&collector_web_users,
	&collector_boot, /* notes what is started (started.h) for */
	&collector_settings,
	&collector_packages,
	&collector_updates,
	NULL,
};
