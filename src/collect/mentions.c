/* Addresses that are written into files: URLs, and names or numbers of hosts in them. What a device talks to can be read from its image. */
#include "collect/collectors.h"
#include "collect/collect.h"

enum { MENTIONS_A_FILE = 60, URL_MOST = 200 };

static bool wants(const struct tree_file *file, span content)
{
	return content.n < (16u << 20) && (file->is_elf || file->content.p) &&
	       str_find(str_from_span(content), "://", NULL) && !str_starts(file->path, "usr/share/doc") &&
	       !str_starts(file->path, "usr/share/man");
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

static void collect(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	str all = str_from_span(content);
	str seen[MENTIONS_A_FILE];
	size_t count = 0, at = 0, hit;

	(void)scratch;
	while (count < MENTIONS_A_FILE && str_find((str){ all.p + at, all.n - at }, "://", &hit)) {
		size_t from = at + hit, to = from + 3;

		while (from > at && is_letter(all.p[from - 1])) from--;
		while (to < all.n && to - from < URL_MOST && all.p[to] && is_url_char(all.p[to])) to++;

		str url = { all.p + from, to - from };
		bool is_new = to > at + hit + 6 && from < at + hit && !is_format(url);

		for (size_t i = 0; i < count && is_new; i++) is_new = !str_equal(seen[i], url);
		if (is_new && memchr(url.p, '.', url.n)) {
			seen[count++] = url;
			fact_mention(
				f, &(struct fact_mention){
					   .file = file->fact, .at = NUM(from), .kind = STR("url"), .value = url });
		}
		at = to;
	}
}

const struct file_collector collector_mentions = { .name = "mentions", .wants = wants, .collect = collect };
