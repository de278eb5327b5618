/* What the system starts: inittab, rcS and its friends, inetd and xinetd, procd; systemd is in systemd.c. */
#include "rootfs/collectors.h"
#include "rootfs/console.h"
#include "rootfs/names.h"
#include "rootfs/start.h"
#include "rootfs/start_forms.h"

/* ---- init -------------------------------------------------------------------------------------------------------- */

/* A script that init is told to run and that is not there: what it would start is not known to be nothing. */
static void tell_missing(const struct tree *t, str process)
{
	str program;

	if (!str_word(&process, &program) || program.p[0] != '/' || tree_find(t, program)) return;
	if (str_starts(program, "/etc/") || tree_name(t, program))
		tree_short(t, "start", "a script that init is told to run is not in the image");
}

/* inittab(5), and busybox's form of it: id:runlevels:action:process, where busybox's id is a terminal. */
static const struct tree_file *collect_inittab(const struct starting *s, struct arena scratch)
{
	const struct tree_file *file = NULL, *script = NULL;

	start_seen(s, tree_find(s->tree, STR("etc/inittab")));
	if (tree_name(s->tree, STR("etc/inittab")) && !tree_find(s->tree, STR("etc/inittab")))
		tree_short(s->tree, "start", "the inittab is not in the image");
	if (!tree_text(s->tree, "etc/inittab", &file).n) return NULL;
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str line = str_trim(l.line), id, levels, action, process, shell;
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

		if (strcmp(here.moment, "other") != 0 && console_is_open(process, &shell)) {
			fact_setting(s->facts, &(struct fact_setting){ .file = file->fact,
						       .line = NUM(l.number),
						       .at = NUM(l.at),
						       .domain = STR("inittab"),
						       .key = STR("shell-without-login"),
						       .value = id.n ? id : STR("console") });
			here.moment = "console";
			start_shell(&here, &l, shell);
			continue;
		}
		if (strcmp(here.moment, "boot") == 0) tell_missing(s->tree, process);
		start_command(&here, &l, process, scratch);
	}
	return script;
}

/* Without an inittab busybox's init goes by its own: /etc/init.d/rcS, and a shell on the console for whoever presses a
 * key. */
static void collect_built_in(const struct starting *s)
{
	const struct tree_file *init = tree_find(s->tree, STR("sbin/init"));

	if (!init) init = tree_find(s->tree, STR("linuxrc"));
	if (!init || !str_is(str_base_name(init->path), "busybox") || tree_find(s->tree, STR("etc/inittab"))) return;
	if (tree_name(s->tree, STR("etc/inittab")) || !s->tree->is_whole) {
		tree_short(s->tree, "start", "the inittab is not in the image");
		return;
	}
	fact_start(s->facts, &(struct fact_start){ .file = init->fact,
				     .program = STR("/bin/sh"),
				     .moment = STR("console"),
				     .enabled = YES,
				     .user = STR("root"),
				     .command = STR("/bin/sh") });
	s->found->anything = true;
}

/* S??name in rc?.d and rc.d are started, and in init.d itself where busybox's rcS goes through them. */
static void add_links(const struct starting *s)
{
	const struct tree *t = s->tree;

	for (size_t i = tree_first_below(t, STR("etc")); i < t->count && tree_below(&t->files[i], STR("etc")); i++) {
		const struct tree_file *file = &t->files[i];
		str path = file->path, name = str_base_name(path);
		str folder = str_base_name((str){ path.p, path.n - name.n - 1 });

		/* Runlevels 0 and 6 end the system. */
		if (!name_is_start_link(name) || str_is(folder, "rc0.d") || str_is(folder, "rc6.d")) continue;
		if (str_is(folder, "init.d") || str_starts(folder, "rc")) scripts_add(s, tree_find(t, path), true);
	}
}

static void collect_scripts(const struct starting *s, const struct tree_file *first, struct arena scratch)
{
	static const char *const usual[] = { "etc/init.d/rcS", "etc/rc.d/rcS", "etc/rcS", "etc/rc", "etc/rc.local",
		"etc/rc.d/rc.local", "etc/init.d/rc.local", "etc/rc.sysinit", "etc/rc.d/rc.sysinit", "init",
		"etc/preinit", "etc/profile", "linuxrc", "system/init/app_init.sh", "etc_ro/rcS", "etc_ro/init.d/rcS",
		"usr/etc/rc.local", "etc/rc.common.local" };

	scripts_add(s, first, false);
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		scripts_add(s, tree_find(s->tree, str_of(usual[i])), false);
	add_links(s);
	scripts_follow(s, scratch);
}

/* ---- inetd, xinetd, procd ---------------------------------------------------------------------------------------- */

/* "2323", "127.0.0.1:2323": the port; a name of services(5) is the program's own. */
static uint64_t port_of_service(str name)
{
	uint64_t port = 0;
	str part;

	while (memchr(name.p ? name.p : "", ':', name.n) && str_split(&name, ':', &part)) continue;
	return str_to_u64(name, 10, &port) && port < 65536 ? port : 0;
}

/* inetd.conf(5): service type protocol wait user program arguments. */
static void collect_inetd(const struct starting *s, struct arena scratch)
{
	const struct tree_file *file = NULL;

	if (s->found->inetd) start_seen(s, tree_find(s->tree, STR("etc/inetd.conf")));
	if (!tree_text(s->tree, "etc/inetd.conf", &file).n) return;
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str rest = str_trim(l.line), word, service = { 0 }, user = { 0 };
		struct starting here = *s;

		if (!rest.n || rest.p[0] == '#') continue;
		for (unsigned i = 0; i < 5 && str_word(&rest, &word); i++) {
			user = word;
			if (!i) service = word;
		}
		here.moment = "connection";
		here.user = user;
		here.port = port_of_service(service);
		here.enabled = s->found->inetd ? YES : UNKNOWN;
		start_command(&here, &l, rest, scratch);
	}
}

/* xinetd.conf(5): service NAME { attribute = value ... } */
static void collect_xinetd_file(const struct starting *s, const struct tree_file *file, struct arena scratch)
{
	struct starting here = *s;
	struct lines at = { 0 };
	str server = { 0 };

	for (struct lines l = lines_of(file); lines_next(&l);) {
		str value = str_trim(l.line), key;

		if (str_starts(value, "service") || str_starts(value, "defaults")) {
			here = *s;
			server = (str){ 0 };
		}
		if (str_starts(value, "}") && server.n) {
			start_command(&here, &at, server, scratch);
			server = (str){ 0 };
		}
		if (!value.n || value.p[0] == '#' || !memchr(value.p, '=', value.n) || !str_split(&value, '=', &key))
			continue;
		key = str_trim(key);
		value = str_trim(value);
		if (str_is(key, "disable") && str_is(value, "yes")) here.enabled = NO;
		if (str_is(key, "user")) here.user = value;
		if (str_is(key, "port")) here.port = port_of_service(value);
		if (str_is(key, "server")) server = value, at = l;
	}
	if (server.n) start_command(&here, &at, server, scratch);
}

static void collect_xinetd(const struct starting *s, struct arena scratch)
{
	const struct tree_file *first = tree_find(s->tree, STR("etc/xinetd.conf"));
	struct starting here = *s;

	here.moment = "connection";
	here.enabled = s->found->xinetd ? YES : UNKNOWN;
	if (first && first->content.p) collect_xinetd_file(&here, first, scratch);
	for (size_t i = tree_first_below(s->tree, STR("etc/xinetd.d"));
		i < s->tree->count && tree_below(&s->tree->files[i], STR("etc/xinetd.d")); i++)
		if (s->tree->files[i].content.p) collect_xinetd_file(&here, &s->tree->files[i], scratch);
}

/* OpenWrt: init.d scripts with USE_PROCD that no link of rc.d starts: what they would start is known, and that they do
 * not. */
static void collect_procd(const struct starting *s, struct arena scratch)
{
	struct names links = { 0 };

	names_add(s->tree, &links, STR("etc/rc.d"), NULL);
	names_sort(&links);
	for (size_t i = tree_first_below(s->tree, STR("etc/init.d"));
		i < s->tree->count && tree_below(&s->tree->files[i], STR("etc/init.d")); i++) {
		const struct tree_file *file = &s->tree->files[i];
		struct starting here = *s;
		str name = str_base_name(file->path);
		if (!file->content.p || !str_find(str_from_span(file->content), "USE_PROCD", NULL)) continue;
		here.moment = "boot";
		if (names_have(&links, name)) continue;
		here.enabled = NO;
		for (struct lines l = lines_of(file); lines_next(&l);) {
			str value = str_trim(l.line), key;

			if (!str_starts(value, "PROG=")) continue;
			if (str_split(&value, '=', &key)) start_command(&here, &l, value, scratch);
		}
	}
	names_free(&links);
}

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	struct start_found found = { 0 };
	struct starting s = { .facts = f, .tree = t, .moment = "boot", .enabled = YES, .found = &found };

	if (!t->is_root) return;
	s.scripts = arena_new(&scratch, struct scripts);
	collect_scripts(&s, collect_inittab(&s, scratch), scratch);
	collect_built_in(&s);
	/* What a script of a unit starts may be cron or inetd, whose tables come next. */
	start_units(&s, scratch);
	scripts_follow(&s, scratch);
	start_events(&s, scratch);
	scripts_follow(&s, scratch);
	start_other_forms(&s, scratch);
	scripts_follow(&s, scratch);
	collect_inetd(&s, scratch);
	collect_xinetd(&s, scratch);
	collect_procd(&s, scratch);
	scripts_follow(&s, scratch);
	if (!found.anything) tree_short(t, "start", "nothing was found that says what the system starts");
}

const struct tree_collector collector_boot = { .name = "start",
	.reads = "inits, scripts, units, tables and hooks: [start-up.md](start-up.md) lists them",
	.classes = { "start" },
	.collect = collect };
