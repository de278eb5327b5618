/* Forms of start-up beside inittab, rc, systemd, cron and udev: hooks, supervisors, and the inits of other systems.
 * Whether the program that goes by them runs is not told by their files, so nothing here is more than possible. */
#include "rootfs/start_forms.h"

#include <fnmatch.h>

const struct start_form start_forms[] = {
	{ "cron folder", "etc/cron.hourly/*", "timer", FORM_SCRIPT },
	{ "cron folder", "etc/cron.daily/*", "timer", FORM_SCRIPT },
	{ "cron folder", "etc/cron.weekly/*", "timer", FORM_SCRIPT },
	{ "cron folder", "etc/cron.monthly/*", "timer", FORM_SCRIPT },
	{ "cron folder", "etc/periodic/*/*", "timer", FORM_SCRIPT },
	{ "at", "var/spool/at/*", "timer", FORM_SCRIPT },
	{ "at", "var/spool/cron/atjobs/*", "timer", FORM_SCRIPT },
	{ "hotplug.d", "etc/hotplug.d/*/*", "event", FORM_SCRIPT },
	{ "ifup hook", "etc/network/if-pre-up.d/*", "event", FORM_SCRIPT },
	{ "ifup hook", "etc/network/if-up.d/*", "event", FORM_SCRIPT },
	{ "interfaces", "etc/network/interfaces", "event", FORM_INTERFACES },
	{ "interfaces", "etc/network/interfaces.d/*", "event", FORM_INTERFACES },
	{ "ppp", "etc/ppp/ip-up", "event", FORM_SCRIPT },
	{ "ppp", "etc/ppp/ip-up.d/*", "event", FORM_SCRIPT },
	{ "udhcpc", "usr/share/udhcpc/*", "event", FORM_SCRIPT },
	{ "udhcpc", "etc/udhcpc/*", "event", FORM_SCRIPT },
	{ "uci-defaults", "etc/uci-defaults/*", "boot", FORM_SCRIPT },
	{ "runit", "etc/service/*/run", "respawn", FORM_SCRIPT },
	{ "runit", "service/*/run", "respawn", FORM_SCRIPT },
	{ "runit", "var/service/*/run", "respawn", FORM_SCRIPT },
	{ "runit", "etc/sv/*/run", "respawn", FORM_SCRIPT },
	{ "s6", "etc/s6/*/run", "respawn", FORM_SCRIPT },
	{ "s6", "etc/services.d/*/run", "respawn", FORM_SCRIPT },
	{ "s6", "etc/s6-overlay/s6-rc.d/*/run", "respawn", FORM_SCRIPT },
	{ "upstart", "etc/init/*.conf", "boot", FORM_UPSTART },
	{ "Android init", "*.rc", "boot", FORM_ANDROID },
	{ "Android init", "system/etc/init/*.rc", "boot", FORM_ANDROID },
	{ "Android init", "vendor/etc/init/*.rc", "boot", FORM_ANDROID },
	{ "supervisord", "etc/supervisord.conf", "respawn", FORM_SUPERVISORD },
	{ "supervisord", "etc/supervisor/*.conf", "respawn", FORM_SUPERVISORD },
	{ "supervisord", "etc/supervisor/conf.d/*.conf", "respawn", FORM_SUPERVISORD },
	{ "monit", "etc/monitrc", "respawn", FORM_MONIT },
	{ "monit", "etc/monit/monitrc", "respawn", FORM_MONIT },
	{ "monit", "etc/monit/conf.d/*", "respawn", FORM_MONIT },
	{ 0 },
};

static bool takes_word(str *line, const char *word)
{
	str rest = *line, first;

	if (!str_word(&rest, &first) || !str_is(first, word)) return false;
	*line = str_trim(rest);
	return true;
}

/* interfaces(5): "up command" inside a stanza. */
static str of_interfaces(str line)
{
	static const char *const words[] = { "up", "pre-up", "post-up" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (takes_word(&line, words[i])) return line;
	return (str){ 0 };
}

/* "service NAME /path arguments", "exec [context [user]] -- /path arguments". */
static str of_android(str line)
{
	str name;

	if (takes_word(&line, "service")) return str_word(&line, &name) ? str_trim(line) : (str){ 0 };
	if (!takes_word(&line, "exec") && !takes_word(&line, "exec_background")) return (str){ 0 };
	for (str rest = line; str_word(&rest, &name);)
		if (str_is(name, "--")) return str_trim(rest);
	return line;
}

static str of_supervisord(str line)
{
	str key;

	if (!memchr(line.p ? line.p : "", '=', line.n) || !str_split(&line, '=', &key)) return (str){ 0 };
	return str_is(str_trim(key), "command") ? str_trim(line) : (str){ 0 };
}

/* start program = "/etc/init.d/x start" */
static str of_monit(str line)
{
	const char *open, *end;

	if (!takes_word(&line, "start")) return (str){ 0 };
	open = memchr(line.p ? line.p : "", '"', line.n);
	end = open ? memchr(open + 1, '"', (size_t)(line.p + line.n - open - 1)) : NULL;
	return end ? (str){ open + 1, (size_t)(end - open) - 1 } : (str){ 0 };
}

/* "exec command"; the lines from "script" to "end script" are read as commands of their own. */
static str of_upstart(str line, bool *is_script)
{
	if (str_is(line, "script") || str_ends(line, "-start script")) {
		*is_script = true;
		return (str){ 0 };
	}
	if (str_is(line, "end script")) *is_script = false;
	if (*is_script) return line;
	(void)(takes_word(&line, "pre-start") || takes_word(&line, "post-start"));
	return takes_word(&line, "exec") ? line : (str){ 0 };
}

static str command_in(enum start_form_kind kind, str line, bool *is_script)
{
	switch (kind) {
	case FORM_INTERFACES:
		return of_interfaces(line);
	case FORM_ANDROID:
		return of_android(line);
	case FORM_SUPERVISORD:
		return of_supervisord(line);
	case FORM_MONIT:
		return of_monit(line);
	case FORM_UPSTART:
		return of_upstart(line, is_script);
	case FORM_SCRIPT:
		break;
	}
	return (str){ 0 };
}

static void read_form(
	const struct starting *s, const struct start_form *form, const struct tree_file *file, struct arena scratch)
{
	bool is_script = false;

	start_seen(s, file);
	if (file->is_elf || !file->content.p) return;
	if (form->kind == FORM_SCRIPT) {
		start_script(s, file, scratch);
		return;
	}
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str line = str_trim(l.line), command;

		if (!line.n || line.p[0] == '#') continue;
		command = command_in(form->kind, line, &is_script);
		if (command.n) start_command(s, &l, command, scratch);
	}
}

/* Links can name one large script many times: the cost is held by the number of files, not of scripts. */
enum { FORM_FILES_MOST = 256 };

void start_other_forms(const struct starting *s, struct arena scratch)
{
	const struct tree *t = s->tree;
	unsigned taken = 0;

	for (size_t i = 0; i < t->count; i++) {
		struct arena inner = scratch;
		const char *path = arena_cstr(&inner, t->files[i].path);

		for (const struct start_form *form = start_forms; form->name; form++) {
			struct starting here = *s;
			const struct tree_file *file;

			if (fnmatch(form->place, path, FNM_PATHNAME | FNM_PERIOD) != 0) continue;
			file = tree_find(t, t->files[i].path);
			if (!file || file->type != NODE_FILE) break;
			if (taken++ == FORM_FILES_MOST) {
				tree_short(t, "start", "more hooks and services are there than are read");
				return;
			}
			here.moment = form->moment;
			here.enabled = UNKNOWN;
			here.found = NULL; /* a hook alone does not say what the system starts */
			read_form(&here, form, file, inner);
			break;
		}
	}
}
