/* Addresses that are written into files: URLs, and names or numbers of hosts in them. What a device talks to can be
 * read from its image. */
#include "rootfs/collectors.h"
#include "rootfs/collect.h"
#include "base/mask.h"

enum { MENTIONS_A_FILE = 60, URL_MOST = 200 };

/* The root may lie in a folder of its archive. */
static bool is_documentation(str path)
{
	static const char *const folders[] = { "usr/share/doc", "usr/share/man" };

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		size_t at;

		if (str_find(path, folders[i], &at) && (!at || path.p[at - 1] == '/')) return true;
	}
	return false;
}

static bool wants(const struct tree_file *file, span content)
{
	bool is_text = file->content.p != NULL;

	return content.n < (16u << 20) && !is_documentation(file->path) &&
	       (is_text || (file->is_elf && str_find(str_from_span(content), "://", NULL)));
}

static bool is_url_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       strchr("-._~:/?#[]@!$&'*+,;=%", c);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+';
}

static bool is_format(str url)
{
	return memchr(url.p, '%', url.n) && (str_find(url, "%s", NULL) || str_find(url, "%d", NULL));
}

/* "192.0.2.7": four numbers up to 255. In programs such strings are as often versions, so only text is looked at;
 * addresses that mean "any", "none" or "here" tell nothing. */
static bool is_address(str s)
{
	str part;
	unsigned parts = 0;
	uint64_t value, first = 0;

	for (str rest = s; str_split(&rest, '.', &part); parts++) {
		if (part.n > 3 || !str_to_u64(part, 10, &value) || value > 255) return false;
		if (!parts) first = value;
	}
	return parts == 4 && first != 0 && first != 127 && first != 255;
}

static void collect_addresses(struct facts *f, const struct tree_file *file, str all)
{
	str seen[MENTIONS_A_FILE];
	size_t count = 0;

	for (size_t at = 0; at < all.n && count < MENTIONS_A_FILE;) {
		size_t n = 0;

		while (at + n < all.n && ((all.p[at + n] >= '0' && all.p[at + n] <= '9') || all.p[at + n] == '.')) n++;

		str text = { all.p + at, n };
		bool is_alone = !at || !is_url_char(all.p[at - 1]) || strchr("=:/@,\"'", all.p[at - 1]);
		bool is_new = n >= 7 && is_alone && is_address(text);

		for (size_t i = 0; i < count && is_new; i++) is_new = !str_equal(seen[i], text);
		if (is_new) {
			seen[count++] = text;
			fact_mention(
				f, &(struct fact_mention){
					   .file = file->fact, .at = NUM(at), .kind = STR("address"), .value = text });
		}
		at += n ? n : 1;
	}
	if (count == MENTIONS_A_FILE) file_short(file, "mentions", "a file has more addresses than are read");
}

static void collect(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	str all = str_from_span(content);
	str seen[MENTIONS_A_FILE];
	size_t count = 0, at = 0, hit;

	(void)scratch;
	if (file->content.p) collect_addresses(f, file, all);
	while (count < MENTIONS_A_FILE && str_find((str){ all.p + at, all.n - at }, "://", &hit)) {
		size_t from = at + hit, to = from + 3;

		while (from > at && is_letter(all.p[from - 1])) from--;
		while (to < all.n && to - from < URL_MOST && all.p[to] && is_url_char(all.p[to])) to++;

		str url = { all.p + from, to - from };
		bool is_new = to > at + hit + 6 && from < at + hit && !is_format(url);

		for (size_t i = 0; i < count && is_new; i++) is_new = !str_equal(seen[i], url);
		if (is_new && memchr(url.p, '.', url.n)) {
			char room[MASK_LINE_MOST + 64];

			seen[count++] = url;
			fact_mention(f, &(struct fact_mention){ .file = file->fact,
						.at = NUM(from),
						.kind = STR("url"),
						.value = mask_secrets(url, room) });
		}
		at = to;
	}
	if (count == MENTIONS_A_FILE) file_short(file, "mentions", "a file has more addresses than are read");
}

const struct file_collector collector_mentions = { .name = "mentions",
	.reads = "addresses and URLs in every file; the first of each file only",
	.classes = { "mentions" },
	.wants = wants,
	.collect = collect };
