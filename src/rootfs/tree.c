#include "rootfs/tree.h"

#include "base/limits.h"
#include "format/path.h"

static str without_slash(str path)
{
	while (path.n && path.p[0] == '/') path.p++, path.n--;
	return path;
}

static size_t lower_bound(const struct tree *t, str path)
{
	size_t low = 0, high = t->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_compare(t->files[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct tree_file *find_exactly(const struct tree *t, str path)
{
	size_t i = lower_bound(t, path);

	return i < t->count && str_equal(t->files[i].path, path) ? &t->files[i] : NULL;
}

const struct tree_file *tree_name(const struct tree *t, str path)
{
	return find_exactly(t, without_slash(path));
}

const struct tree_file *tree_find(const struct tree *t, str wanted)
{
	struct path rest = { 0 }, at;

	if (!path_add(&rest, wanted) || !rest.n) return NULL;
	for (unsigned links = 0; links < LIMIT_LINKS; links++) {
		str left = { rest.p, rest.n }, part;
		const struct tree_file *file = NULL;
		bool followed = false;

		at.n = 0;
		while (!followed && str_split(&left, '/', &part)) {
			size_t before = at.n;

			if (!path_add(&at, part)) return NULL;
			file = find_exactly(t, (str){ at.p, at.n });
			/* An archive need not list the folders of its files. */
			if (!file && left.n) continue;
			if (!file) return NULL;
			if (file->type != NODE_LINK) continue;

			/* The link's target stands in for its own name, then comes what was left. */
			str target = file->target;

			at.n = target.n && target.p[0] == '/' ? 0 : before;
			if (!path_add(&at, target) || (left.n && !path_add(&at, left))) return NULL;
			rest = at;
			followed = true;
		}
		if (!followed) return file;
	}
	return NULL;
}

static void add_shortfall(struct shortfalls *all, const char *class, const char *reason, str place)
{
	if (!all || all->count == SHORTFALLS_MOST) return;
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->rows[i].class, class) == 0) return;
	all->rows[all->count++] = (struct shortfall){ class, reason, place };
}

str tree_text(const struct tree *t, const char *path, const struct tree_file **ret_file)
{
	const struct tree_file *file = tree_find(t, str_of(path));

	if (!file || file->type != NODE_FILE) return (str){ 0 };
	if (!file->content.p) {
		/* It is there, and who asks for it does not get it. */
		for (size_t i = 0; file->size && !file->is_elf && t->classes && t->classes[i]; i++)
			add_shortfall(t->shortfalls, t->classes[i], "a file is too large to be read, or is no text",
				file->path);
		return (str){ 0 };
	}
	if (ret_file) *ret_file = file;
	return str_from_span(file->content);
}

bool tree_below(const struct tree_file *file, str directory)
{
	directory = without_slash(directory);
	return file->path.n > directory.n && memcmp(file->path.p, directory.p, directory.n) == 0 &&
	       file->path.p[directory.n] == '/';
}

size_t tree_first_below(const struct tree *t, str directory)
{
	char first[LIMIT_PATH];

	directory = without_slash(directory);
	if (directory.n + 1 > sizeof(first)) return t->count;
	memcpy(first, directory.p, directory.n);
	first[directory.n] = '/';

	size_t i = lower_bound(t, (str){ first, directory.n + 1 });

	return i < t->count && tree_below(&t->files[i], directory) ? i : t->count;
}

void tree_short(const struct tree *t, const char *class, const char *reason)
{
	add_shortfall(t->shortfalls, class, reason, (str){ 0 });
}

void tree_short_at(const struct tree *t, const char *class, const char *reason, str place)
{
	add_shortfall(t->shortfalls, class, reason, place);
}

void file_short(const struct tree_file *file, const char *class, const char *reason)
{
	add_shortfall(file->shortfalls, class, reason, (str){ 0 });
}
