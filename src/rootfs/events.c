/* What is started at a time or by an event: crontab(5), rules of udev(7), mdev.conf of busybox; and the services of
 * OpenRC's runlevels. */
#include "rootfs/start.h"

static const struct tree_file *text_file(const struct tree *t, str path)
{
	const struct tree_file *file = tree_find(t, path);

	return file && file->type == NODE_FILE ? file : NULL;
}

/* Every file below a folder, links followed. */
static void each_below(const struct starting *s, const char *folder,
	void (*each)(const struct starting *s, const struct tree_file *file, struct arena scratch),
	struct arena scratch)
{
	const struct tree *t = s->tree;
	str under = str_of(folder);

	for (size_t k = tree_first_below(t, under); k < t->count && tree_below(&t->files[k], under); k++) {
		const struct tree_file *file = text_file(t, t->files[k].path);

		if (!file) continue;
		start_seen(s, file);
		if (file->content.p) each(s, file, scratch);
	}
}

/* ---- cron -------------------------------------------------------------------------------------------------------- */

/* "@reboot command", or five fields and the command; in the system's own table the user stands before it. */
static void collect_table(const struct starting *s, const struct tree_file *file, bool has_user, struct arena scratch)
{
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str rest = str_trim(l.line), word;
		struct starting here = *s;
		unsigned fields = rest.n && rest.p[0] == '@' ? 1 : 5;

		if (!rest.n || rest.p[0] == '#' || !strchr("@*0123456789", rest.p[0])) continue;
		for (unsigned i = 0; i < fields && str_word(&rest, &word); i++) continue;
		if (has_user && str_word(&rest, &word)) here.user = word;
		start_command(&here, &l, str_trim(rest), scratch);
	}
}

static void collect_user_table(const struct starting *s, const struct tree_file *file, struct arena scratch)
{
	collect_table(s, file, false, scratch);
}

static void collect_system_table(const struct starting *s, const struct tree_file *file, struct arena scratch)
{
	collect_table(s, file, true, scratch);
}

static void collect_cron(const struct starting *s, struct arena scratch)
{
	static const char *const folders[] = { "etc/crontabs", "var/spool/cron/crontabs", "var/spool/cron" };
	struct starting here = *s;
	const struct tree_file *system = text_file(s->tree, STR("etc/crontab"));

	here.moment = "timer";
	here.enabled = s->found->cron ? YES : UNKNOWN;
	each_below(&here, folders[0], collect_user_table, scratch);
	each_below(&here, tree_first_below(s->tree, str_of(folders[1])) < s->tree->count ? folders[1] : folders[2],
		collect_user_table, scratch);
	each_below(&here, "etc/cron.d", collect_system_table, scratch);
	if (system && system->content.p) collect_system_table(&here, system, scratch);
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

/* ACTION=="add", RUN+="/usr/sbin/x", RUN{program}="..": whether it happens depends on what is plugged in. */
static void collect_rules(const struct starting *s, const struct tree_file *file, struct arena scratch)
{
	for (struct lines l = lines_of(file); lines_next(&l);) {
		str line = str_trim(l.line);
		size_t at;

		if (!line.n || line.p[0] == '#') continue;
		while (str_find(line, "RUN", &at)) {
			const char *open = memchr(line.p + at, '"', line.n - at);
			const char *end = open ? memchr(open + 1, '"', (size_t)(line.p + line.n - open - 1)) : NULL;

			if (!end) break;
			start_command(s, &l, (str){ open + 1, (size_t)(end - open) - 1 }, scratch);
			line.n = (size_t)(line.p + line.n - end - 1);
			line.p = end + 1;
		}
	}
}

/* "sd[a-z] 0:0 660 @/etc/plugged": the command stands behind @, $ or *. */
static void collect_mdev(const struct starting *s, struct arena scratch)
{
	const struct tree_file *file = text_file(s->tree, STR("etc/mdev.conf"));

	for (struct lines l = file && file->content.p ? lines_of(file) : (struct lines){ 0 };
		file && file->content.p && lines_next(&l);) {
		str rest = str_trim(l.line), word;

		if (!rest.n || rest.p[0] == '#') continue;
		for (unsigned i = 0; i < 3 && str_word(&rest, &word); i++) continue;
		rest = str_trim(rest);
		if (rest.n && strchr("=>!", rest.p[0]) && !str_word(&rest, &word)) continue;
		rest = str_trim(rest);
		if (rest.n > 1 && strchr("@$*", rest.p[0]))
			start_command(s, &l, (str){ rest.p + 1, rest.n - 1 }, scratch);
	}
}

/* ---- OpenRC ------------------------------------------------------------------------------------------------------ */

/* openrc-run(8): what the service runs stands in variables, unless it has a start() of its own. */
static void collect_service(const struct starting *s, const struct tree_file *file, struct arena scratch)
{
	str command = { 0 }, arguments = STR("");
	struct starting here = *s;
	struct lines at = { 0 };

	for (struct lines l = lines_of(file); lines_next(&l);) {
		str value = str_trim(l.line), key;

		if (!memchr(value.p ? value.p : "", '=', value.n) || !str_split(&value, '=', &key)) continue;
		while (value.n && strchr("\"'", value.p[0])) value.p++, value.n--;
		while (value.n && strchr("\"'", value.p[value.n - 1])) value.n--;
		if (str_is(key, "command")) command = value, at = l;
		if (str_is(key, "command_args")) arguments = value;
		if (str_is(key, "command_user")) here.user = value;
	}
	if (command.n)
		start_command(
			&here, &at, arena_printf(&scratch, "%.*s %.*s", STR_FMT(command), STR_FMT(arguments)), scratch);
	start_script(&here, file, scratch);
}

static void collect_runlevels(const struct starting *s, struct arena scratch)
{
	static const char *const levels[] = { "etc/runlevels/sysinit", "etc/runlevels/boot", "etc/runlevels/default" };
	struct starting here = *s;

	here.moment = "boot";
	for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++)
		each_below(&here, levels[i], collect_service, scratch);
}

void start_events(const struct starting *s, struct arena scratch)
{
	static const char *const rules[] = { "etc/udev/rules.d", "lib/udev/rules.d", "usr/lib/udev/rules.d" };
	struct starting here = *s;

	collect_runlevels(s, scratch);
	collect_cron(s, scratch);
	here.moment = "event";
	here.enabled = UNKNOWN;
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) each_below(&here, rules[i], collect_rules, scratch);
	collect_mdev(&here, scratch);
}
