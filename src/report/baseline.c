#include "report/compare.h"

#include "report/values.h"

/* Deciders that exactly so many of the schemes need. */
static size_t needed_by(const struct comparison *c, size_t schemes, uint64_t *set)
{
	size_t n = 0;

	memset(set, 0, c->deciders.words * sizeof(*set));
	for (size_t at = 0; at < c->deciders.count; at++) {
		if (deciders_needed_by(c, at) != schemes) continue;
		set_add(set, at);
		n++;
	}
	return n;
}

static bool is_chosen(const struct baseline *b, const struct scheme *s)
{
	for (size_t i = 0; i < b->comparison.view_count; i++)
		if (b->comparison.views[i].scheme == s) return true;
	return false;
}

static void put_domain(
	const struct baseline *b, const struct domain_added *d, const struct text_style *style, struct buf *out)
{
	struct buf line = { 0 };

	buf_printf(&line, "%s:", d->domain->title.p);
	for (size_t i = 0; i < d->scheme_count; i++)
		buf_printf(&line, "%s %s%s", i ? "," : "", d->schemes[i]->id.p,
			is_chosen(b, d->schemes[i]) ? " (chosen already)" : "");
	text_wrap(out, buf_all(&line), 2, 4, (unsigned)style->width);
	buf_clear(&line);
	buf_printf(&line, "%zu requirement%s; %zu checks and questions beyond the baseline, %zu judgement%s",
		d->requirements, d->requirements == 1 ? "" : "s", d->beyond_count, d->judgements,
		d->judgements == 1 ? "" : "s");
	text_wrap(out, buf_all(&line), 4, 4, (unsigned)style->width);
	buf_free(&line);
}

void report_baseline_text(const struct baseline *b, const struct text_style *style, struct buf *out)
{
	const struct comparison *c = &b->comparison;
	struct arena scratch = arena_open((size_t)1 << 20);
	uint64_t *set = arena_array(&scratch, uint64_t, c->deciders.words);
	char title[80];
	bool is_shared = false;

	for (size_t share = c->view_count; share >= baseline_least(c->view_count); share--) {
		if (!needed_by(c, share, set)) continue;
		is_shared = true;
		snprintf(title, sizeof(title),
			share == c->view_count ? "Asked by all %zu schemes" : "Asked by %zu of %zu schemes", share,
			c->view_count);
		text_heading(style, out, title);
		compare_put_deciders(c, set, style, out);
	}
	if (!is_shared)
		buf_printf(out, "Nothing is asked by %zu of the %zu schemes.\n", baseline_least(c->view_count),
			c->view_count);
	text_heading(style, out, "What domains add");
	for (size_t i = 0; i < b->domain_count; i++) {
		put_domain(b, &b->domains[i], style, out);
		if (style->is_whole) compare_put_deciders(c, b->domains[i].beyond, style, out);
	}
	arena_close(&scratch);
}

static json_t *of_set(const struct comparison *c, const uint64_t *set)
{
	json_t *list = json_array();

	for (size_t at = 0; at < c->deciders.count; at++)
		if (set_has(set, at)) json_array_append_new(list, json_of_str(decider_id(&c->deciders, at)));
	return list;
}

static json_t *of_common(const struct baseline *b)
{
	const struct comparison *c = &b->comparison;
	json_t *list = json_array();

	for (size_t i = 0; i < c->check_count; i++) {
		const struct served *s = &c->checks[i];
		json_t *o = json_object();

		if (!set_has(b->common, s->decider)) {
			json_decref(o);
			continue;
		}
		set_str(o, "id", s->id);
		set_str(o, "asks", s->what);
		json_object_set_new(o, "schemes", json_integer((json_int_t)s->schemes));
		json_object_set_new(o, "requirements", json_integer((json_int_t)s->requirements));
		json_array_append_new(list, o);
	}
	return list;
}

json_t *json_of_baseline(const struct baseline *b)
{
	json_t *root = json_object(), *schemes = json_array(), *domains = json_array();

	for (size_t i = 0; i < b->comparison.view_count; i++)
		json_array_append_new(schemes, json_of_str(b->comparison.views[i].scheme->id));
	for (size_t i = 0; i < b->domain_count; i++) {
		const struct domain_added *d = &b->domains[i];
		json_t *o = json_object(), *adds = json_array();

		for (size_t k = 0; k < d->scheme_count; k++)
			json_array_append_new(adds, json_of_str(d->schemes[k]->id));
		set_str(o, "id", d->domain->id);
		set_str(o, "title", d->domain->title);
		json_object_set_new(o, "adds", adds);
		json_object_set_new(o, "requirements", json_integer((json_int_t)d->requirements));
		json_object_set_new(o, "judgements", json_integer((json_int_t)d->judgements));
		json_object_set_new(o, "beyond", of_set(&b->comparison, d->beyond));
		json_array_append_new(domains, o);
	}
	json_object_set_new(root, "schemes", schemes);
	json_object_set_new(root, "all", of_set(&b->comparison, b->comparison.core));
	json_object_set_new(root, "common", of_common(b));
	json_object_set_new(root, "domains", domains);
	return root;
}
