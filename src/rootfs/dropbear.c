/* dropbear has no file of its own: what it may do stands on its command line (dropbear(8)). Start scripts take that
 * from /etc/default/dropbear or, in OpenWrt, from /etc/config/dropbear, where what is not said is allowed. */
#include "rootfs/settings.h"

static const char with_value[] = "bcdrpPWKIDVGTM";

/* What each letter takes away or opens. */
static const struct {
	char letter;
	const char *key, *value;
} switches[] = { { 's', "passwordauth", "off" }, { 'g', "rootpasswordauth", "off" }, { 'w', "rootlogin", "off" },
	{ 'B', "blankpasswordauth", "on" } };

static const struct {
	const char *key, *value;
} defaults[] = { { "passwordauth", "on" }, { "rootpasswordauth", "on" }, { "rootlogin", "on" },
	{ "blankpasswordauth", "off" } };

static bool is_variable(str word)
{
	return memchr(word.p ? word.p : "", '$', word.n);
}

static void take_switch(struct settings *s, char letter, struct lines at, const char *origin)
{
	for (size_t i = 0; i < sizeof(switches) / sizeof(*switches); i++)
		if (letter == switches[i].letter)
			settings_add(s, SETTING_LAST,
				&(struct setting){ .key = str_of(switches[i].key),
					.value = str_of(switches[i].value),
					.origin = origin,
					.at = at });
}

/* NAME="-s -g": the words of a variable that the start script hands over. */
static bool take_words(struct settings *s, str words, struct lines at)
{
	struct started_program program = { .at = at };
	struct options o = { .program = &program, .with_value = with_value };
	bool is_known = true;
	str value;
	char letter;

	while (program.count < STARTED_WORDS_MOST && str_word(&words, &program.words[program.count])) program.count++;
	while (options_next(&o, &letter, &value)) {
		is_known &= !is_variable(value);
		take_switch(s, letter, at, NULL);
	}
	return is_known;
}

/* "$DROPBEAR_ARGS": what a file that the script reads gives it. False: nothing does, and the environment may. */
static bool take_variable(struct settings *s, str word)
{
	static const char *const files[] = { "/etc/default/dropbear", "/etc/conf.d/dropbear",
		"/etc/sysconfig/dropbear" };
	const struct tree_file *file = NULL;

	for (size_t i = 0; i < sizeof(files) / sizeof(*files) && !file; i++)
		file = setting_file(s->tree, str_of(files[i]));
	while (word.n && strchr("\"${", word.p[0])) word.p++, word.n--;
	while (word.n && strchr("\"}", word.p[word.n - 1])) word.n--;
	if (!file) return false;

	bool is_told = false, is_known = true;

	for (struct lines l = lines_of(file); lines_next(&l);) {
		str value = str_trim(l.line), key;

		if (str_starts(value, "export ")) value = str_trim((str){ value.p + 7, value.n - 7 });
		if (!memchr(value.p ? value.p : "", '=', value.n) || !str_split(&value, '=', &key)) continue;
		if (!str_equal(str_trim(key), word)) continue;
		is_told = true;
		is_known = take_words(s, setting_unquoted(value), l);
	}
	return is_told && is_known;
}

/* Without passwords, or without root, root has none. */
static void settle(struct settings *s)
{
	const struct setting *all = settings_find(s, "passwordauth", (str){ 0 }),
			     *root = settings_find(s, "rootlogin", (str){ 0 });
	const struct setting *off = all && str_is(all->value, "off")     ? all
				    : root && str_is(root->value, "off") ? root
									 : NULL;
	struct setting row = off ? *off : (struct setting){ 0 };

	row.key = STR("rootpasswordauth");
	if (off) settings_add(s, SETTING_LAST, &row);
}

static void take_command(struct settings *s, const struct started_program *program)
{
	struct options o = { .program = program, .with_value = with_value };
	bool is_known = true;
	str value;
	char letter;

	while (options_next(&o, &letter, &value)) {
		if (!letter && is_variable(value)) is_known &= take_variable(s, value);
		if (letter == 'p' || letter == 'P') continue;
		take_switch(s, letter, program->at, "command");
	}
	for (size_t i = 0; i < sizeof(defaults) / sizeof(*defaults); i++)
		settings_add(s, SETTING_FIRST,
			&(struct setting){ .key = str_of(defaults[i].key),
				.value = is_known ? str_of(defaults[i].value) : (str){ 0 },
				.origin = "default" });
	settle(s);
}

/* ---- OpenWrt ----------------------------------------------------------------------------------------------------- */

static bool is_off(str value)
{
	return str_is(value, "0") || str_is(value, "off") || str_is(value, "no") || str_is(value, "false") ||
	       str_is(value, "disabled");
}

static void write_section(struct settings *s, const struct tree_file *file, struct arena scratch)
{
	const struct setting *enable = settings_find(s, "enable", (str){ 0 });

	if (enable && is_off(enable->value)) {
		s->count = 0;
		return;
	}
	for (size_t i = 0; i < sizeof(defaults) / sizeof(*defaults); i++)
		settings_add(s, SETTING_FIRST,
			&(struct setting){ .key = str_of(defaults[i].key),
				.value = str_of(defaults[i].value),
				.origin = "default",
				.at = { .file = file } });
	for (size_t i = 0; i < s->count; i++)
		if (str_ends(s->rows[i].key, "auth") || str_is(s->rows[i].key, "rootlogin"))
			s->rows[i].value = is_off(s->rows[i].value) ? STR("off") : STR("on");
	settle(s);
	settings_write(s, scratch);
}

/* Each section is a server of its own. */
static bool read_uci(struct settings *s, const struct tree_file *file, struct arena scratch)
{
	bool is_in = false;

	for (struct lines l = lines_of(file); lines_next(&l);) {
		str rest = str_trim(l.line), word, key;

		if (!rest.n || rest.p[0] == '#' || !str_word(&rest, &word)) continue;
		if (str_is(word, "config")) {
			if (is_in) write_section(s, file, scratch);
			is_in = true;
			continue;
		}
		if (!is_in || !str_is(word, "option") || !str_word(&rest, &key)) continue;
		settings_add(s, SETTING_LAST,
			&(struct setting){ .key = setting_lowered(s->keep, setting_unquoted(key)),
				.value = setting_unquoted(rest),
				.at = l });
	}
	if (is_in) write_section(s, file, scratch);
	return is_in;
}

void settings_dropbear(struct facts *f, const struct tree *t, struct arena scratch)
{
	const struct tree_file *uci = setting_file(t, STR("/etc/config/dropbear"));
	size_t count = t->started ? t->started->count : 0;
	struct arena keep = scratch;
	struct settings *s = settings_open(f, t, "dropbear", &keep);

	if (uci && read_uci(s, uci, keep)) return;
	for (size_t i = 0; i < count; i++) {
		if (!str_is(t->started->programs[i].name, "dropbear")) continue;
		take_command(s, &t->started->programs[i]);
		settings_write(s, keep);
	}
}
