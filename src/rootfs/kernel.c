/* The configuration that a kernel was built with: in the kernel itself (CONFIG_IKCONFIG: between IKCFG_ST and IKCFG_ED,
 * gzipped), or as a text: what the walk unpacked from a kernel, proc/config.gz, boot/config-*. */
#include "rootfs/collectors.h"
#include "format/explained.h"
#include "rootfs/collect.h"

#include <zlib.h>

enum { CONFIG_MOST = 4 << 20, LINES_MOST = 20000 };

static bool wants(const struct tree_file *file, span content)
{
	(void)file;
	return explained_kernel_config(content) ||
	       (content.n > 4096 && str_find(str_from_span(content), "IKCFG_ST\037\213", NULL));
}

static str inflate_config(span gz, struct arena *scratch)
{
	z_stream z = { .next_in = (Bytef *)(uintptr_t)gz.p, .avail_in = gz.n < UINT32_MAX ? (uInt)gz.n : UINT32_MAX };
	uint8_t *out = arena_bytes(scratch, CONFIG_MOST);

	if (inflateInit2(&z, 15 + 16) != Z_OK) return (str){ 0 };
	z.next_out = out;
	z.avail_out = CONFIG_MOST;

	int result = inflate(&z, Z_FINISH);
	size_t n = CONFIG_MOST - z.avail_out;

	inflateEnd(&z);
	return result == Z_STREAM_END ? (str){ (const char *)out, n } : (str){ 0 };
}

static void collect(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	size_t at = 0;
	str rest = str_from_span(content), line, key;

	if (!explained_kernel_config(content)) {
		if (!str_find(rest, "IKCFG_ST\037\213", &at)) return;
		rest = inflate_config(span_from(content, at + 8, UINT64_MAX), &scratch);
		if (!rest.n) return;
	}

	unsigned count = 0;

	while (count < LINES_MOST && str_line(&rest, &line)) {
		count++;
		if (str_starts(line, "# CONFIG_") && str_ends(line, " is not set")) {
			fact_setting(f, &(struct fact_setting){ .file = file->fact,
						.line = NUM(count),
						.domain = STR("kernel"),
						.key = { line.p + 2, line.n - 2 - strlen(" is not set") },
						.value = STR("n") });
		} else if (str_starts(line, "CONFIG_") && memchr(line.p, '=', line.n) && str_split(&line, '=', &key)) {
			fact_setting(f, &(struct fact_setting){ .file = file->fact,
						.line = NUM(count),
						.domain = STR("kernel"),
						.key = key,
						.value = line });
		}
	}
	if (rest.n)
		fact_covered(f, "kernel", "part", "the kernel's configuration has more lines than are read",
			"the configuration without what it is filled up with");
	else
		fact_covered(f, "kernel", "full", NULL, NULL);
}

/* It vouches for its class itself, where it finds a configuration. */
const struct file_collector collector_kernel = { .name = "kernel",
	.reads = "kernels, for the configuration built into them (IKCONFIG)",
	.classes = { NULL },
	.wants = wants,
	.collect = collect };
