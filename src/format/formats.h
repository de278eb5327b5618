/* Every format's row, for the table in formats.c and for tests of one format. */
#ifndef ASSAY_FORMAT_FORMATS_H
#define ASSAY_FORMAT_FORMATS_H

#include "format/format.h"

/* Images: a header around a kernel, a file system, a boot loader. */
extern const struct format uimage_format, tplink_format, trx_format, fdt_format, zigbee_format, esp_format, ubi_format,
	gpt_format, mbr_format, sparse_format, boot_format;

/* File systems. */
extern const struct format squashfs_format, jffs2_format, ubifs_format, cramfs_format, romfs_format, ext_format,
	fat_format, erofs_format;

/* Archives. */
extern const struct format cpio_format, cpio_binary_format, tar_format, tar_v7_format, zip_format, ar_format,
	seven_zip_format, iso9660_format, rpm_format;

/* Streams. */
extern const struct format gzip_format, xz_format, lzma_format, zstd_format, lz4_format, bzip2_format, zlib_format;

#endif
