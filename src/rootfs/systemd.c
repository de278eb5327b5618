/* systemd: services and sockets that a target wants, their drop-ins, and what masks or replaces a unit. */
#include "rootfs/console.h"
#include "rootfs/names.h"
#include "rootfs/start.h"

/* The first has the last word over a name. */
static const char *const unit_roots[] = { "etc/systemd/system", "lib/systemd/system", "usr/lib/systemd/system" };

enum { ROOTS = sizeof(unit_roots) / sizeof(*unit_roots), COMMANDS_MOST = 8 };

/* "telnet.socket" starts "telnet.service", or "telnet@.service" for each connection. */
static bool has_socket(const struct names *wanted, str unit, struct arena scratch)
{
	size_t n;

	if (!str_find(unit, ".service", &n)) return false;
	if (n && unit.p[n - 1] == '@') n--;
	return names_have(wanted, arena_printf(&scratch, "%.*s.socket", (int)n, unit.p));
}

/* "serial-getty@ttyS0.service" is an instance of "serial-getty@.service". */
static tri is_wanted(const struct names *wanted, str unit)
{
	size_t sign;

	if (names_have(wanted, unit)) return YES;
	if (!str_find(unit, "@.", &sign)) return str_find(unit, "getty@", NULL) ? UNKNOWN : NO;
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

struct unit {
	struct starting here;
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

static void take_command(struct unit *u, const struct tree_file *file, struct lines *l, str value)
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

static void take_line(struct unit *u, const struct tree_file *file, struct lines *l)
{
	str value = str_trim(l->line), key;

	if (!value.n || value.p[0] == '#' || value.p[0] == ';' || !memchr(value.p, '=', value.n)) return;
	if (!str_split(&value, '=', &key)) return;
	key = str_trim(key);
	value = str_trim(value);
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

static void collect_unit(const struct starting *s, const struct names *wanted, const struct tree_file *file, str name,
	struct arena scratch)
{
	struct unit *u = arena_new(&scratch, struct unit);

	u->here = *s;
	u->here.moment = "boot";
	u->here.confined = NO;
	u->here.enabled = is_wanted(wanted, name);
	if (u->here.enabled != YES && has_socket(wanted, name, scratch)) {
		u->here.enabled = YES;
		u->here.moment = "connection";
	}
	if (str_find(name, "getty", NULL)) u->here.moment = "console";
	for (struct lines l = lines_of(file); lines_next(&l);) take_line(u, file, &l);
	for (size_t i = 0; i < u->count; i++) {
		str shell;

		if (strcmp(u->here.moment, "console") == 0 && console_is_open(u->commands[i], &shell))
			start_shell(&u->here, &u->at[i], shell);
		else
			start_command(&u->here, &u->at[i], u->commands[i], scratch);
	}
}

/* A unit of the same name above it stands in its place; a link to /dev/null masks it. */
static bool is_replaced(const struct tree *t, const struct tree_file *file, size_t root, struct arena scratch)
{
	str name = str_base_name(file->path);

	if (file->path.n != strlen(unit_roots[root]) + 1 + name.n) return false;
	for (size_t i = 0; i < root; i++) {
		str above = arena_printf(&scratch, "%s/%.*s", unit_roots[i], STR_FMT(name));

		if (tree_name(t, above) && tree_find(t, above) != file) return true;
	}
	return false;
}

/* "x.service.d/more.conf" adds to x.service, or takes the place of its command. */
static bool drop_in_of(str path, str *ret_unit)
{
	str name = str_base_name(path), above;

	if (!str_ends(name, ".conf") || path.n == name.n) return false;
	above = str_base_name((str){ path.p, path.n - name.n - 1 });
	if (!str_ends(above, ".service.d")) return false;
	*ret_unit = (str){ above.p, above.n - 2 };
	return true;
}

void start_units(const struct starting *s, struct arena scratch)
{
	struct names wanted = { 0 };
	const struct tree *t = s->tree;

	for (size_t i = 0; i < ROOTS; i++) {
		names_add(t, &wanted, str_of(unit_roots[i]), ".wants");
		names_add(t, &wanted, str_of(unit_roots[i]), ".requires");
	}
	names_sort(&wanted);
	for (size_t i = 0; i < ROOTS; i++) {
		str root = str_of(unit_roots[i]);

		for (size_t k = tree_first_below(t, root); k < t->count && tree_below(&t->files[k], root); k++) {
			const struct tree_file *file = &t->files[k];
			str unit = str_base_name(file->path);
			bool is_unit = str_ends(unit, ".service") || drop_in_of(file->path, &unit);

			if (!is_unit || file->type != NODE_FILE) continue;
			start_seen(s, file);
			if (file->content.p && !is_replaced(t, file, i, scratch))
				collect_unit(s, &wanted, file, unit, scratch);
		}
	}
	names_free(&wanted);
}
