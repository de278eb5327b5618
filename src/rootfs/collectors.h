/* The collectors, one file each; collectors.c lists them. */
#ifndef ASSAY_ROOTFS_COLLECTORS_H
#define ASSAY_ROOTFS_COLLECTORS_H

#include "rootfs/collect.h"

extern const struct file_collector collector_programs, collector_secrets, collector_versions, collector_kernel,
	collector_mentions;
extern const struct tree_collector collector_accounts, collector_boot, collector_settings, collector_packages,
	collector_updates, collector_web_users;

#endif
