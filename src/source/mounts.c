#include "source/mounts.h"

#include "format/path.h"

#include <stdlib.h>

/* ---- partitions ------------------------------------------------------------------------------------------------ */

/* "256k", "0x40000", "-" (the rest). */
static bool take_size(str *s, uint64_t *ret)
{
	uint64_t n = 0;
	size_t i = 0;
	bool is_hex = str_starts(*s, "0x");

	if (str_starts(*s, "-")) {
		s->p++, s->n--;
		*ret = UINT64_MAX;
		return true;
	}
	for (i = is_hex ? 2 : 0; i < s->n && n < UINT64_C(1) << 48; i++) {
		char c = s->p[i];

		if (c >= '0' && c <= '9')
			n = n * (is_hex ? 16 : 10) + (uint64_t)(c - '0');
		else if (is_hex && (c | 32) >= 'a' && (c | 32) <= 'f')
			n = n * 16 + (uint64_t)((c | 32) - 'a' + 10);
		else
			break;
	}
	if (!i || (is_hex && i == 2)) return false;
	if (i < s->n) {
		char unit = (char)(s->p[i] | 32);

		if (unit == 'k' || unit == 'm' || unit == 'g') n <<= unit == 'k' ? 10 : unit == 'm' ? 20 : 30, i++;
	}
	s->p += i, s->n -= i;
	*ret = n;
	return true;
}

/* "size@offset(name)ro" between commas. */
static bool take_partition(str *s, uint64_t *at, struct partition *ret)
{
	struct partition p = { .at = *at };
	const char *end;

	if (!take_size(s, &p.size)) return false;
	if (str_starts(*s, "@")) {
		s->p++, s->n--;
		if (!take_size(s, &p.at)) return false;
	}
	if (str_starts(*s, "(")) {
		end = memchr(s->p, ')', s->n);
		if (!end) return false;
		p.name = (str){ s->p + 1, (size_t)(end - s->p) - 1 };
		s->n -= (size_t)(end + 1 - s->p);
		s->p = end + 1;
	}
	while (s->n && *s->p >= 'a' && *s->p <= 'z') s->p++, s->n--; /* ro, lk */
	*at = p.size == UINT64_MAX ? UINT64_MAX : p.at + p.size;
	*ret = p;
	return true;
}

void partitions_find(struct partitions *p, span content, struct arena *keep)
{
	static const char word[] = "mtdparts=";
	str rest = str_from_span(content);
	size_t found;

	while (!p->count && str_find(rest, word, &found)) {
		rest.p += found + sizeof(word) - 1, rest.n -= found + sizeof(word) - 1;

		str s = { rest.p, rest.n < 4096 ? rest.n : 4096 };
		const char *colon = s.n ? memchr(s.p, ':', s.n < 64 ? s.n : 64) : NULL;
		uint64_t at = 0;

		if (!colon) continue;
		s.n -= (size_t)(colon + 1 - s.p), s.p = colon + 1;
		while (p->count < PARTITIONS_MOST && take_partition(&s, &at, &p->rows[p->count])) {
			p->rows[p->count].name = arena_str(keep, p->rows[p->count].name);
			p->count++;
			if (!str_starts(s, ",")) break;
			s.p++, s.n--;
		}
		if (p->count < 2) p->count = 0; /* a help text, a format string */
	}
}

static str without(str s, const char *prefix)
{
	size_t n = strlen(prefix);

	return str_starts(s, prefix) ? (str){ s.p + n, s.n - n } : s;
}

const struct partition *partitions_device(const struct partitions *p, str device)
{
	uint64_t number;

	device = without(device, "/dev/");
	if (!str_starts(device, "mtd")) return NULL;
	if (str_starts(device, "mtd:")) {
		device = without(device, "mtd:");
		for (size_t i = 0; i < p->count; i++)
			if (p->rows[i].name.n && str_equal(p->rows[i].name, device)) return &p->rows[i];
		return NULL;
	}
	device = without(without(without(device, "mtd"), "block"), "/");
	return str_to_u64(device, 10, &number) && number < p->count ? &p->rows[number] : NULL;
}

/* ---- mounts ---------------------------------------------------------------------------------------------------- */

static bool is_storage(str device, str path)
{
	static const char *const built_in[] = { "/dev/mtd", "mtd:", "mtd", "ubi", "/dev/ubi", "/dev/nand" },
				 *const either[] = { "/dev/mmcblk", "/dev/sd", "/dev/block/", "/dev/disk/",
					 "LABEL=", "UUID=", "PARTLABEL=", "PARTUUID=", "/dev/hd" },
				 *const plugged[] = { "mnt", "media", "tmp", "sdcard", "usb", "run", "var/run" };

	if (memchr(device.p, '$', device.n) || memchr(path.p, '$', path.n)) return false;
	for (size_t i = 0; i < sizeof(built_in) / sizeof(*built_in); i++)
		if (str_starts(device, built_in[i])) return true;
	for (size_t i = 0; i < sizeof(plugged) / sizeof(*plugged); i++)
		if (str_starts(path, plugged[i])) return false;
	for (size_t i = 0; i < sizeof(either) / sizeof(*either); i++)
		if (str_starts(device, either[i])) return true;
	return false;
}

static bool add_mount(struct mount mounts[], size_t *count, str device, str path, const struct tree_file *file)
{
	if (!path.n || path.p[0] != '/') return false;
	while (path.n && path.p[0] == '/') path.p++, path.n--;
	while (path.n && path.p[path.n - 1] == '/') path.n--;
	if (!path.n || !device.n || !is_storage(device, path)) return false;
	for (size_t i = 0; i < *count && i < MOUNTS_MOST; i++)
		if (str_equal(mounts[i].path, path)) return true;
	if (*count < MOUNTS_MOST) mounts[*count] = (struct mount){ device, path, file };
	++*count;
	return true;
}

/* "mount -t jffs2 -o ro /dev/mtdblock4 /system": the first word that is no option, and the next. */
static void read_command(str line, const struct tree_file *file, struct mount mounts[], size_t *count)
{
	str word, device = { 0 };

	while (str_word(&line, &word)) {
		if (word.p[0] == '#' || word.p[0] == ';' || word.p[0] == '&' || word.p[0] == '|') return;
		if (word.p[0] == '-') {
			if (str_is(word, "-t") || str_is(word, "-o")) (void)str_word(&line, &word);
			continue;
		}
		while (word.n && (word.p[word.n - 1] == ';' || word.p[word.n - 1] == '"')) word.n--;
		if (!device.n) {
			device = word;
			continue;
		}
		(void)add_mount(mounts, count, device, word, file);
		return;
	}
}

static void read_script(const struct tree_file *file, struct mount mounts[], size_t *count)
{
	str rest = str_from_span(file->content), line;

	while (str_line(&rest, &line)) {
		str words = line, word;
		unsigned before = 0;

		/* "[ -b $x ] && mount ...", "if mount ...", "/bin/mount ..." */
		while (str_word(&words, &word) && word.p[0] != '#' && before++ < 12)
			if (str_is(str_base_name(word), "mount")) {
				read_command(words, file, mounts, count);
				break;
			}
	}
}

size_t mounts_of(const struct tree *t, struct mount mounts[MOUNTS_MOST])
{
	const struct tree_file *fstab = NULL;
	str rest = tree_text(t, "etc/fstab", &fstab), line;
	size_t count = 0;

	while (fstab && str_line(&rest, &line)) {
		str device, path;

		line = str_trim(line);
		if (!line.n || line.p[0] == '#' || !str_word(&line, &device) || !str_word(&line, &path)) continue;
		(void)add_mount(mounts, &count, device, path, fstab);
	}
	for (size_t i = 0; i < t->count; i++) {
		const struct tree_file *file = &t->files[i];
		str text = str_from_span(file->content);

		if (file != fstab && file->type == NODE_FILE && str_starts(text, "#!") && str_find(text, "mount", NULL))
			read_script(file, mounts, &count);
	}
	return count;
}

/* ---- the union ------------------------------------------------------------------------------------------------- */

static int by_path(const void *a, const void *b)
{
	const struct tree_file *x = a, *y = b;
	int order = str_compare(x->path, y->path);

	return order ? order : x->fact < y->fact ? -1 : x->fact > y->fact;
}

struct tree mounts_join(const struct tree *root, const struct tree *other, str path, struct arena *keep)
{
	struct tree joined = *root;
	struct tree_file *files = arena_array(keep, struct tree_file, root->count + other->count);
	size_t n = 0;

	for (size_t i = 0; i < root->count; i++)
		if (!tree_below(&root->files[i], path)) files[n++] = root->files[i];
	for (size_t i = 0; i < other->count; i++) {
		files[n] = other->files[i];
		files[n++].path = arena_printf(keep, "%.*s/%.*s", STR_FMT(path), STR_FMT(other->files[i].path));
	}
	if (n) qsort(files, n, sizeof(*files), by_path);
	joined.files = files;
	joined.count = n;
	joined.is_whole = root->is_whole && other->is_whole;
	return joined;
}
