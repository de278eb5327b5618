#include "format/formats.h"

/* The first whose magic and probe fit reads the bytes: what is strict comes before what is not. */
const struct format *const formats[] = {
	&uimage_format,
	&fdt_format,
	&tplink_format,
	&trx_format,
	&zigbee_format,
	&ubi_format,
	&squashfs_format,
	&jffs2_format,
	&cpio_format,
	&tar_format,
	&zip_format,
	&ar_format,
	&seven_zip_format,
	&rpm_format,
	&xz_format,
	&gzip_format,
	&zstd_format,
	&bzip2_format,
	&lz4_format,
	&lzma_format,
	&zlib_format,
	&esp_format,
	&iso9660_format,
	NULL,
};
