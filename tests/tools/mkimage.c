/* mkimage uimage|trx|tplink OUT PART...: wraps parts in the header of a router image, as the vendors' own tools do. For the demo, the benchmarks and tests. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

struct bytes {
	unsigned char *p;
	size_t n;
};

static struct bytes slurp(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct bytes b = { 0 };

	if (!f || fseek(f, 0, SEEK_END)) {
		perror(path);
		exit(1);
	}
	b.n = (size_t)ftell(f);
	rewind(f);
	b.p = malloc(b.n + 1);
	if (!b.p || fread(b.p, 1, b.n, f) != b.n) {
		perror(path);
		exit(1);
	}
	fclose(f);
	return b;
}

static void put(unsigned char *p, uint32_t v, int is_big)
{
	for (int i = 0; i < 4; i++) p[is_big ? 3 - i : i] = (unsigned char)(v >> (8 * i));
}

/* U-Boot's legacy image: header, then (as a multi-file image) the sizes of the parts, then the parts. */
static void uimage(FILE *out, struct bytes *parts, int count)
{
	unsigned char header[64] = { 0 }, sizes[64] = { 0 };
	uLong crc = crc32(0, NULL, 0);
	size_t table = count > 1 ? 4 * ((size_t)count + 1) : 0, total = table;

	for (int i = 0; i < count; i++) {
		put(sizes + 4 * i, (uint32_t)parts[i].n, 1);
		total += (parts[i].n + 3) & ~(size_t)3;
	}
	crc = crc32(crc, sizes, (uInt)table);
	for (int i = 0; i < count; i++) {
		static const unsigned char zeros[4];

		crc = crc32(crc, parts[i].p, (uInt)parts[i].n);
		crc = crc32(crc, zeros, (uInt)(-parts[i].n & 3));
	}
	put(header, 0x27051956, 1);
	put(header + 12, (uint32_t)total, 1);
	put(header + 16, 0x80008000, 1);
	put(header + 20, 0x80008000, 1);
	put(header + 24, (uint32_t)crc, 1);
	header[28] = 5;                 /* Linux */
	header[29] = 2;                 /* ARM */
	header[30] = count > 1 ? 4 : 7; /* multi-file; file system */
	snprintf((char *)header + 32, 32, "demo router");
	put(header + 4, (uint32_t)crc32(crc32(0, NULL, 0), header, 64), 1);
	fwrite(header, 1, 64, out);
	fwrite(sizes, 1, table, out);
	for (int i = 0; i < count; i++) {
		fwrite(parts[i].p, 1, parts[i].n, out);
		fwrite("\0\0\0", 1, -parts[i].n & 3, out);
	}
}

/* TRX version 1: header with up to three offsets, the CRC over all that follows it. */
static void trx(FILE *out, struct bytes *parts, int count)
{
	size_t total = 28;
	unsigned char *all;

	for (int i = 0; i < count; i++) total += (parts[i].n + 3) & ~(size_t)3;
	all = calloc(1, total);
	if (!all) exit(1);
	memcpy(all, "HDR0", 4);
	put(all + 4, (uint32_t)total, 0);
	put(all + 12, 1u << 16, 0);

	size_t at = 28;

	for (int i = 0; i < count && i < 3; i++) {
		put(all + 16 + 4 * i, (uint32_t)at, 0);
		memcpy(all + at, parts[i].p, parts[i].n);
		at += (parts[i].n + 3) & ~(size_t)3;
	}
	put(all + 8, (uint32_t)~crc32(crc32(0, NULL, 0), all + 12, (uInt)(total - 12)), 0);
	fwrite(all, 1, total, out);
	free(all);
}

/* TP-Link's first header: version, vendor, offsets and lengths of kernel and root file system, big-endian. */
static void tplink(FILE *out, struct bytes *parts, int count)
{
	enum { HEADER = 512, KERNEL = 0x100000 };
	unsigned char header[HEADER] = { 0 };
	struct bytes kernel = parts[0], root = count > 1 ? parts[1] : (struct bytes){ 0 };
	size_t total = HEADER + KERNEL + root.n;

	if (kernel.n > KERNEL - HEADER) {
		fprintf(stderr, "the kernel is too large for its partition\n");
		exit(1);
	}
	put(header, 0x01000000, 1);
	memcpy(header + 4, "TP-LINK Technologies", 20);
	memcpy(header + 28, "ver. 1.0", 8);
	put(header + 64, 0x08410010, 1);
	put(header + 68, 1, 1);
	put(header + 116, 0x80002000, 1);
	put(header + 120, 0x80002000, 1);
	put(header + 124, (uint32_t)total, 1);
	put(header + 128, HEADER, 1);
	put(header + 132, (uint32_t)kernel.n, 1);
	put(header + 136, HEADER + KERNEL, 1);
	put(header + 140, (uint32_t)root.n, 1);
	fwrite(header, 1, HEADER, out);
	fwrite(kernel.p, 1, kernel.n, out);
	for (size_t i = kernel.n; i < KERNEL; i++) fputc(0xff, out);
	fwrite(root.p, 1, root.n, out);
}

int main(int argc, char **argv)
{
	struct bytes parts[8] = { 0 };
	int count = argc - 3;
	FILE *out = argc > 3 ? fopen(argv[2], "wb") : NULL;

	if (!out || count > 8) {
		fprintf(stderr, "usage: mkimage uimage|trx|tplink OUT PART...\n");
		return 64;
	}
	for (int i = 0; i < count; i++) parts[i] = slurp(argv[3 + i]);
	if (strcmp(argv[1], "uimage") == 0)
		uimage(out, parts, count);
	else if (strcmp(argv[1], "trx") == 0)
		trx(out, parts, count);
	else
		tplink(out, parts, count);
	for (int i = 0; i < count; i++) free(parts[i].p);
	return fclose(out) ? 1 : 0;
}
