#include "declare/practices_pages.h"

#include "base/limits.h"
#include "base/directory_archive.h"

#include <stdlib.h>
#include <sys/stat.h>

const struct fault practices_no_index = { FAULT_INPUT, "practices.no-index",
	"there is no " PRACTICES_INDEX
	" in it, which says what its documents show; \"assay practices new DIR\" writes one" };
const struct fault practices_damaged = { FAULT_INPUT, "practices.damaged", "the folder changed while it was read" };

static const char *const kinds[] = { "record", "procedure", "review", "measurement", NULL };
static const char *const outcomes[] = { "done", "failed", "not-done", NULL };

/* ---- the folder -------------------------------------------------------------------------------------------------- */

static const char *trouble_of(const struct directory_entry *entry)
{
	if (S_ISLNK(entry->mode)) return "link";
	if (!S_ISREG(entry->mode)) return "special";
	if (!entry->content.n) return "empty";
	return entry->content.n > LIMIT_DOCUMENT ? "large" : NULL;
}

static err read_folder(struct practices_folder *f, span archive, span *ret_index)
{
	struct directory_entry entry;
	uint64_t at = 0;

	*ret_index = (span){ 0 };
	while (directory_next(archive, &at, &entry)) {
		if (str_is(entry.path, PRACTICES_INDEX) && S_ISREG(entry.mode)) {
			*ret_index = entry.content;
			continue;
		}
		if (S_ISDIR(entry.mode)) continue;

		struct stored *file = vec_add(f->d.keep, &f->files);

		*file = (struct stored){
			.path = entry.path, .mode = entry.mode, .content = entry.content, .trouble = trouble_of(&entry)
		};
		if (!file->trouble) file->digest = digest_of(entry.content);
		facts_progress(f->d.facts, at, archive.n);
	}
	if (!directory_ended(archive, at)) return fail(&practices_damaged, at);
	return ret_index->p ? OK : fail(&practices_no_index, 0);
}

static int by_path(const void *wanted, const void *file)
{
	return str_compare(*(const str *)wanted, ((const struct stored *)file)->path);
}

static int by_own_path(const void *a, const void *b)
{
	return by_path(&((const struct stored *)a)->path, b);
}

static struct stored *find_file(struct practices_folder *f, str path)
{
	return f->files.n ? bsearch(&path, f->files.p, f->files.n, sizeof(*f->files.p), by_path) : NULL;
}

/* ---- values of an entry ------------------------------------------------------------------------------------------ */

static err need_date(struct practices_folder *f, const struct yaml *item, str *ret)
{
	const struct yaml *date = yaml_get(item, "date");
	str t = yaml_text(item, "date");

	if (!date)
		return declare_trouble(&f->d, &declare_bad_value, item,
			"a document needs the date that it bears, as date: 2026-09-30");

	/* Nothing that is shown here was on paper before. */
	if (!declare_is_day(t) || str_compare(t, STR("1990")) < 0)
		return declare_trouble(&f->d, &declare_bad_value, date,
			"\"%s\" is no date; write year, month and day, as 2026-09-30", t.n ? t.p : "");
	*ret = t;
	return OK;
}

/* A path inside the folder: nothing else can be meant by an index that travels with it. */
static err need_path(struct practices_folder *f, const struct yaml *item, str *ret)
{
	const struct yaml *file = yaml_get(item, "file");
	str path = yaml_text(item, "file"), rest, part;

	if (!file || !path.n)
		return declare_trouble(&f->d, &declare_bad_value, item,
			"a document is {file: ..., kind: ..., practices: [...], date: ..., author: ...}");
	while (str_starts(path, "./")) path = (str){ path.p + 2, path.n - 2 };
	for (rest = path; str_split(&rest, '/', &part);)
		if (str_is(part, "..") || path.p[0] == '/')
			return declare_trouble(&f->d, &declare_bad_value, file,
				"\"%s\" leads out of the folder; only what lies in it is evidence", file->text.p);
	*ret = path;
	return OK;
}

static err need_word(
	struct practices_folder *f, const struct yaml *item, const char *key, const char *const *words, str *ret)
{
	const struct yaml *entry = yaml_get(item, key);
	struct buf all = { 0 };

	*ret = yaml_text(item, key);
	if (entry && declare_is_one_of(*ret, words)) return OK;
	for (size_t i = 0; words[i]; i++) buf_printf(&all, "%s%s", i ? ", " : "", words[i]);
	buf_char(&all, '\0');

	err e = declare_trouble(&f->d, &declare_bad_value, entry ? entry : item, "\"%s\" is one of: %s", key, all.p);

	buf_free(&all);
	return e;
}

static err yes_or_no(struct practices_folder *f, const struct yaml *item, const char *key, tri *ret)
{
	const struct yaml *entry = yaml_get(item, key);
	bool yes;

	*ret = UNKNOWN;
	if (!entry) return OK;
	if (!yaml_bool(entry, &yes))
		return declare_trouble(&f->d, &declare_bad_value, entry, "\"%s\" is yes or no", key);
	*ret = tri_of(yes);
	return OK;
}

/* The words of a list, or the one word that stands in its place. */
static const struct yaml *first_word(const struct yaml *list)
{
	return !list ? NULL : list->kind == YAML_LIST ? list->first : list;
}

static const struct yaml *next_word(const struct yaml *list, const struct yaml *word)
{
	return list->kind == YAML_LIST ? word->next : NULL;
}

static err are_words(struct practices_folder *f, const struct yaml *list)
{
	for (const struct yaml *w = first_word(list); w; w = next_word(list, w))
		if (w->kind != YAML_SCALAR || !w->text.n)
			return declare_trouble(&f->d, &declare_bad_value, w, "\"%s\" is a list of names", list->key.p);
	return OK;
}

/* ---- one document ------------------------------------------------------------------------------------------------ */

static err only_known_keys(struct practices_folder *f, const struct yaml *item)
{
	static const char *const keys[] = { "file", "kind", "practices", "papers", "threats", "date", "author", "by",
		"independent", "outcome", "version", "language", "note", "page", "url", "states", NULL };

	return declare_only_keys(&f->d, item, keys, "is no part of a document; see doc/process-evidence.md");
}

static err take_record(struct practices_folder *f, const struct yaml *item, struct practices_named *n)
{
	const struct yaml *only = yaml_get(item, "outcome") ? yaml_get(item, "outcome") : yaml_get(item, "independent");

	n->outcome = STR("done");
	if (!n->practices) {
		n->kind = STR("paper");
		if (!n->papers && !n->threats)
			return declare_trouble(&f->d, &declare_bad_value, item,
				"what does \"%s\" show? Name practices: [...], papers: [...] or threats: [...]",
				yaml_text(item, "file").p);
	} else {
		TRY(need_word(f, item, "kind", kinds, &n->kind));
	}
	if (only && !str_is(n->kind, "record"))
		return declare_trouble(&f->d, &declare_bad_value, only, "\"%s\" is said of a record, not of a %.*s",
			only->key.p, STR_FMT(n->kind));
	if (yaml_get(item, "outcome")) TRY(need_word(f, item, "outcome", outcomes, &n->outcome));
	return yes_or_no(f, item, "independent", &n->is_independent);
}

static err take_file(struct practices_folder *f, struct practices_named *n)
{
	n->file = find_file(f, n->path);
	if (!n->file) return OK;
	if (n->file->is_named && !str_equal(n->file->date, n->date))
		return declare_trouble(&f->d, &declare_bad_value, yaml_get(n->item, "date"),
			"\"%.*s\" bears the date %.*s here and %.*s in line %u: which one is true?", STR_FMT(n->path),
			STR_FMT(n->date), STR_FMT(n->file->date), n->file->date_line);
	n->file->is_named = true;
	n->file->is_page |= n->page.n > 0;
	n->file->date = n->date;
	n->file->date_line = yaml_get(n->item, "date")->line;
	return OK;
}

static err take_document(struct practices_folder *f, const struct yaml *item, struct practices_named *n)
{
	if (item->kind != YAML_MAP)
		return declare_trouble(&f->d, &declare_bad_value, item, "an entry of documents is a map");
	TRY(only_known_keys(f, item));
	*n = (struct practices_named){ .item = item,
		.practices = yaml_get(item, "practices"),
		.papers = yaml_get(item, "papers"),
		.threats = yaml_get(item, "threats"),
		.author = yaml_text(item, "author"),
		.by = yaml_text(item, "by"),
		.version = yaml_text(item, "version"),
		.language = yaml_text(item, "language"),
		.states = yaml_get(item, "states"),
		.page = yaml_text(item, "page"),
		.url = yaml_text(item, "url") };
	TRY(need_path(f, item, &n->path));
	TRY(are_words(f, n->practices));
	TRY(are_words(f, n->papers));
	TRY(are_words(f, n->threats));
	TRY(yaml_get(item, "page") ? practices_take_page(f, item, n) : take_record(f, item, n));
	TRY(need_date(f, item, &n->date));
	if (!n->author.n) n->author = f->author;
	if (!n->author.n)
		return declare_trouble(&f->d, &declare_bad_value, item,
			"who wrote \"%s\"? Give author: here, or once at the top of the index",
			yaml_text(item, "file").p);
	f->has_papers |= n->papers != NULL;
	if (n->states && !n->page.n)
		return declare_trouble(&f->d, &declare_bad_value, n->states,
			"\"states\" is said of the copy of a page: page: support");
	TRY(take_file(f, n));
	return n->states ? practices_take_states(f, n) : OK;
}

static void write_copy(
	struct practices_folder *f, uint32_t document, str name, str author, uint32_t line, const struct stored *s)
{
	const char *trouble = !s ? "missing" : s->trouble ? s->trouble : s->has_two_dates ? "two-dates" : NULL;

	fact_copy(f->d.facts, &(struct fact_copy){
				      .document = document,
				      .name = name,
				      .author = author,
				      .size = s ? NUM(s->content.n) : (num){ 0 },
				      .sha256 = s && !s->trouble ? digest_str(&s->digest) : (str){ 0 },
				      .line = line ? NUM(line) : (num){ 0 },
				      .trouble = str_of(trouble),
			      });
}

static void write_statement(struct practices_folder *f, uint32_t document, str kind, str subject)
{
	fact_statement(f->d.facts,
		&(struct fact_statement){
			.document = document, .kind = kind, .subject = subject, .basis = STR("documented") });
}

static void write_document(struct practices_folder *f, const struct practices_named *n)
{
	uint32_t document = fact_document(f->d.facts, &(struct fact_document){
							      .kind = n->kind,
							      .url = n->url,
							      .language = n->language,
							      .published = n->page.n ? (str){ 0 } : n->date,
							      .fetched = n->page.n ? n->date : (str){ 0 },
						      });

	write_copy(f, document, n->path, n->author, n->item->line, n->file);
	for (const struct yaml *w = first_word(n->practices); w; w = next_word(n->practices, w)) {
		if (!str_is(n->kind, "record")) {
			write_statement(f, document, n->kind, w->text);
			continue;
		}
		fact_activity(f->d.facts, &(struct fact_activity){
						  .practice = w->text,
						  .happened = n->date,
						  .outcome = n->outcome,
						  .by = n->by.n ? n->by : n->author,
						  .independent = n->is_independent,
						  .document = document,
						  .version = n->version,
					  });
	}
	if (n->states && n->file && !n->file->trouble) practices_write_states(f, n, document);
	for (const struct yaml *w = first_word(n->papers); w; w = next_word(n->papers, w))
		write_statement(f, document, STR("paper"), w->text);
	for (const struct yaml *w = first_word(n->threats); w; w = next_word(n->threats, w))
		write_statement(f, document, STR("threat"), w->text);
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

/* Named as no evidence: a file, or a folder with all below it. */
static bool is_other(const struct yaml *others, str path)
{
	for (const struct yaml *w = first_word(others); w; w = next_word(others, w)) {
		str name = w->text;

		while (name.n && name.p[name.n - 1] == '/') name.n--;
		if (str_equal(name, path)) return true;
		if (name.n && path.n > name.n && path.p[name.n] == '/' && memcmp(path.p, name.p, name.n) == 0)
			return true;
	}
	return false;
}

static void write_unnamed(struct practices_folder *f, const struct yaml *others)
{
	for (size_t i = 0; i < f->files.n; i++) {
		const struct stored *s = &f->files.p[i];

		if (s->is_named || is_other(others, s->path)) continue;
		write_copy(f, fact_document(f->d.facts, &(struct fact_document){ .kind = STR("unnamed") }), s->path,
			(str){ 0 }, 0, s);
	}
}

static int by_digest(const void *a, const void *b)
{
	return memcmp((*(struct stored *const *)a)->digest.raw, (*(struct stored *const *)b)->digest.raw, 32);
}

/* The same bytes under two names cannot bear two dates; a page that stayed as it was can. */
static void compare_dates(struct practices_folder *f)
{
	struct stored **named = arena_array(f->d.keep, struct stored *, f->files.n);
	size_t n = 0;

	for (size_t i = 0; i < f->files.n; i++)
		if (f->files.p[i].is_named && !f->files.p[i].is_page && !f->files.p[i].trouble)
			named[n++] = &f->files.p[i];
	if (n) qsort(named, n, sizeof(*named), by_digest);
	for (size_t from = 0, to; from < n; from = to) {
		bool differ = false;

		for (to = from + 1; to < n && by_digest(&named[from], &named[to]) == 0; to++)
			differ |= !str_equal(named[from]->date, named[to]->date);
		for (size_t i = from; i < to; i++) named[i]->has_two_dates = differ;
	}
}

static err take_section(struct practices_folder *f, const struct yaml *section, bool *ret_is_complete)
{
	if (str_is(section->key, "author") || str_is(section->key, "documents")) return OK;
	if (str_is(section->key, "others")) return are_words(f, section);
	if (str_is(section->key, "complete")) {
		bool yes;

		if (!yaml_bool(section, &yes))
			return declare_trouble(&f->d, &declare_bad_value, section, "\"complete\" is yes or no");
		*ret_is_complete = yes;
		return OK;
	}
	if (declare_is_rows(section->key) && !str_is(section->key, "activities")) return declare_rows(&f->d, section);
	return declare_trouble(&f->d, &declare_unknown_key, section,
		"\"%s\" is no section of the index: author, documents, others, complete, events, releases, advisories",
		section->key.p);
}

static err take_index(struct practices_folder *f, const struct yaml *root)
{
	const struct yaml *list = yaml_get(root, "documents");
	bool is_none = !list || (list->kind == YAML_SCALAR && !list->text.n); /* an index that nobody filled in yet */
	struct practices_named *all =
		arena_array(f->d.keep, struct practices_named, list && list->kind == YAML_LIST ? list->count : 0);
	size_t n = 0;
	bool is_complete = false;

	f->author = yaml_text(root, "author");
	for (const struct yaml *section = root->first; section; section = section->next)
		TRY(take_section(f, section, &is_complete));
	if (!is_none && list->kind != YAML_LIST)
		return declare_trouble(&f->d, &declare_bad_value, list, "\"documents\" is a list");
	for (const struct yaml *item = is_none ? NULL : list->first; item; item = item->next)
		TRY(take_document(f, item, &all[n++]));
	compare_dates(f);
	for (size_t i = 0; i < n; i++) write_document(f, &all[i]);
	write_unnamed(f, yaml_get(root, "others"));
	fact_covered(f->d.facts, "activities", "full", NULL, NULL);
	if (is_complete) fact_covered(f->d.facts, "activities.all", "full", NULL, NULL);
	if (practices_have_history(all, n)) fact_covered(f->d.facts, "history", "full", NULL, NULL);
	if (f->has_papers) fact_covered(f->d.facts, "document.technical", "full", NULL, NULL);
	return OK;
}

static err read_index(struct practices_folder *f, span text)
{
	const struct yaml *root = NULL;
	struct yaml_problem problem = { 0 };
	err e;

	buf_text(f->d.detail, PRACTICES_INDEX ", ");
	if (text.n > LIMIT_INDEX) {
		buf_text(f->d.detail, "which is larger than any index");
		return fail(&declare_bad_value, 0);
	}
	e = yaml_parse(f->d.keep, text, &root, &problem);
	if (e.is) {
		buf_printf(f->d.detail, "line %u, column %u: %.*s", problem.line, problem.column,
			STR_FMT(problem.message));
		return e;
	}
	if (root && root->kind != YAML_MAP)
		return declare_trouble(&f->d, &declare_bad_value, root, "the index is a map: author:, documents: ...");

	static const struct yaml nothing = { .kind = YAML_MAP };

	return take_index(f, root ? root : &nothing);
}

err collect_practices(struct facts *facts, span archive, struct buf *detail)
{
	struct arena keep = arena_open((size_t)1 << 30);
	struct practices_folder f = {
		.d = { .facts = facts, .keep = &keep, .detail = detail, .stops_at_first = true }
	};
	span index;
	err e = read_folder(&f, archive, &index);

	if (f.files.n) qsort(f.files.p, f.files.n, sizeof(*f.files.p), by_own_path);
	if (!e.is) e = read_index(&f, index);
	if (f.d.troubles) e = declare_end(&f.d);
	arena_close(&keep);
	return e;
}
