#include "case_file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

struct reading {
	struct arena *keep;
	struct rule_cases *cases;
	struct rule_case *open; /* the case that lines go to */
	const char *file;
	uint32_t line;
};

static void complain(struct reading *r, const char *what, str word)
{
	*vec_add(r->keep, &r->cases->problems) =
		arena_printf(r->keep, "%s:%u: %s: %.*s", r->file, r->line, what, STR_FMT(word));
}

static void add_covered(struct reading *r, str list)
{
	struct rule_case *c = r->open;
	VEC(str) classes = { 0 };
	str class;

	for (size_t i = 0; i < c->covered_count; i++) *vec_add(r->keep, &classes) = c->covered[i];
	while (str_split(&list, ',', &class))
		if (str_trim(class).n) *vec_add(r->keep, &classes) = str_trim(class);
	c->covered = classes.p;
	c->covered_count = classes.n;
}

static void set_expected(struct reading *r, str word)
{
	static const enum verdict outcomes[] = { VERDICT_PASS, VERDICT_FAIL, VERDICT_INCONCLUSIVE };

	for (size_t i = 0; i < sizeof(outcomes) / sizeof(*outcomes); i++) {
		if (!str_is(word, verdict_word(outcomes[i]))) continue;
		r->open->expect = outcomes[i];
		return;
	}
	complain(r, "a check's outcome is pass, fail or inconclusive", word);
}

/* "-- key: value"; false: a comment of its own. */
static bool read_key(struct reading *r, str line, str check)
{
	str rest = str_trim((str){ line.p + 2, line.n - 2 }), key;

	if (!str_split(&rest, ':', &key) || !rest.p) return false;
	rest = str_trim(rest);
	if (str_is(key, "case")) {
		r->open = vec_add(r->keep, &r->cases->all);
		*r->open = (struct rule_case){
			.check = check, .name = rest, .place = { .file = r->file, .line = r->line, .column = 1 }
		};
		return true;
	}
	if (!r->open) {
		complain(r, "a file begins with \"-- case:\"", line);
	} else if (str_is(key, "expect")) {
		set_expected(r, rest);
	} else if (str_is(key, "finding")) {
		r->open->finding = rest;
	} else if (str_is(key, "covered")) {
		add_covered(r, rest);
	} else {
		return false;
	}
	return true;
}

static void read_lines(struct reading *r, str text, str check)
{
	str line;

	while (str_line(&text, &line)) {
		r->line++;
		if (str_starts(line, "--") && read_key(r, line, check)) continue;
		if (!str_trim(line).n || str_starts(line, "--")) continue;
		if (!r->open)
			complain(r, "a file begins with \"-- case:\"", line);
		else if (!r->open->sql.n)
			r->open->sql = line;
		else
			r->open->sql.n = (size_t)(line.p + line.n - r->open->sql.p);
	}
}

static str read_whole(struct arena *keep, const char *path)
{
	FILE *file = fopen(path, "rb");
	enum { MOST = 1 << 20 };
	char *p = (char *)arena_bytes(keep, MOST);
	size_t n = file ? fread(p, 1, MOST, file) : 0;

	if (file) fclose(file);
	return (str){ p, n };
}

static int by_text(const void *a, const void *b)
{
	return str_compare(*(const str *)a, *(const str *)b);
}

void case_files_read(struct arena *keep, const char *folder, struct rule_cases *ret)
{
	VEC(str) names = { 0 };
	DIR *dir = opendir(folder);

	*ret = (struct rule_cases){ 0 };
	for (struct dirent *entry; dir && (entry = readdir(dir));)
		if (str_ends(str_of(entry->d_name), ".sql"))
			*vec_add(keep, &names) = arena_str(keep, str_of(entry->d_name));
	if (dir) closedir(dir);
	if (names.n) qsort(names.p, names.n, sizeof(*names.p), by_text);
	for (size_t i = 0; i < names.n; i++) {
		struct reading r = { .keep = keep, .cases = ret };

		r.file = arena_printf(keep, "%s/%s", folder, names.p[i].p).p;
		read_lines(&r, read_whole(keep, r.file), (str){ names.p[i].p, names.p[i].n - strlen(".sql") });
		for (size_t k = 0; k < ret->all.n; k++)
			if (ret->all.p[k].place.file == r.file && ret->all.p[k].expect == VERDICT_NOT_APPLICABLE)
				complain(&r, "the case does not say what it expects", ret->all.p[k].name);
	}
}
