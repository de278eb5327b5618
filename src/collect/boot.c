/* What the system starts: inittab, rcS and its friends, systemd, inetd and xinetd, procd. */
#include "collect/collectors.h"
#include "collect/start.h"

/* ---- init -------------------------------------------------------------------------------------------------------------- */

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
			      : str_is(action, "respawn") || str_is(action, "askfirst") ? "respawn"
											: "other";
		if (str_is(action, "sysinit") && !script) {
			str rest = process, word;

			while (!script && str_word(&rest, &word)) script = tree_find(s->tree, word);
			if (script && (script->type != NODE_FILE || script->is_elf)) script = NULL;
		}

		/* A shell on a terminal without a login before it: the console is open to whoever holds the board. */
		bool is_shell = str_ends(process, "/sh") || str_ends(process, "/ash") || str_ends(process, "/bash") ||
				str_is(process, "sh");

		if (is_shell && strcmp(here.moment, "other") != 0) {
			fact_setting(s->facts, &(struct fact_setting){ .file = file->fact,
						       .line = NUM(l.number),
						       .at = NUM(l.at),
						       .domain = STR("inittab"),
						       .key = STR("shell-without-login"),
						       .value = id.n ? id : STR("console") });
			here.moment = "console";
		}
		start_command(&here, &l, process, scratch);
	}
	return script;
}

/* Scripts that scripts call: ". /etc/init.d/x" or "/etc/rc.d/rc.local". Each once, at most this many. */
enum { SCRIPTS_MOST = 128 };

struct script_list {
	const struct tree_file *files[SCRIPTS_MOST];
	tri enabled[SCRIPTS_MOST];
	size_t count;
};

static void add_script(struct script_list *list, const struct tree_file *file, tri enabled)
{
	if (!file || file->type != NODE_FILE || file->is_elf || !file->content.p || list->count == SCRIPTS_MOST) return;
	for (size_t i = 0; i < list->count; i++) {
		if (list->files[i] != file) continue;
		if (enabled == YES) list->enabled[i] = YES;
		return;
	}
	list->files[list->count] = file;
	list->enabled[list->count++] = enabled;
}

static void add_called(const struct tree *t, struct script_list *list, const struct tree_file *file, tri enabled)
{
	unsigned depth = 0;

	for (struct lines l = lines_of(file); lines_next(&l);) {
		str rest = str_trim(l.line), word;
		bool is_comment = rest.n && rest.p[0] == '#';

		depth += !is_comment && (str_starts(rest, "if ") || str_starts(rest, "case "));
		if (depth && (str_starts(rest, "fi") || str_starts(rest, "esac"))) depth--;
		while (!is_comment && str_word(&rest, &word)) {
			while (word.n && strchr(";&\"'", word.p[word.n - 1])) word.n--;
			if (word.n > 4 && word.p[0] == '/' && (str_starts(word, "/etc/") || str_ends(word, ".sh")))
				add_script(list, tree_find(t, word), depth ? UNKNOWN : enabled);
		}
	}
}

static bool is_start_link(str name)
{
	return name.n > 3 && name.p[0] == 'S' && name.p[1] >= '0' && name.p[1] <= '9' && name.p[2] >= '0' &&
	       name.p[2] <= '9';
}

/* S??name in rc?.d and rc.d are started, and in init.d itself where busybox's rcS goes through them. */
static void add_links(const struct tree *t, struct script_list *list)
{
	for (size_t i = tree_first_below(t, STR("etc")); i < t->count && tree_below(&t->files[i], STR("etc")); i++) {
		const struct tree_file *file = &t->files[i];
		str path = file->path, name = str_base_name(path);
		str folder = str_base_name((str){ path.p, path.n - name.n - 1 });

		if (!is_start_link(name)) continue;
		if (str_is(folder, "init.d") || str_starts(folder, "rc")) add_script(list, tree_find(t, path), YES);
	}
}

static void collect_scripts(const struct starting *s, const struct tree_file *first, struct arena scratch)
{
	static const char *const usual[] = { "etc/init.d/rcS", "etc/rc.d/rcS", "etc/rcS", "etc/rc", "etc/rc.local",
		"etc/rc.d/rc.local", "etc/init.d/rc.local", "etc/rc.sysinit", "etc/rc.d/rc.sysinit", "init",
		"etc/preinit", "etc/profile", "linuxrc", "system/init/app_init.sh", "etc_ro/rcS", "etc_ro/init.d/rcS",
		"usr/etc/rc.local", "etc/rc.common.local" };
	struct script_list *list = arena_new(&scratch, struct script_list);

	add_script(list, first, YES);
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		add_script(list, tree_find(s->tree, str_of(usual[i])), YES);
	add_links(s->tree, list);
	for (size_t i = 0; i < list->count; i++) {
		struct starting here = *s;

		add_called(s->tree, list, list->files[i], list->enabled[i]);
		here.moment = "boot";
		here.enabled = list->enabled[i];
		if (str_is(str_base_name(list->files[i]->path), "profile")) here.moment = "login";
		start_script(&here, list->files[i], scratch);
	}
}

/* ---- systemd ----------------------------------------------------------------------------------------------------------- */

static bool is_wanted(const struct tree *t, str name, struct arena scratch)
{
	static const char *const roots[] = { "etc/systemd/system", "lib/systemd/system", "usr/lib/systemd/system" };
	static const char *const targets[] = { "multi-user.target.wants", "default.target.wants",
		"sysinit.target.wants", "basic.target.wants", "network-online.target.wants", "sockets.target.wants",
		"graphical.target.wants", "getty.target.wants" };

	for (size_t i = 0; i < sizeof(roots) / sizeof(*roots); i++) {
		for (size_t k = 0; k < sizeof(targets) / sizeof(*targets); k++) {
			struct arena inner = scratch;
			str path = arena_printf(&inner, "%s/%s/%.*s", roots[i], targets[k], STR_FMT(name));
			size_t low = tree_first_below(t, arena_printf(&inner, "%s/%s", roots[i], targets[k]));

			for (; low < t->count && str_starts(t->files[low].path, roots[i]); low++)
				if (str_equal(t->files[low].path, path)) return true;
		}
	}
	return false;
}

static bool yes(str value)
{
	return str_is(value, "yes") || str_is(value, "true") || str_is(value, "on") || str_is(value, "1") ||
	       str_is(value, "strict") || str_is(value, "full");
}

static void collect_unit(const struct starting *s, const struct tree_file *file, struct arena scratch)
{
	struct starting here = *s;
	struct lines exec = { 0 };
	str command = { 0 };

	here.moment = "boot";
	here.confined = NO;
	here.enabled = tri_of(is_wanted(s->tree, str_base_name(file->path), scratch));
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str value = str_trim(l.line), key;

		if (!memchr(value.p ? value.p : "", '=', value.n) || !str_split(&value, '=', &key)) continue;
		key = str_trim(key);
		value = str_trim(value);
		if (str_is(key, "ExecStart") && !command.n) command = value, exec = l;
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
	static const char *const roots[] = { "etc/systemd/system", "lib/systemd/system", "usr/lib/systemd/system" };

	for (size_t i = 0; i < sizeof(roots) / sizeof(*roots); i++) {
		for (size_t k = tree_first_below(s->tree, str_of(roots[i]));
			k < s->tree->count && tree_below(&s->tree->files[k], str_of(roots[i])); k++) {
			const struct tree_file *file = &s->tree->files[k];

			if (file->type == NODE_FILE && file->content.p && str_ends(file->path, ".service"))
				collect_unit(s, file, scratch);
		}
	}
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
	for (size_t i = tree_first_below(s->tree, STR("etc/init.d"));
		i < s->tree->count && tree_below(&s->tree->files[i], STR("etc/init.d")); i++) {
		const struct tree_file *file = &s->tree->files[i];
		struct starting here = *s;
		str name = str_base_name(file->path);
		tri enabled = NO;

		if (!file->content.p || !str_find(str_from_span(file->content), "USE_PROCD", NULL)) continue;
		for (size_t k = tree_first_below(s->tree, STR("etc/rc.d"));
			k < s->tree->count && tree_below(&s->tree->files[k], STR("etc/rc.d")); k++) {
			str link = str_base_name(s->tree->files[k].path);

			if (is_start_link(link) && str_equal((str){ link.p + 3, link.n - 3 }, name)) enabled = YES;
		}
		here.moment = "boot";
		here.enabled = enabled;
		for (struct lines l = lines_of(file); lines_next(&l);) {
			str value = str_trim(l.line), key;

			if (!str_starts(value, "PROG=")) continue;
			if (str_split(&value, '=', &key)) start_command(&here, &l, value, scratch);
		}
	}
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
