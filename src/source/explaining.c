#include "source/explaining.h"

#include "rootfs/collectors.h"

/* In fewer bytes there is no program; there may be a password, a key, a setting, a script. */
enum { NO_PROGRAM = 4096 };

/* ---- what is unread ---------------------------------------------------------------------------------------------- */

static void add_unread(struct explaining *x, bool is_small, uint64_t bytes, str what, const char *bring)
{
	struct unread *u = is_small ? &x->small : &x->unread;

	if (!u->places++) u->first = what, u->bring = bring;
	u->bytes += bytes;
}

/* The part in words, as a person would look it up. */
static str place_of(struct explaining *x, const struct walk_region *r, const char *kind)
{
	return arena_printf(x->keep, "%s at 0x%llx%s%.*s", kind, (unsigned long long)r->at, r->name.n ? " of " : "",
		STR_FMT(r->name));
}

/* What of a region counts as unread: its reader did not come to its end, or it had none. */
void explaining_region(struct explaining *x, const struct walk_region *r, bool is_in_root)
{
	bool is_gap = strcmp(r->readable, "yes") != 0 && strcmp(r->readable, "empty") != 0;
	bool is_small = !r->trouble.is && r->size < NO_PROGRAM && is_in_root && strcmp(r->kind, "data") == 0;

	if (r->trouble.is)
		add_unread(x, false, r->size,
			arena_printf(x->keep, "%.*s: %s", STR_FMT(place_of(x, r, r->kind)), r->trouble.is->text),
			"an undamaged image of it, its key, or what is in it unpacked");
	else if (strcmp(r->readable, "encrypted") == 0)
		add_unread(x, is_small, r->size,
			arena_printf(x->keep, "%.*s: looks encrypted, or packed in a way that we do not know",
				STR_FMT(place_of(x, r, r->kind))),
			"its key, or this part decrypted or unpacked");
	else if (is_gap)
		add_unread(x, is_small, r->size, place_of(x, r, r->kind), "this part unpacked or decrypted");
}

void explaining_unread(struct explaining *x, uint64_t bytes, str what, const char *bring)
{
	add_unread(x, false, bytes, what, bring);
}

void explaining_ended(struct explaining *x, err why)
{
	x->is_whole = false;
	add_unread(x, false, 0, str_of(why.is->text), "an image that unpacks to what a firmware unpacks to");
}

/* ---- what may be believed ---------------------------------------------------------------------------------------- */

/* One class: what is known of the whole image, then what collectors could not look at. */
static void cover(struct explaining *x, const char *class, const char *state, str reason, const char *bring)
{
	for (size_t i = 0; strcmp(state, "full") == 0 && i < x->shortfalls->count; i++) {
		const struct shortfall *s = &x->shortfalls->rows[i];

		if (strcmp(s->class, class) != 0) continue;
		state = "part";
		reason = s->place.n ? arena_printf(x->keep, "%s: %.*s", s->reason, STR_FMT(s->place))
				    : str_of(s->reason);
	}
	fact_coverage(x->facts,
		&(struct fact_coverage){
			.class = str_of(class), .state = str_of(state), .reason = reason, .bring = str_of(bring) });
}

/* Classes whose facts are programs, or are known only when all files are. */
static bool needs_program(const char *class)
{
	return strcmp(class, "files") == 0 || strcmp(class, "binaries") == 0 || strcmp(class, "components") == 0;
}

static str unread_text(struct explaining *x, const struct unread *u)
{
	if (!u->bytes) return u->first;
	return arena_printf(x->keep, "%llu bytes could not be read, the first of them: %.*s",
		(unsigned long long)u->bytes, STR_FMT(u->first));
}

static void cover_all(struct explaining *x, const char *const *classes, size_t most, bool is_of_trees, bool has_root)
{
	for (size_t i = 0; i < most && classes[i]; i++) {
		const char *class = classes[i];

		if (!has_root)
			cover(x, class, "none", STR("no root file system was found in it"),
				"the image of the whole root file system, or its files");
		else if (x->unread.places)
			cover(x, class, "part", unread_text(x, &x->unread), x->unread.bring);
		else if (x->small.places && !needs_program(class))
			cover(x, class, "part", unread_text(x, &x->small), x->small.bring);
		else if (x->has_twin_name)
			cover(x, class, "part", STR("a name stands for two files of one file system"), "a sound image");
		else if (is_of_trees && x->large_text.n)
			cover(x, class, "part",
				arena_printf(x->keep, "a text is larger than what is read of settings: %.*s",
					STR_FMT(x->large_text)),
				"this file without what it is filled up with");
		else
			cover(x, class, "full", (str){ 0 }, NULL);
	}
}

/* What may be believed when it is absent. */
void explaining_write(struct explaining *x, bool has_root)
{
	static const char *const files[] = { "files" };

	cover_all(x, files, 1, false, has_root);
	for (const struct file_collector *const *c = file_collectors; *c; c++)
		cover_all(x, (*c)->classes, COLLECTOR_CLASSES, false, has_root);
	for (const struct tree_collector *const *c = tree_collectors; *c; c++)
		cover_all(x, (*c)->classes, COLLECTOR_CLASSES, true, has_root);
	fact_covered(x->facts, "regions", x->is_whole ? "full" : "part",
		x->is_whole ? NULL : "the walk through it ended before the end of it",
		x->is_whole ? NULL : "an image that unpacks to what a firmware unpacks to");
}
