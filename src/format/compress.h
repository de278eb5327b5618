/* Compression by library: blocks of known greatest size (file systems) and streams (files, kernels, images). Pure
 * functions. */
#ifndef ASSAY_FORMAT_COMPRESS_H
#define ASSAY_FORMAT_COMPRESS_H

#include "base/arena.h"
#include "base/bytes.h"

enum compression {
	COMPRESSION_NONE,
	COMPRESSION_ZLIB,
	COMPRESSION_LZMA,
	COMPRESSION_LZO,
	COMPRESSION_XZ,
	COMPRESSION_LZ4,
	COMPRESSION_ZSTD,
	COMPRESSION_GZIP,
	COMPRESSION_BZIP2
};

/* One block into out[room]; ret_n: bytes written. ZLIB is a zlib stream (RFC 1950), LZMA an lzma-alone stream, LZ4 a
 * raw block, LZO a raw LZO1X block. */
err block_unpack(enum compression kind, span in, uint8_t *out, size_t room, size_t *ret_n);

/* One stream to its end into `keep`, at most `most` bytes (limit.unpacked when it would grow over that). ret_used:
 * bytes of `in` that belonged to it. When the stream is broken or cut, *ret_out and *ret_used say how far it came, and
 * the error says where in `in`. */
err stream_unpack(enum compression kind, span in, struct arena *keep, uint64_t most, span *ret_out, uint64_t *ret_used);

const char *compression_name(enum compression kind);

extern const struct fault compress_broken, compress_limit;

#endif
