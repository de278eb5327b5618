/* Which files a configuration is: what the started program is told to read, and what a file includes. */
#include "base/limits.h"
#include "rootfs/settings.h"

#include <fnmatch.h>

const struct tree_file *setting_file(const struct tree *t, str path)
{
	const struct tree_file *file = tree_find(t, path);

	if (!file || file->type != NODE_FILE) return NULL;
	if (!file->content.p && file->size)
		tree_short(t, "settings", "a configuration file is too large, or is no text");
	return file->content.p ? file : NULL;
}

/* ---- includes ---------------------------------------------------------------------------------------------------- */

static bool is_pattern(str path)
{
	for (size_t i = 0; i < path.n; i++)
		if (strchr("*?[", path.p[i])) return true;
	return false;
}

/* Folders that are filled while the device runs: what they will hold is not in the image. */
static bool is_made_later(str path)
{
	static const char *const folders[] = { "/var/", "/tmp/", "/run/", "/mnt/", "/data/", "/overlay/" };

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++)
		if (str_starts(path, folders[i])) return true;
	return false;
}

static void include_one(struct settings *s, str path, unsigned depth,
	void (*each)(void *self, const struct tree_file *file, unsigned depth), void *self)
{
	const struct tree_file *file = tree_find(s->tree, path);

	if (!file || file->type == NODE_DIRECTORY) {
		if (!file && (is_made_later(path) || !s->tree->is_whole))
			tree_short(s->tree, "settings", "a configuration includes a file that is not in the image");
		return;
	}
	if (depth >= INCLUDE_DEPTH_MOST || s->included >= INCLUDED_MOST) {
		tree_short(s->tree, "settings", "configuration files include more than is followed");
		return;
	}
	s->included++;
	file = setting_file(s->tree, path);
	if (file) each(self, file, depth + 1);
}

void settings_include(struct settings *s, str pattern, unsigned depth,
	void (*each)(void *self, const struct tree_file *file, unsigned depth), void *self)
{
	const struct tree *t = s->tree;
	char text[LIMIT_PATH];
	size_t folder = 0;

	while (pattern.n && pattern.p[0] == '/' && pattern.n > 1 && pattern.p[1] == '/') pattern.p++, pattern.n--;
	if (!is_pattern(pattern)) {
		include_one(s, pattern, depth, each, self);
		return;
	}
	if (pattern.n >= sizeof(text) || pattern.p[0] != '/') return;
	if (is_made_later(pattern))
		tree_short(t, "settings", "a configuration includes a folder that the device fills itself");
	memcpy(text, pattern.p, pattern.n);
	text[pattern.n] = '\0';
	for (size_t i = 0; i < pattern.n && !strchr("*?[", text[i]); i++)
		if (text[i] == '/') folder = i;

	str under = { text + 1, folder ? folder - 1 : 0 };

	if (!under.n) return;
	for (size_t k = tree_first_below(t, under); k < t->count && tree_below(&t->files[k], under); k++) {
		struct arena scratch = *s->keep;
		str path = arena_printf(&scratch, "/%.*s", STR_FMT(t->files[k].path));

		if (fnmatch(text, path.p, FNM_PATHNAME | FNM_PERIOD) == 0)
			include_one(s, (str){ t->files[k].path.p, t->files[k].path.n }, depth, each, self);
	}
}

/* ---- where it begins --------------------------------------------------------------------------------------------- */

static void add_source(struct setting_sources *all, const struct tree_file *file, const struct started_program *program)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->all[i].file == file && all->all[i].program == program) return;
	if (all->count == sizeof(all->all) / sizeof(*all->all)) return;
	all->all[all->count].file = file;
	all->all[all->count++].program = program;
}

static void add_usual(struct setting_sources *all, const struct tree *t, const struct started_program *program,
	const char *const *usual)
{
	for (; *usual; usual++) {
		const struct tree_file *file = setting_file(t, str_of(*usual));

		if (file) add_source(all, file, program);
		/* The first that is there is the one that the program was built for. */
		if (file) return;
	}
	if (program) add_source(all, NULL, program);
}

/* A path of the command line is relative to the folder that the program is started in: the root, or that of its own
 * files. */
static const struct tree_file *find_told(const struct tree *t, str path, const char *const *usual, struct arena scratch)
{
	const struct tree_file *file = setting_file(t, path);

	for (; !file && path.p[0] != '/' && *usual; usual++) {
		str own = str_of(*usual);

		own.n -= str_base_name(own).n;
		file = setting_file(t, arena_printf(&scratch, "%.*s%.*s", STR_FMT(own), STR_FMT(path)));
	}
	return file;
}

static bool is_path_word(str word)
{
	return word.n > 1 && !strchr("<>&|$-", word.p[0]) && !(word.p[0] >= '0' && word.p[0] <= '9') &&
	       (memchr(word.p, '/', word.n) || str_ends(word, ".conf"));
}

struct setting_sources setting_sources(const struct tree *t, const char *program, char option, const char *with_value,
	const char *const *usual, struct arena scratch)
{
	struct setting_sources all = { 0 };
	size_t count = t->started ? t->started->count : 0;
	bool has_own = false;

	for (size_t i = 0; i < count; i++) {
		const struct started_program *p = &t->started->programs[i];
		struct options o = { .program = p, .with_value = with_value };
		bool is_told = false;
		str value;
		char letter;

		if (!str_is(p->name, program)) continue;
		while (options_next(&o, &letter, &value)) {
			if (letter != option || (!option && !is_path_word(value)) || !value.n) continue;

			const struct tree_file *file =
				memchr(value.p, '$', value.n) ? NULL : find_told(t, value, usual, scratch);

			is_told = true;
			if (file) add_source(&all, file, p);
			if (!file)
				tree_short(t, "settings",
					"the configuration that a server is started with is not in the image");
		}
		if (!is_told) add_usual(&all, t, p, usual);
		has_own |= p->enabled == YES;
	}
	/* What nothing is seen to start may be started out of sight. */
	if (!has_own) add_usual(&all, t, NULL, usual);
	return all;
}
