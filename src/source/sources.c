#include "source/sources.h"

#include "base/directory_archive.h"
#include "declare/declaration.h"
#include "declare/practices.h"
#include "declare/product.h"
#include "declare/trials.h"
#include "source/image.h"

/* ---- by content -------------------------------------------------------------------------------------------------- */

/* As far as a person would look: a product file says what it is at its beginning. */
enum { LOOKED_AT = 16 << 10 };

/* Whether a line begins with one of these words, a colon behind it; words end with NULL. */
static bool has_line(span bytes, const char *const *words)
{
	str rest = str_from_span(span_from(bytes, 0, LOOKED_AT)), line;

	if (!rest.n || memchr(rest.p, '\0', rest.n)) return false;
	while (rest.n && str_line(&rest, &line))
		for (const char *const *w = words; *w; w++)
			if (str_starts(line, *w) && line.n > strlen(*w) && line.p[strlen(*w)] == ':') return true;
	return false;
}

static bool is_product(const struct opened *o)
{
	static const char *const keys[] = { "product", "profile", "answers", "treatments", "certificates", "draft",
		NULL };

	return !o->is_directory && has_line(o->bytes, keys);
}

static bool is_declaration(const struct opened *o)
{
	static const char *const titles[] = { "ICS", "edition", NULL };
	str head = str_from_span(span_from(o->bytes, 0, LOOKED_AT));

	return !o->is_directory &&
	       (str_starts(head, "# IXIT ") || str_starts(head, "IXIT ") || has_line(o->bytes, titles));
}

/* Its index stands at the top of the archive that the folder became. */
static bool is_practices(const struct opened *o)
{
	struct directory_entry entry;
	uint64_t at = 0;

	while (o->is_directory && directory_next(o->bytes, &at, &entry))
		if (str_is(entry.path, PRACTICES_INDEX)) return true;
	return false;
}

/* Of a folder: a sheet at its top begins as one. Of a sheet alone the records are missing. */
static bool is_trials(const struct opened *o)
{
	static const char *const keys[] = { "trials", NULL };
	struct directory_entry entry;
	uint64_t at = 0;

	while (o->is_directory && directory_next(o->bytes, &at, &entry))
		if (trials_is_sheet(entry.path) && has_line(entry.content, keys)) return true;
	return false;
}

/* ---- by reader --------------------------------------------------------------------------------------------------- */

static err read_image(
	struct facts *f, const struct opened *o, str name, const struct declared_words *words, struct buf *ret_detail)
{
	(void)name, (void)words;
	(void)ret_detail;
	return collect_image(f, o->bytes, &(struct image_options){ .is_directory = o->is_directory });
}

static err read_product(
	struct facts *f, const struct opened *o, str name, const struct declared_words *words, struct buf *ret_detail)
{
	(void)name;
	return collect_product(f, o->bytes, words, ret_detail);
}

static err read_declaration(
	struct facts *f, const struct opened *o, str name, const struct declared_words *words, struct buf *ret_detail)
{
	(void)words;
	return collect_declaration(f, o->bytes, name, ret_detail);
}

static err read_practices(
	struct facts *f, const struct opened *o, str name, const struct declared_words *words, struct buf *ret_detail)
{
	(void)name, (void)words;
	return collect_practices(f, o->bytes, ret_detail);
}

static err read_trials(
	struct facts *f, const struct opened *o, str name, const struct declared_words *words, struct buf *ret_detail)
{
	(void)name, (void)words;
	return collect_trials(f, o->bytes, ret_detail);
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

static const char *const of_image[] = { "regions", "files", "binaries", "secrets", "certificates", "components",
	"mentions", "kernel", "accounts", "password-list", "start", "settings", "updates", NULL };
static const char *const of_product[] = { "ixit.*", "assets", "accounts.declared", "logs", "log_events", "notices",
	"answers", "document.*", "vulnerabilities.declared", "releases", "advisories", "events", "ics", "person",
	NULL };
/* What a program may read one day (a capture, a scan of the device) a laboratory tells today, by check. */
static const char *const of_trials[] = { "trial.*", "signatures", "services", "interfaces", "flows", "tls", "names",
	"payload", "window", "disclosures", "samples", "sensors", "inputs", "vulnerabilities", "sbom", "enforcement",
	"update-server", NULL };
static const char *const of_declaration[] = { "ics", "ixit.*", NULL };
static const char *const of_practices[] = { "activities", "activities.all", "history", "document.technical", "events",
	"releases", "advisories", "ics", NULL };

const struct source_row sources[SOURCE_KINDS] = {
	[SOURCE_IMAGE] = { .name = "image",
		.ways = { { .given = "INPUT", .files = { PRODUCT_INPUTS } } },
		.what = "a firmware image, an archive of a root file system, or a directory with its files",
		.shapes = SHAPE_FILE | SHAPE_FOLDER,
		.role = &role_image,
		.read = read_image,
		.classes = of_image },
	[SOURCE_PRODUCT] = { .name = "product",
		.ways = { { .given = "--product FILE",
				  .key = "product",
				  .files = { "product.yaml", "product.yml" },
				  .what = "the maker's declarations (doc/product-file.md)" },
			{ .given = "--answers FILE",
				.key = "answers",
				.files = { "answers.yaml", "answers.yml" },
				.repeats = true,
				.what = "answers to questions, where they are kept apart from the product file" },
			{ .given = "--draft FILE",
				.key = "draft",
				.files = { "draft.yaml", "draft.yml" },
				.repeats = true,
				.what = "proposals of \"assay draft\", of which those count that a person confirmed" },
			{ .given = "--treatments FILE",
				.key = "treatments",
				.files = { "treatments.yaml", "treatments.yml" },
				.what = "treatments and certificates, where they are kept apart from the product "
					"file" } },
		.what = "a product file: what the maker declares (doc/product-file.md)",
		.shapes = SHAPE_FILE,
		.role = &role_product,
		.recognise = is_product,
		.read = read_product,
		.classes = of_product },
	[SOURCE_PRACTICES] = { .name = "practices",
		.ways = { { .given = "--practices DIR",
			.key = "practices",
			.files = { "practices", "process" },
			.what = "a folder of process evidence with its index (doc/process-evidence.md)" } },
		.what = "a folder of process evidence with its index (doc/process-evidence.md)",
		.shapes = SHAPE_FOLDER,
		.role = &role_practices,
		.recognise = is_practices,
		.read = read_practices,
		.classes = of_practices },
	[SOURCE_TRIALS] = { .name = "trials",
		.ways = { { .given = "--trials DIR",
			.key = "trials",
			.files = { "trials" },
			.what = "a folder with results of a laboratory and their records (doc/trials.md)" } },
		.what = "a folder with results of a laboratory and their records (doc/trials.md)",
		.shapes = SHAPE_FOLDER,
		.role = &role_trials,
		.recognise = is_trials,
		.read = read_trials,
		.classes = of_trials },
	[SOURCE_DECLARATION] = { .name = "declaration",
		.ways = { { .given = "--declarations PATH",
			.key = "declarations",
			.files = { "declarations", "forms" },
			.repeats = true,
			.what = "a file or folder of filled forms, ICS and IXIT (doc/declarations.md)" } },
		.what = "filled forms of a test laboratory, ICS and IXIT (doc/declarations.md)",
		.shapes = SHAPE_FILE | SHAPE_FOLDERS,
		.role = &role_declaration,
		.recognise = is_declaration,
		.read = read_declaration,
		.classes = of_declaration },
};

const struct source_way *source_way_named(enum source_kind kind, const char *name)
{
	for (const struct source_way *w = sources[kind].ways; w->given; w++)
		for (const char *const *file = w->files; *file; file++)
			if (strcmp(*file, name) == 0) return w;
	return NULL;
}

const struct source_way *source_way_of(const char *option)
{
	size_t n = strlen(option);

	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++)
			if (strncmp(w->given, option, n) == 0 && w->given[n] == ' ') return w;
	return NULL;
}

void source_ways_list(struct buf *out, bool (*is_wanted)(const void *self, enum source_kind kind), const void *self)
{
	const char *last = NULL;
	bool is_first = true;

	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++) {
		if (!is_wanted(self, kind)) continue;
		if (last) buf_printf(out, "%s%s", is_first ? "" : ", ", last);
		if (last) is_first = false;
		last = sources[kind].ways[0].given;
	}
	if (last) buf_printf(out, "%s%s", is_first ? "" : " or ", last);
}

enum source_kind source_recognised(const struct opened *o)
{
	/* Nothing that says what it is has this size, and the bytes of such a file are touched by its reader alone. */
	if (o->is_mapped) return SOURCE_KINDS;
	for (enum source_kind kind = SOURCE_KINDS; kind-- > 0;)
		if (sources[kind].recognise && sources[kind].recognise(o)) return kind;
	return SOURCE_KINDS;
}

static bool gives(const struct source_row *row, str class)
{
	for (const char *const *c = row->classes; *c; c++) {
		size_t n = strlen(*c);
		bool is_group = n && (*c)[n - 1] == '*';

		if (is_group ? class.n >= n && memcmp(class.p, *c, n - 1) == 0 : str_is(class, *c)) return true;
	}
	return false;
}

enum source_kind source_giving(str class, enum source_kind from)
{
	while (from < SOURCE_KINDS && !gives(&sources[from], class)) from++;
	return from;
}
