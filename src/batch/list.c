/* A list of products, with what each brings: assay batch --list FILE. */
#include "batch/products.h"
#include "work/files.h"

#include "base/limits.h"
#include "base/yaml.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct listing {
	const char *path;
	str folder; /* of the list: paths are taken from there */
	struct arena *keep;
	const struct notes *notes;
	const struct yaml *practices; /* of every product that names none of its own */
};

[[gnu::format(printf, 3, 4)]] static err wrong(const struct listing *l, const struct yaml *at, const char *format, ...)
{
	char message[400];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	/* An empty map or list has no place of its own. */
	if (at->line)
		note(l->notes, "%s: line %u, column %u: %s", l->path, at->key_line ? at->key_line : at->line,
			at->key_column ? at->key_column : at->column, message);
	else
		note(l->notes, "%s: %s", l->path, message);
	return fail(&work_refused, at->line);
}

static const char *place(const struct listing *l, str name)
{
	if (name.p[0] == '/' || !l->folder.n) return arena_cstr(l->keep, name);
	return arena_cstr(l->keep, arena_printf(l->keep, "%.*s/%.*s", STR_FMT(l->folder), STR_FMT(name)));
}

/* A path, or a list of paths where there may be several. */
static err add_paths(const struct listing *l, const struct yaml *value, enum source_kind kind, bool may_be_several,
	struct batch_product *p)
{
	const struct yaml *one = value && value->kind == YAML_LIST && may_be_several ? value->first : value;

	for (; one; one = value->kind == YAML_LIST ? one->next : NULL) {
		if (one->kind != YAML_SCALAR || !one->text.n)
			return wrong(l, one, "\"%s\" is a path%s", value->key.p,
				may_be_several ? ", or a list of paths" : "");
		*vec_add(l->keep, &p->sources) = (struct batch_source){ kind, place(l, one->text) };
	}
	return OK;
}

static bool is_key(str key)
{
	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++)
			if (w->key && str_is(key, w->key)) return true;
	return false;
}

static err wrong_key(const struct listing *l, const struct yaml *entry)
{
	struct buf keys = { 0 };

	for (enum source_kind kind = 0; kind < SOURCE_KINDS; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++)
			if (w->key) buf_printf(&keys, "%s%s", keys.n ? ", " : "", w->key);

	err e = wrong(l, entry, "\"%s\" is nothing that a product brings: %.*s", entry->key.p, STR_FMT(buf_all(&keys)));

	buf_free(&keys);
	return e;
}

static err add_listed(const struct listing *l, const struct yaml *item, batch_products *ret)
{
	struct batch_product p = { 0 };

	if (item->kind == YAML_SCALAR && item->text.n) {
		TRY(add_paths(l, item, SOURCE_PRODUCT, false, &p));
		if (l->practices) TRY(add_paths(l, l->practices, SOURCE_PRACTICES, false, &p));
	} else if (item->kind != YAML_MAP) {
		return wrong(l, item, "a product is a path, or {product: ..., declarations: ..., practices: ...}");
	}
	for (const struct yaml *entry = item->kind == YAML_MAP ? item->first : NULL; entry; entry = entry->next) {
		if (!is_key(entry->key)) return wrong_key(l, entry);
	}
	for (enum source_kind kind = 0; kind < SOURCE_KINDS && item->kind == YAML_MAP; kind++)
		for (const struct source_way *w = sources[kind].ways; w->given; w++) {
			const struct yaml *value = w->key ? yaml_get(item, w->key) : NULL;

			if (!value && kind == SOURCE_PRACTICES) value = l->practices;
			if (value) TRY(add_paths(l, value, kind, w->repeats, &p));
		}
	if (!p.sources.n || (item->kind == YAML_MAP && !item->first))
		return wrong(l, item, "a product brings something: {product: ..., declarations: ...}");

	/* Without a product file it is called by what it is listed with first; a folder that all share is nobody's
	 * name. */
	const struct yaml *own = item->kind == YAML_MAP && !yaml_get(item, "product") ? item->first : NULL;

	if (own && own->kind == YAML_LIST) own = own->first;
	p.path = own ? place(l, own->text) : p.sources.p[0].path;
	*vec_add(l->keep, ret) = p;
	return OK;
}

static err take_list(struct listing *l, const struct yaml *root, batch_products *ret)
{
	const struct yaml *products = yaml_get(root, "products");

	for (const struct yaml *entry = root ? root->first : NULL; entry && root->kind == YAML_MAP; entry = entry->next)
		if (!str_is(entry->key, "products") && !str_is(entry->key, "practices"))
			return wrong(l, entry, "\"%s\" is no part of a list: products, practices", entry->key.p);
	if (!products || products->kind != YAML_LIST) {
		note(l->notes,
			"%s: a list of products is {products: [{product: lamp.yaml, declarations: lamp-ixit}, ...]}",
			l->path);
		return fail(&work_refused, 0);
	}
	l->practices = yaml_get(root, "practices");
	for (const struct yaml *item = products->first; item; item = item->next) TRY(add_listed(l, item, ret));
	return OK;
}

err batch_list(const char *path, struct arena *keep, batch_products *ret, const struct notes *notes)
{
	const char *slash = strrchr(path, '/');
	struct listing l = { .path = path,
		.folder = slash ? (str){ path, slash == path ? 1 : (size_t)(slash - path) } : (str){ 0 },
		.keep = keep,
		.notes = notes };
	struct yaml_problem problem = { 0 };
	const struct yaml *root = NULL;
	span text;
	err e = file_read(path, keep, LIMIT_DECLARATION, &text);

	if (e.is) {
		note_fault(notes, path, e, "");
		return fail(&work_refused, 0);
	}
	e = yaml_parse(keep, text, &root, &problem);
	if (!e.is) return take_list(&l, root, ret);
	note(notes, "%s: line %u, column %u: %.*s", path, problem.line, problem.column, STR_FMT(problem.message));
	return fail(&work_refused, problem.line);
}
