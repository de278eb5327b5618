/* What the system starts: inittab, rcS and its friends, systemd, inetd and xinetd, procd. */
#include "collect/collectors.h"
#include "collect/start.h"

#include <stdlib.h>

/* ---- init -------------------------------------------------------------------------------------------------------------- */

/* A shell on a terminal without a login before it: the console is open to whoever holds the board. A shell with a script or with -c runs that and ends. */
static bool is_open_shell(str process)
{
	str rest = process, word;

	if (!str_word(&rest, &word)) return false;
	if (str_is(str_base_name(word), "busybox") && !str_word(&rest, &word)) return false;
	if (!start_is_shell(word)) return false;
	while (str_word(&rest, &word))
		if (str_is(word, "-c") || (word.p[0] != '-' && !str_starts(word, "<") && !str_starts(word, ">")))
			return false;
	return true;
}

static void start_shell(const struct starting *s, const struct lines *at, str process)
{
	str rest = process, word = { 0 };

	str_word(&rest, &word);
	fact_start(s->facts, &(struct fact_start){ .file = at->file->fact,
				     .line = NUM(at->number),
				     .program = word,
				     .moment = str_of(s->moment),
				     .enabled = s->enabled,
				     .user = STR("root"),
				     .command = process });
	lines_excerpt(s->facts, at);
}

/* inittab(5), and busybox's form of it: id:runlevels:action:process, where busybox's id is a terminal. */
static const struct tree_file *collect_inittab(const struct starting *s, struct arena scratch)
{
	const struct tree_file *file = NULL, *script = NULL;

	if (!tree_text(s->tree, "etc/inittab", &file).n) return NULL;
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str line = str_trim(l.line), id, levels, action, process;
		struct starting here = *s;

		if (!line.n || line.p[0] == '#') continue;
		if (!str_split(&line, ':', &id) || !str_split(&line, ':', &levels) || !str_split(&line, ':', &action))
			continue;
		process = str_trim(line);
		if (process.n && process.p[0] == '-') process.p++, process.n--;
		here.moment = str_is(action, "sysinit") || str_is(action, "once") || str_is(action, "wait") ||
					      str_is(action, "boot") || str_is(action, "bootwait")
				      ? "boot"
			      : str_is(action, "respawn") || str_starts(action, "ask") ? "respawn"
										       : "other";
		if (str_is(action, "sysinit") && !script) {
			str rest = process, word;

			while (!script && str_word(&rest, &word)) script = tree_find(s->tree, word);
			if (script && (script->type != NODE_FILE || script->is_elf)) script = NULL;
		}

		if (strcmp(here.moment, "other") != 0 && is_open_shell(process)) {
			fact_setting(s->facts, &(struct fact_setting){ .file = file->fact,
						       .line = NUM(l.number),
						       .at = NUM(l.at),
						       .domain = STR("inittab"),
						       .key = STR("shell-without-login"),
						       .value = id.n ? id : STR("console") });
			here.moment = "console";
			start_shell(&here, &l, process);
			continue;
		}
		start_command(&here, &l, process, scratch);
	}
	return script;
}

static bool is_start_link(str name)
{
	return name.n > 3 && name.p[0] == 'S' && name.p[1] >= '0' && name.p[1] <= '9' && name.p[2] >= '0' &&
	       name.p[2] <= '9';
}

/* S??name in rc?.d and rc.d are started, and in init.d itself where busybox's rcS goes through them. */
static void add_links(const struct tree *t, struct scripts *list)
{
	for (size_t i = tree_first_below(t, STR("etc")); i < t->count && tree_below(&t->files[i], STR("etc")); i++) {
		const struct tree_file *file = &t->files[i];
		str path = file->path, name = str_base_name(path);
		str folder = str_base_name((str){ path.p, path.n - name.n - 1 });

		if (!is_start_link(name)) continue;
		if (str_is(folder, "init.d") || str_starts(folder, "rc")) scripts_add(list, tree_find(t, path), YES);
	}
}

static void collect_scripts(const struct starting *s, const struct tree_file *first, struct arena scratch)
{
	static const char *const usual[] = { "etc/init.d/rcS", "etc/rc.d/rcS", "etc/rcS", "etc/rc", "etc/rc.local",
		"etc/rc.d/rc.local", "etc/init.d/rc.local", "etc/rc.sysinit", "etc/rc.d/rc.sysinit", "init",
		"etc/preinit", "etc/profile", "linuxrc", "system/init/app_init.sh", "etc_ro/rcS", "etc_ro/init.d/rcS",
		"usr/etc/rc.local", "etc/rc.common.local" };
	struct scripts *list = arena_new(&scratch, struct scripts);

	scripts_add(list, first, YES);
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		scripts_add(list, tree_find(s->tree, str_of(usual[i])), YES);
	add_links(s->tree, list);
	for (size_t i = 0; i < list->count; i++) {
		struct starting here = *s;

		here.moment = "boot";
		here.enabled = list->enabled[i];
		here.scripts = list;
		if (str_is(str_base_name(list->files[i]->path), "profile")) here.moment = "login";
		start_script(&here, list->files[i], scratch);
	}
}

/* ---- systemd ----------------------------------------------------------------------------------------------------------- */

static const char *const unit_roots[] = { "etc/systemd/system", "lib/systemd/system", "usr/lib/systemd/system" };

/* Names, sorted, to be asked many times. */
struct names {
	str *all;
	size_t count, room;
};

static int by_name(const void *a, const void *b)
{
	return str_compare(*(const str *)a, *(const str *)b);
}

static bool names_have(const struct names *names, str name)
{
	return names->count && bsearch(&name, names->all, names->count, sizeof(name), by_name);
}

/* What below a folder is a link of a target ("multi-user.target.wants/x.service"), or, without `parent`, an S?? link, of which the S?? is left out. */
static void add_names(const struct tree *t, struct names *names, str folder, const char *parent)
{
	for (size_t i = tree_first_below(t, folder); i < t->count && tree_below(&t->files[i], folder); i++) {
		str path = t->files[i].path, name = str_base_name(path);
		str above = { path.p, path.n - name.n - 1 };

		if (parent ? !str_ends(above, parent) : !is_start_link(name)) continue;
		if (names->count == names->room) {
			names->room = names->room ? names->room * 2 : 64;
			names->all = reallocarray(names->all, names->room, sizeof(*names->all));
			if (!names->all) abort();
		}
		names->all[names->count++] = parent ? name : (str){ name.p + 3, name.n - 3 };
	}
}

static void names_sort(struct names *names)
{
	if (names->count) qsort(names->all, names->count, sizeof(*names->all), by_name);
}

/* "serial-getty@ttyS0.service" is an instance of "serial-getty@.service". */
static tri is_wanted(const struct names *wanted, str unit)
{
	size_t sign;

	if (names_have(wanted, unit)) return YES;
	if (!str_find(unit, "@.", &sign)) return NO;
	for (size_t i = 0; i < wanted->count; i++)
		if (wanted->all[i].n > sign && memcmp(wanted->all[i].p, unit.p, sign + 1) == 0) return YES;

	/* systemd's generator starts a login on the kernel's console by itself. */
	return str_find(unit, "getty@", NULL) ? UNKNOWN : NO;
}

static bool yes(str value)
{
	return str_is(value, "yes") || str_is(value, "true") || str_is(value, "on") || str_is(value, "1") ||
	       str_is(value, "strict") || str_is(value, "full");
}

static void collect_unit(
	const struct starting *s, const struct names *wanted, const struct tree_file *file, struct arena scratch)
{
	struct starting here = *s;
	struct lines exec = { 0 };
	str command = { 0 };

	here.moment = "boot";
	here.confined = NO;
	here.enabled = is_wanted(wanted, str_base_name(file->path));
	if (str_find(str_base_name(file->path), "getty", NULL)) here.moment = "console";
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str value = str_trim(l.line), key;

		if (!memchr(value.p ? value.p : "", '=', value.n) || !str_split(&value, '=', &key)) continue;
		key = str_trim(key);
		value = str_trim(value);
		if (str_is(key, "ExecStart") && !command.n) command = value, exec = l;
		if (str_is(key, "StandardInput") && str_starts(value, "tty")) here.moment = "console";
		if (str_is(key, "User")) here.user = value;
		if (str_is(key, "DynamicUser") && yes(value)) here.user = STR("dynamic"), here.confined = YES;
		if ((str_is(key, "NoNewPrivileges") || str_is(key, "ProtectSystem") ||
			    str_is(key, "SystemCallFilter") || str_is(key, "AppArmorProfile")) &&
			value.n && !str_is(value, "no"))
			here.confined = YES;
	}
	while (command.n && strchr("-@:+!", command.p[0])) command.p++, command.n--;
	if (command.n) start_command(&here, &exec, command, scratch);
}

static void collect_systemd(const struct starting *s, struct arena scratch)
{
	struct names wanted = { 0 };

	for (size_t i = 0; i < sizeof(unit_roots) / sizeof(*unit_roots); i++) {
		add_names(s->tree, &wanted, str_of(unit_roots[i]), ".wants");
		add_names(s->tree, &wanted, str_of(unit_roots[i]), ".requires");
	}
	names_sort(&wanted);
	for (size_t i = 0; i < sizeof(unit_roots) / sizeof(*unit_roots); i++) {
		str root = str_of(unit_roots[i]);

		for (size_t k = tree_first_below(s->tree, root);
			k < s->tree->count && tree_below(&s->tree->files[k], root); k++) {
			const struct tree_file *file = &s->tree->files[k];

			if (file->type == NODE_FILE && file->content.p && str_ends(file->path, ".service"))
				collect_unit(s, &wanted, file, scratch);
		}
	}
	free(wanted.all);
}

/* ---- inetd, xinetd, procd ------------------------------------------------------------------------------------------------ */

/* inetd.conf(5): service type protocol wait user program arguments. */
static void collect_inetd(const struct starting *s, struct arena scratch)
{
	const struct tree_file *file = NULL;

	if (!tree_text(s->tree, "etc/inetd.conf", &file).n) return;
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str rest = str_trim(l.line), word, user = { 0 };
		struct starting here = *s;

		if (!rest.n || rest.p[0] == '#') continue;
		for (unsigned i = 0; i < 5 && str_word(&rest, &word); i++) user = word;
		here.moment = "connection";
		here.user = user;
		here.enabled = YES;
		start_command(&here, &l, rest, scratch);
	}
}

static void collect_xinetd(const struct starting *s, struct arena scratch)
{
	for (size_t i = tree_first_below(s->tree, STR("etc/xinetd.d"));
		i < s->tree->count && tree_below(&s->tree->files[i], STR("etc/xinetd.d")); i++) {
		const struct tree_file *file = &s->tree->files[i];
		struct starting here = *s;
		struct lines at = { 0 };
		str server = { 0 };

		if (!file->content.p) continue;
		here.moment = "connection";
		here.enabled = YES;
		for (struct lines l = lines_of(file); lines_next(&l);) {
			str value = str_trim(l.line), key;

			if (!value.n || value.p[0] == '#' || !memchr(value.p, '=', value.n) ||
				!str_split(&value, '=', &key))
				continue;
			key = str_trim(key);
			value = str_trim(value);
			if (str_is(key, "disable") && str_is(value, "yes")) here.enabled = NO;
			if (str_is(key, "user")) here.user = value;
			if (str_is(key, "server")) server = value, at = l;
		}
		if (server.n) start_command(&here, &at, server, scratch);
	}
}

/* OpenWrt: rc.d links to init.d scripts with USE_PROCD; the program stands after procd_set_param command, often as $PROG. */
static void collect_procd(const struct starting *s, struct arena scratch)
{
	struct names links = { 0 };

	add_names(s->tree, &links, STR("etc/rc.d"), NULL);
	names_sort(&links);
	for (size_t i = tree_first_below(s->tree, STR("etc/init.d"));
		i < s->tree->count && tree_below(&s->tree->files[i], STR("etc/init.d")); i++) {
		const struct tree_file *file = &s->tree->files[i];
		struct starting here = *s;
		str name = str_base_name(file->path);
		if (!file->content.p || !str_find(str_from_span(file->content), "USE_PROCD", NULL)) continue;
		here.moment = "boot";
		here.enabled = tri_of(names_have(&links, name));
		for (struct lines l = lines_of(file); lines_next(&l);) {
			str value = str_trim(l.line), key;

			if (!str_starts(value, "PROG=")) continue;
			if (str_split(&value, '=', &key)) start_command(&here, &l, value, scratch);
		}
	}
	free(links.all);
}

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	struct starting s = { .facts = f, .tree = t, .moment = "boot", .enabled = YES };

	if (!t->is_root) return;
	collect_scripts(&s, collect_inittab(&s, scratch), scratch);
	collect_systemd(&s, scratch);
	collect_inetd(&s, scratch);
	collect_xinetd(&s, scratch);
	collect_procd(&s, scratch);
}

const struct tree_collector collector_boot = { .name = "start", .classes = { "start" }, .collect = collect };
