/* sshd, as it reads its configuration (servconf.c): the first value of a keyword counts, options of the command come
 * before all files; an Include stands where its lines would; what follows a Match holds for those only whom it fits,
 * and for them before the rest; "Match all" fits everybody. */
#include "rootfs/sshd.h"

#include "rootfs/settings.h"

/* A word, or what stands between quotes. False: the line is at its end, or a comment begins. */
static bool next_word(str *rest, str *ret)
{
	*rest = str_trim(*rest);
	if (!rest->n || rest->p[0] == '#') return false;
	if (rest->p[0] == '"' || rest->p[0] == '\'') {
		const char *end = memchr(rest->p + 1, rest->p[0], rest->n - 1);
		size_t n = end ? (size_t)(end - rest->p) - 1 : rest->n - 1;

		*ret = (str){ rest->p + 1, n };
		*rest = (str){ ret->p + n + (end ? 1 : 0), rest->n - n - 1 - (end ? 1 : 0) };
		return true;
	}
	return str_word(rest, ret);
}

bool sshd_line(str line, struct arena *keep, str *ret_key, str *ret_value)
{
	str rest = str_trim(line), word, value = STR("");
	size_t n = 0;

	if (!rest.n || rest.p[0] == '#') return false;
	while (n < rest.n && !strchr(" \t=\"", rest.p[n])) n++;
	*ret_key = setting_lowered(keep, (str){ rest.p, n });
	rest = str_trim((str){ rest.p + n, rest.n - n });
	if (rest.n && rest.p[0] == '=') rest.p++, rest.n--;
	while (next_word(&rest, &word))
		value = arena_printf(keep, "%.*s%s%.*s", STR_FMT(value), value.n ? " " : "", STR_FMT(word));
	*ret_value = value;
	return n && value.n;
}

/* Keywords that each add to what was said before. */
static bool is_list(str key)
{
	static const char *const keys[] = { "port", "listenaddress", "hostkey", "hostcertificate", "acceptenv",
		"allowusers", "denyusers", "allowgroups", "denygroups", "subsystem", "permitopen", "permitlisten",
		"setenv" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (str_is(key, keys[i])) return true;
	return false;
}

static str canonical(str key)
{
	if (str_is(key, "challengeresponseauthentication") || str_is(key, "skeyauthentication"))
		return STR("kbdinteractiveauthentication");
	return str_is(key, "dsaauthentication") ? STR("pubkeyauthentication") : key;
}

static str plain_value(str value)
{
	if (value.n == 4 && str_find_no_case(value, "true", NULL)) return STR("yes");
	return value.n == 5 && str_find_no_case(value, "false", NULL) ? STR("no") : value;
}

static const char match_all[] = "Match all";

struct sshd {
	struct settings *settings;
	str condition; /* of the Match block that is being read */
};

static void take(struct sshd *d, str key, str value, const char *origin, struct lines at)
{
	key = canonical(key);
	settings_add(d->settings, is_list(key) ? SETTING_EACH : SETTING_FIRST,
		&(struct setting){ .key = key,
			.value = plain_value(value),
			.condition = d->condition,
			.origin = origin,
			.at = at });
}

static void read_file(void *self, const struct tree_file *file, unsigned depth);

static void take_match(struct sshd *d, str outer, str value)
{
	bool is_all = value.n == 3 && str_find_no_case(value, "all", NULL);

	/* In a file that a Match block includes both must fit. */
	if (is_all)
		d->condition = outer.n ? outer : str_of(match_all);
	else if (outer.n && !str_is(outer, match_all))
		d->condition = arena_printf(d->settings->keep, "%.*s, %.*s", STR_FMT(outer), STR_FMT(value));
	else
		d->condition = arena_printf(d->settings->keep, "Match %.*s", STR_FMT(value));
}

static void take_include(struct sshd *d, str value, unsigned depth)
{
	str path;

	while (str_word(&value, &path)) {
		struct sshd inner = *d;

		if (path.n && path.p[0] != '/') path = arena_printf(d->settings->keep, "/etc/ssh/%.*s", STR_FMT(path));
		settings_include(d->settings, path, depth, read_file, &inner);
	}
}

/* A Match block ends with its file. */
static void read_file(void *self, const struct tree_file *file, unsigned depth)
{
	struct sshd *d = self;
	str outer = d->condition, key, value;

	for (struct lines l = lines_of(file); lines_next(&l);) {
		if (!sshd_line(l.line, d->settings->keep, &key, &value)) continue;
		if (str_is(key, "match"))
			take_match(d, outer, value);
		else if (str_is(key, "include"))
			take_include(d, value, depth);
		else
			take(d, key, value, NULL, l);
	}
	d->condition = outer;
}

static const char with_value[] = "CEbcfghkopu";

/* -o "Keyword value", -oKeyword=value: before all files. */
static void take_options(struct sshd *d, const struct started_program *program)
{
	struct options o = { .program = program, .with_value = with_value };
	str value, key, said;
	char letter;

	while (program && options_next(&o, &letter, &value)) {
		if (letter == 'p') take(d, STR("port"), value, "command", program->at);
		if (letter == 'o' && sshd_line(value, d->settings->keep, &key, &said))
			take(d, key, said, "command", program->at);
	}
}

/* What holds where nothing is said, of the keywords that decide who gets in. PermitRootLogin was "yes" before version
 * 7.0: who asks looks at the version. */
static void take_defaults(struct sshd *d, const struct tree_file *file)
{
	static const char *const defaults[][2] = { { "passwordauthentication", "yes" },
		{ "kbdinteractiveauthentication", "yes" }, { "permitemptypasswords", "no" },
		{ "permitrootlogin", "prohibit-password" }, { "usepam", "no" } };

	d->condition = (str){ 0 };
	for (size_t i = 0; i < sizeof(defaults) / sizeof(*defaults); i++)
		take(d, str_of(defaults[i][0]), str_of(defaults[i][1]), "default", (struct lines){ .file = file });
}

/* What "Match all" says holds for everybody, whatever was said outside of it. */
static void lift_match_all(struct settings *s)
{
	for (size_t i = 0; i < s->count; i++) {
		struct setting row = s->rows[i];

		if (!str_is(row.condition, match_all)) continue;
		row.condition = (str){ 0 };
		s->rows[i--] = s->rows[--s->count];
		settings_add(s, is_list(row.key) ? SETTING_EACH : SETTING_LAST, &row);
	}
}

void settings_sshd(struct facts *f, const struct tree *t, struct arena scratch)
{
	static const char *const usual[] = { "/etc/ssh/sshd_config", "/etc/sshd_config", "/usr/local/etc/sshd_config",
		NULL };
	struct setting_sources sources = setting_sources(t, "sshd", 'f', with_value, usual, scratch);

	for (size_t i = 0; i < sources.count; i++) {
		struct arena keep = scratch;
		struct sshd d = { .settings = settings_open(f, t, "sshd", &keep) };

		take_options(&d, sources.all[i].program);
		if (sources.all[i].file) read_file(&d, sources.all[i].file, 0);
		lift_match_all(d.settings);
		take_defaults(&d, sources.all[i].file);
		settings_write(d.settings, keep);
	}
}
