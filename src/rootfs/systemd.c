/* systemd: what a target wants, over all that this wants in its turn; sockets and timers that start a service;
 * drop-ins; and what masks or replaces a unit. systemd.unit(5). */
#include "rootfs/console.h"
#include "rootfs/start.h"

/* The first has the last word over a name. */
static const char *const unit_roots[] = { "etc/systemd/system", "usr/local/lib/systemd/system", "lib/systemd/system",
	"usr/lib/systemd/system" };

enum {
	ROOTS = sizeof(unit_roots) / sizeof(*unit_roots),
	COMMANDS_MOST = 8,
	DROP_INS_MOST = 16, /* of one unit */
	UNITS_MOST = 4096,  /* a desktop has some 500 */
};

/* ---- the files of a unit ----------------------------------------------------------------------------------------- */

/* A link to /dev/null, and an empty file, stand for "there is none". */
static bool is_null(const struct tree_file *file)
{
	if (file->type == NODE_LINK) return str_ends(file->target, "/dev/null");
	return file->type == NODE_CHARACTER || (file->type == NODE_FILE && !file->size);
}

struct unit_files {
	const struct tree_file *files[1 + DROP_INS_MOST]; /* the unit itself when there is one, then its drop-ins */
	size_t count;
	bool has_own, is_masked;
};

/* "getty@ttyS0.service" is an instance of "getty@.service"; empty: the name is none of an instance. */
static str template_of(str name, struct arena *scratch)
{
	size_t sign, dot;

	if (!str_find(name, "@", &sign) || !str_find((str){ name.p + sign, name.n - sign }, ".", &dot) || dot == 1)
		return (str){ 0 };
	return arena_printf(
		scratch, "%.*s%.*s", (int)sign + 1, name.p, (int)(name.n - sign - dot), name.p + sign + dot);
}

static bool find_own(const struct tree *t, str name, struct unit_files *u, struct arena scratch)
{
	for (size_t i = 0; i < ROOTS; i++) {
		str path = arena_printf(&scratch, "%s/%.*s", unit_roots[i], STR_FMT(name));
		const struct tree_file *file = tree_name(t, path);

		if (!file) continue;
		u->is_masked = is_null(file);
		file = u->is_masked ? NULL : tree_find(t, path);
		if (file && file->type == NODE_FILE) u->files[u->count++] = file, u->has_own = true;
		return true;
	}
	return false;
}

/* Drop-ins are read in the order of their names, wherever they lie; of one name the first root's counts. */
static void add_drop_ins(const struct tree *t, str name, struct unit_files *u, struct arena scratch)
{
	size_t first = u->count;

	for (size_t i = 0; i < ROOTS; i++) {
		str folder = arena_printf(&scratch, "%s/%.*s.d", unit_roots[i], STR_FMT(name));

		for (size_t k = tree_first_below(t, folder); k < t->count && tree_below(&t->files[k], folder); k++) {
			const struct tree_file *file = &t->files[k];
			str base = str_base_name(file->path);
			bool is_known = !str_ends(base, ".conf") || file->type == NODE_DIRECTORY;
			size_t at = u->count;

			for (size_t j = first; j < u->count; j++)
				is_known |= str_equal(str_base_name(u->files[j]->path), base);
			if (is_known) continue;
			if (u->count == 1 + DROP_INS_MOST) {
				tree_short(t, "start", "a unit has more drop-ins than are read");
				return;
			}
			u->files[u->count++] = file;
			for (; at > first && str_compare(str_base_name(u->files[at - 1]->path), base) > 0; at--)
				u->files[at] = u->files[at - 1];
			u->files[at] = file;
		}
	}
}

static struct unit_files files_of(const struct starting *s, str name, struct arena scratch)
{
	struct unit_files u = { 0 };
	str template = template_of(name, &scratch);
	size_t kept = 0;

	if (!find_own(s->tree, name, &u, scratch) && template.n) find_own(s->tree, template, &u, scratch);
	add_drop_ins(s->tree, name, &u, scratch);
	if (template.n) add_drop_ins(s->tree, template, &u, scratch);
	for (size_t i = 0; i < u.count; i++) {
		const struct tree_file *file = u.files[i];

		if (file->type == NODE_LINK && !is_null(file)) file = tree_find(s->tree, file->path);
		if (!file || is_null(file)) continue;
		start_seen(s, file);
		if (file->content.p) u.files[kept++] = file;
	}
	u.count = kept;
	return u;
}

/* ---- what is wanted ---------------------------------------------------------------------------------------------- */

struct want {
	str name;
	const char *moment;
	uint64_t port; /* of the socket that starts it; 0: none, or not told */
};

struct wants {
	struct want all[UNITS_MOST];
	size_t count;
	struct {
		str folder, name;
	} links[UNITS_MOST]; /* "multi-user.target.wants", "x.service": of one pair the first root's counts */
	size_t link_count;
};

static struct want *find_want(struct wants *w, str name)
{
	for (size_t i = 0; i < w->count; i++)
		if (str_equal(w->all[i].name, name)) return &w->all[i];
	return NULL;
}

static void add_want(const struct starting *s, struct wants *w, str name, const char *moment, uint64_t port)
{
	struct want *known = find_want(w, name);

	if (!name.n || memchr(name.p, '%', name.n)) return;
	if (known) {
		if (strcmp(moment, "boot") == 0) known->moment = moment;
		return;
	}
	if (w->count == UNITS_MOST) {
		tree_short(s->tree, "start", "more units are wanted than are read");
		return;
	}
	w->all[w->count++] = (struct want){ name, moment, port };
}

/* What these targets want is run when the system ends, or is being repaired. */
static bool is_at_end(str folder)
{
	static const char *const targets[] = { "rescue.target", "emergency.target", "reboot.target", "poweroff.target",
		"halt.target", "shutdown.target", "kexec.target", "umount.target", "final.target" };

	for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++)
		if (str_starts(folder, targets[i])) return true;
	return false;
}

static void add_links(const struct starting *s, struct wants *w, const char *root)
{
	const struct tree *t = s->tree;

	for (size_t k = tree_first_below(t, str_of(root)); k < t->count && tree_below(&t->files[k], str_of(root));
		k++) {
		const struct tree_file *file = &t->files[k];
		str name = str_base_name(file->path);
		str folder = str_base_name((str){ file->path.p, file->path.n - name.n - 1 });
		bool is_known = !str_ends(folder, ".wants") && !str_ends(folder, ".requires");

		if (is_known || is_at_end(folder)) continue;
		for (size_t i = 0; i < w->link_count && !is_known; i++)
			is_known = str_equal(w->links[i].folder, folder) && str_equal(w->links[i].name, name);
		if (is_known) continue;
		if (w->link_count == UNITS_MOST) {
			tree_short(t, "start", "more units are wanted than are read");
			return;
		}
		w->links[w->link_count].folder = folder;
		w->links[w->link_count++].name = name;
		if (!is_null(file)) add_want(s, w, name, "boot", 0);
	}
}

static bool line_of(str line, str *ret_key, str *ret_value)
{
	str rest = str_trim(line);

	if (!rest.n || rest.p[0] == '#' || rest.p[0] == ';' || !memchr(rest.p, '=', rest.n)) return false;
	if (!str_split(&rest, '=', ret_key)) return false;
	*ret_key = str_trim(*ret_key);
	*ret_value = str_trim(rest);
	return true;
}

/* "23", "0.0.0.0:23", "[::]:23" */
static uint64_t port_of_address(str address)
{
	uint64_t port = 0;
	str part;

	while (memchr(address.p ? address.p : "", ':', address.n) && str_split(&address, ':', &part)) continue;
	return str_to_u64(address, 10, &port) && port < 65536 ? port : 0;
}

/* What a unit that is wanted wants or starts itself. */
static void follow(const struct starting *s, struct wants *w, struct want from, struct arena *keep)
{
	struct unit_files u = files_of(s, from.name, *keep);
	bool is_socket = str_ends(from.name, ".socket"), is_clock = str_ends(from.name, ".timer"),
	     is_path = str_ends(from.name, ".path");
	bool is_network = is_socket && !u.count;
	str started = { 0 }, stem = from.name, key, value, word;
	uint64_t port = 0;

	if (u.is_masked) return;
	for (size_t i = 0; i < u.count; i++) {
		for (struct lines l = lines_of(u.files[i]); lines_next(&l);) {
			if (!line_of(l.line, &key, &value)) continue;
			if (str_is(key, "Wants") || str_is(key, "Requires") || str_is(key, "BindsTo") ||
				str_is(key, "Upholds"))
				while (str_word(&value, &word)) add_want(s, w, word, "boot", 0);
			if (str_is(key, is_socket ? "Service" : "Unit") && value.n) started = value;
			if (!str_is(key, "ListenStream") && !str_is(key, "ListenDatagram")) continue;
			if (!value.n || strchr("/@", value.p[0]) || str_starts(value, "vsock:")) continue;
			is_network = true;
			port = port_of_address(value);
		}
	}
	if (!is_socket && !is_clock && !is_path) return;
	while (stem.n && stem.p[stem.n - 1] != '.') stem.n--;

	const char *moment = is_network ? "connection" : is_clock ? "timer" : "boot";

	if (started.n) {
		add_want(s, w, started, moment, port);
		return;
	}
	stem.n--;
	add_want(s, w, arena_printf(keep, "%.*s.service", STR_FMT(stem)), moment, port);
	if (is_socket) add_want(s, w, arena_printf(keep, "%.*s@.service", STR_FMT(stem)), moment, port);
}

/* An alias (a link to a unit of another name) wants that unit. */
static void follow_alias(const struct starting *s, struct wants *w, struct want from, struct arena scratch)
{
	struct unit_files u = { 0 };

	if (!find_own(s->tree, from.name, &u, scratch) || !u.has_own) return;
	add_want(s, w, str_base_name(u.files[0]->path), from.moment, from.port);
}

/* "serial-getty@ttyS0.service" is an instance of "serial-getty@.service". */
static tri is_wanted(struct wants *wants, str unit, struct want *ret)
{
	const struct want *known = find_want(wants, unit);
	size_t sign;

	*ret = (struct want){ .moment = "boot" };
	if (known) {
		*ret = *known;
		return YES;
	}
	if (!str_find(unit, "@.", &sign)) return str_find(unit, "getty@", NULL) ? UNKNOWN : NO;
	for (size_t i = 0; i < wants->count; i++)
		if (wants->all[i].name.n > sign && memcmp(wants->all[i].name.p, unit.p, sign + 1) == 0) {
			*ret = wants->all[i];
			return YES;
		}

	/* systemd's generator starts a login on the kernel's console by itself. */
	return str_find(unit, "getty@", NULL) ? UNKNOWN : NO;
}

/* ---- commands ---------------------------------------------------------------------------------------------------- */

static bool yes(str value)
{
	return str_is(value, "yes") || str_is(value, "true") || str_is(value, "on") || str_is(value, "1") ||
	       str_is(value, "strict") || str_is(value, "full");
}

struct systemd_unit {
	struct starting here;
	tri condition; /* what is asked for before it starts */
	struct lines at[COMMANDS_MOST];
	str commands[COMMANDS_MOST];
	size_t count;
};

/* The value goes on over lines that end in a backslash. */
static str whole_value(const struct tree_file *file, struct lines *l, str value)
{
	str all = str_from_span(file->content);

	while (l->line.n && l->line.p[l->line.n - 1] == '\\' && lines_next(l)) {
		size_t n = (size_t)(l->line.p + l->line.n - value.p);

		if (n > (size_t)(all.p + all.n - value.p)) break;
		value.n = n;
	}
	return value;
}

static void take_command(struct systemd_unit *u, const struct tree_file *file, struct lines *l, str value)
{
	struct lines at = *l;

	if (!value.n) {
		u->count = 0;
		return;
	}
	value = whole_value(file, l, value);
	while (value.n && strchr("-@:+!", value.p[0])) value.p++, value.n--;
	if (u->count < COMMANDS_MOST && value.n) u->at[u->count] = at, u->commands[u->count++] = value;
}

/* ConditionPathExists=!/etc/off: what the image itself answers. What depends on the machine's start is not known. */
static void take_condition(struct systemd_unit *u, str key, str value)
{
	bool is_path = str_is(key, "ConditionPathExists") || str_is(key, "ConditionFileIsExecutable") ||
		       str_is(key, "ConditionFileNotEmpty") || str_is(key, "ConditionPathIsDirectory") ||
		       str_is(key, "AssertPathExists");
	bool is_not = value.n && value.p[0] == '!';
	tri holds = UNKNOWN;

	if (!is_path && !str_is(key, "ConditionKernelCommandLine") && !str_is(key, "ConditionFirstBoot")) return;
	if (is_not) value.p++, value.n--;
	if (is_path) holds = start_path_exists(u->here.tree, value);
	if (is_not && holds != UNKNOWN) holds = holds == YES ? NO : YES;
	if (holds == NO || u->condition == YES) u->condition = holds;
}

static void take_line(struct systemd_unit *u, const struct tree_file *file, struct lines *l)
{
	str value, key;

	if (!line_of(l->line, &key, &value)) return;
	take_condition(u, key, value);
	if (str_is(key, "ExecStart") || str_is(key, "ExecStartPre") || str_is(key, "ExecStartPost"))
		take_command(u, file, l, value);
	if (str_is(key, "StandardInput") && str_starts(value, "tty")) u->here.moment = "console";
	if (str_is(key, "User")) u->here.user = value;
	if (str_is(key, "DynamicUser") && yes(value)) u->here.user = STR("dynamic"), u->here.confined = YES;
	if ((str_is(key, "NoNewPrivileges") || str_is(key, "ProtectSystem") || str_is(key, "SystemCallFilter") ||
		    str_is(key, "AppArmorProfile")) &&
		value.n && !str_is(value, "no"))
		u->here.confined = YES;
}

static void collect_unit(const struct starting *s, struct wants *wants, str name, struct arena scratch)
{
	struct systemd_unit *u = arena_new(&scratch, struct systemd_unit);
	struct unit_files files = files_of(s, name, scratch);
	struct want want;

	if (files.is_masked) return;
	u->here = *s;
	u->here.confined = NO;
	u->here.enabled = is_wanted(wants, name, &want);
	u->here.moment = str_find(name, "getty", NULL) ? "console" : want.moment;
	u->here.port = want.port;
	u->condition = YES;
	for (size_t i = 0; i < files.count; i++)
		for (struct lines l = lines_of(files.files[i]); lines_next(&l);) take_line(u, files.files[i], &l);
	if (u->condition != YES && u->here.enabled == YES) u->here.enabled = u->condition;
	for (size_t i = 0; i < u->count; i++) {
		str shell;

		if (strcmp(u->here.moment, "console") == 0 && console_is_open(u->commands[i], &shell))
			start_shell(&u->here, &u->at[i], shell);
		else
			start_command(&u->here, &u->at[i], u->commands[i], scratch);
	}
}

/* "x.service", or "x.service.d/more.conf", which adds to x.service or takes the place of its command. */
static bool service_of(str path, str *ret_unit)
{
	str name = str_base_name(path), above;

	*ret_unit = name;
	if (str_ends(name, ".service")) return true;
	if (!str_ends(name, ".conf") || path.n == name.n) return false;
	above = str_base_name((str){ path.p, path.n - name.n - 1 });
	if (!str_ends(above, ".service.d")) return false;
	*ret_unit = (str){ above.p, above.n - 2 };
	return true;
}

/* The units that the files below a root are, or are of, each once. */
static void collect_root(
	const struct starting *s, struct wants *wants, str root, str *done, size_t *count, struct arena scratch)
{
	const struct tree *t = s->tree;

	for (size_t k = tree_first_below(t, root); k < t->count && tree_below(&t->files[k], root); k++) {
		bool is_done = false;
		str unit;

		if (t->files[k].type != NODE_FILE || !service_of(t->files[k].path, &unit)) continue;
		for (size_t i = 0; i < *count && !is_done; i++) is_done = str_equal(done[i], unit);
		if (is_done) continue;
		if (*count == UNITS_MOST) {
			tree_short(t, "start", "there are more units than are read");
			return;
		}
		done[(*count)++] = unit;
		collect_unit(s, wants, unit, scratch);
	}
}

void start_units(const struct starting *s, struct arena scratch)
{
	struct wants *wants = arena_new(&scratch, struct wants);
	str *done = arena_array(&scratch, str, UNITS_MOST);
	size_t count = 0;

	for (size_t i = 0; i < ROOTS; i++) add_links(s, wants, unit_roots[i]);
	for (size_t i = 0; i < wants->count; i++) {
		follow_alias(s, wants, wants->all[i], scratch);
		follow(s, wants, wants->all[i], &scratch);
	}
	for (size_t i = 0; i < ROOTS; i++) collect_root(s, wants, str_of(unit_roots[i]), done, &count, scratch);
}
