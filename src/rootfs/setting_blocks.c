/* Configuration files whose lines hold in blocks: lighttpd, nginx, mosquitto, hostapd, wpa_supplicant, samba, proftpd,
 * vsftpd, snmpd, dnsmasq. Each with the rule of its program for what comes twice, its blocks, its includes and the
 * defaults that decide who gets in. */
#include "rootfs/settings.h"

#include <fnmatch.h>

enum form {
	FORM_WORDS,  /* key value */
	FORM_EQUALS, /* key=value */
};

enum blocks {
	BLOCKS_NONE,
	BLOCKS_BRACES,   /* head { ... } */
	BLOCKS_LISTENER, /* "listener 8883": what follows is its own */
	BLOCKS_BSS,      /* "bss=wlan0_1": another network, with the defaults again */
	BLOCKS_NETWORK,  /* network={ ... }: numbered, as they have no name */
	BLOCKS_SECTIONS, /* [name] */
	BLOCKS_TAGS,     /* <Anonymous ~ftp> ... </Anonymous> */
};

static const struct program {
	const char *domain, *program;
	char option; /* of the configuration's path; 0: a word without one */
	const char *with_value;
	const char *usual[8];
	enum form form;
	enum blocks blocks;
	enum setting_rule rule;
	const char *includes[3]; /* keys whose value is a path or pattern */
	const char *folders[2];  /* keys whose value is a folder: all that ends in ... */
	const char *ending;
	const char *base;    /* what a relative path begins at */
	const char *also[2]; /* patterns of further files: each is read by itself */
	bool also_always; /* ... beside the usual one, as one program may be started for each; else only in its place */
	struct {
		const char *key, *value; /* value NULL: that depends on the version */
		const char *unless;      /* another key that, anywhere, takes its place */
	} defaults[4];                   /* what holds where nothing is said */
} programs[] = {
	{ .domain = "lighttpd",
		.program = "lighttpd",
		.option = 'f',
		.with_value = "fmi",
		.usual = { "/etc/lighttpd/lighttpd.conf", "/etc/lighttpd.conf" },
		.form = FORM_EQUALS,
		.blocks = BLOCKS_BRACES,
		.rule = SETTING_LAST,
		.includes = { "include", "include_shell" },
		.also = { "etc/lighttpd/*" } },
	{ .domain = "nginx",
		.program = "nginx",
		.option = 'c',
		.with_value = "cpgse",
		.usual = { "/etc/nginx/nginx.conf" },
		.blocks = BLOCKS_BRACES,
		.rule = SETTING_EACH,
		.includes = { "include" },
		.base = "/etc/nginx/",
		.also = { "etc/nginx/*" } },
	{ .domain = "mosquitto",
		.program = "mosquitto",
		.option = 'c',
		.with_value = "cp",
		.usual = { "/etc/mosquitto/mosquitto.conf", "/etc/mosquitto.conf" },
		.blocks = BLOCKS_LISTENER,
		.rule = SETTING_LAST,
		.folders = { "include_dir" },
		.ending = ".conf",
		.also = { "etc/mosquitto/*.conf" },
		.defaults = { { "allow_anonymous", NULL, NULL }, { "port", "1883", "listener" } } },
	{ .domain = "hostapd",
		.program = "hostapd",
		.option = 0,
		.with_value = "bfgGiPqST",
		.usual = { "/etc/hostapd.conf", "/etc/hostapd/hostapd.conf" },
		.form = FORM_EQUALS,
		.blocks = BLOCKS_BSS,
		.rule = SETTING_LAST,
		.also = { "etc/hostapd/*", "etc/hostapd*.conf" },
		.also_always = true },
	{ .domain = "wpa_supplicant",
		.program = "wpa_supplicant",
		.option = 'c',
		.with_value = "bcCDefgGiIopOPu",
		.usual = { "/etc/wpa_supplicant.conf", "/etc/wpa_supplicant/wpa_supplicant.conf" },
		.form = FORM_EQUALS,
		.blocks = BLOCKS_NETWORK,
		.rule = SETTING_LAST,
		.also = { "etc/wpa_supplicant/*", "etc/wpa_supplicant*.conf" },
		.also_always = true },
	{ .domain = "samba",
		.program = "smbd",
		.option = 's',
		.with_value = "sdlp",
		.usual = { "/etc/samba/smb.conf", "/etc/smb.conf" },
		.form = FORM_EQUALS,
		.blocks = BLOCKS_SECTIONS,
		.rule = SETTING_LAST,
		.includes = { "include" } },
	{ .domain = "proftpd",
		.program = "proftpd",
		.option = 'c',
		.with_value = "cdpSD",
		.usual = { "/etc/proftpd.conf", "/etc/proftpd/proftpd.conf" },
		.blocks = BLOCKS_TAGS,
		.rule = SETTING_LAST,
		.includes = { "include" } },
	{ .domain = "vsftpd",
		.program = "vsftpd",
		.option = 0,
		.with_value = "o",
		.usual = { "/etc/vsftpd.conf", "/etc/vsftpd/vsftpd.conf" },
		.form = FORM_EQUALS,
		.rule = SETTING_LAST,
		.defaults = { { "anonymous_enable", "YES", NULL }, { "local_enable", "NO", NULL } } },
	{ .domain = "snmpd",
		.program = "snmpd",
		.option = 'c',
		.with_value = "cCDgILLmMnoprSuxX",
		.usual = { "/etc/snmp/snmpd.conf", "/etc/snmpd.conf" },
		.rule = SETTING_EACH,
		.includes = { "includefile" },
		.folders = { "includedir" },
		.ending = ".conf",
		.base = "/etc/snmp/" },
	{ .domain = "dnsmasq",
		.program = "dnsmasq",
		.option = 'C',
		.with_value = "CDEFGHIJKLMNOPQRSTUVWXYZabcdefghijlmopqrstuvx",
		.usual = { "/etc/dnsmasq.conf" },
		.form = FORM_EQUALS,
		.rule = SETTING_EACH,
		.includes = { "conf-file" },
		.folders = { "conf-dir" },
		.ending = "" },
	{ .domain = "boa",
		.program = "boa",
		.option = 'f',
		.with_value = "cfrl",
		.usual = { "/etc/boa/boa.conf", "/etc/boa.conf" },
		.rule = SETTING_LAST },
};

struct block_reading {
	const struct program *program;
	struct settings *settings;
	str blocks[INCLUDE_DEPTH_MOST]; /* the heads of the blocks that are open */
	size_t depth, lost;
	str section; /* of forms where the next head ends the one before */
	unsigned number;
};

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

static str condition_of(const struct block_reading *r)
{
	str all = r->section;

	/* nginx has all in one block that means nothing by itself. */
	for (size_t i = r->depth && str_is(r->blocks[0], "http"); i < r->depth; i++)
		all = arena_printf(
			r->settings->keep, "%.*s%s%.*s", STR_FMT(all), all.n ? ", " : "", STR_FMT(r->blocks[i]));
	return all;
}

static void open_block(struct block_reading *r, str head)
{
	if (r->depth < INCLUDE_DEPTH_MOST)
		r->blocks[r->depth++] = str_trim(head);
	else
		r->lost++;
}

static void close_block(struct block_reading *r)
{
	if (r->lost)
		r->lost--;
	else if (r->depth)
		r->depth--;
}

static void take_line(struct block_reading *r, str line, struct lines at, unsigned depth);

/* Where the next brace stands outside of quotes; the length of the text: nowhere. */
static size_t next_brace(str line)
{
	char quote = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (quote ? line.p[i] == quote : line.p[i] == '"' || line.p[i] == '\'') quote = quote ? 0 : line.p[i];
		if (!quote && (line.p[i] == '{' || line.p[i] == '}' || line.p[i] == '#')) return i;
	}
	return line.n;
}

static void take_statements(struct block_reading *r, str text, struct lines at, unsigned depth)
{
	str one = text;

	if (r->program->form == FORM_EQUALS) {
		if (text.n) take_line(r, text, at, depth);
		return;
	}
	while (str_split(&text, ';', &one)) {
		one = str_trim(one);
		if (one.n) take_line(r, one, at, depth);
	}
}

/* Statements and braces may share a line: "location / { deny all; }" */
static void take_braces(struct block_reading *r, str line, struct lines at, unsigned depth)
{
	while (line.n) {
		size_t i = next_brace(line);
		str before = str_trim((str){ line.p, i });
		bool is_open = i < line.n && line.p[i] == '{';

		if (is_open)
			open_block(r, before);
		else
			take_statements(r, before, at, depth);
		if (i == line.n || line.p[i] == '#') return;
		if (!is_open) close_block(r);
		line.p += i + 1;
		line.n -= i + 1;
	}
}

/* True: the line is the head or the end of a block, and no setting. */
static bool take_head(struct block_reading *r, str line)
{
	struct arena *keep = r->settings->keep;
	str rest = line, word;

	switch (r->program->blocks) {
	case BLOCKS_NONE:
	case BLOCKS_BRACES:
		return false;
	case BLOCKS_LISTENER:
		if (str_word(&rest, &word) && str_is(word, "listener")) r->section = line;
		return false;
	case BLOCKS_BSS:
		if (str_starts(line, "bss=")) r->section = line;
		return false;
	case BLOCKS_NETWORK:
		if (str_ends(line, "{")) r->section = arena_printf(keep, "network %u", ++r->number);
		if (str_starts(line, "}")) r->section = (str){ 0 };
		return str_ends(line, "{") || str_starts(line, "}");
	case BLOCKS_SECTIONS:
		if (line.p[0] != '[') return false;
		r->section = str_find_no_case(line, "[global]", NULL) ? (str){ 0 } : line;
		return true;
	case BLOCKS_TAGS:
		if (line.p[0] != '<') return false;
		if (line.n > 2 && line.p[1] == '/')
			close_block(r);
		else
			open_block(r, (str){ line.p + 1, line.n - 1 - (line.p[line.n - 1] == '>') });
		return true;
	}
	return false;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static void read_file(void *self, const struct tree_file *file, unsigned depth);

static str in_full(const struct block_reading *r, str path, const struct tree_file *from)
{
	struct arena *keep = r->settings->keep;

	if (path.n && path.p[0] == '/') return path;
	if (r->program->base) return arena_printf(keep, "%s%.*s", r->program->base, STR_FMT(path));
	return arena_printf(
		keep, "/%.*s%.*s", (int)(from->path.n - str_base_name(from->path).n), from->path.p, STR_FMT(path));
}

/* include_shell "cat FILES": what a program prints is known only of cat. */
static str shell_path(struct block_reading *r, str value)
{
	str word;

	if (str_word(&value, &word) && str_is(str_base_name(word), "cat")) return str_trim(value);
	if (str_find(word, "include-conf-enabled", NULL)) return STR("/etc/lighttpd/conf-enabled/*.conf");
	tree_short(r->settings->tree, "settings", "a configuration includes what a program prints");
	return (str){ 0 };
}

static bool is_one_of(str key, const char *const *keys, size_t count)
{
	for (size_t i = 0; i < count && keys[i]; i++)
		if (str_is(key, keys[i])) return true;
	return false;
}

static bool take_include(struct block_reading *r, str key, str value, const struct tree_file *from, unsigned depth)
{
	const struct program *p = r->program;

	if (is_one_of(key, p->folders, 2)) {
		size_t comma = 0;

		if (str_find(value, ",", &comma)) value.n = comma;
		while (value.n > 1 && value.p[value.n - 1] == '/') value.n--;
		value = arena_printf(r->settings->keep, "%.*s/*%s", STR_FMT(value), p->ending);
	} else if (!is_one_of(key, p->includes, 3)) {
		return false;
	}
	if (str_is(key, "include_shell")) value = shell_path(r, value);
	if (value.n) settings_include(r->settings, in_full(r, value, from), depth, read_file, r);
	return true;
}

static bool split_words(struct block_reading *r, str line, str *ret_key, str *ret_value)
{
	str rest = line, key;

	while (rest.n && (rest.p[rest.n - 1] == ';' || rest.p[rest.n - 1] == ' ')) rest.n--;
	if (!str_word(&rest, &key)) return false;
	*ret_key = setting_lowered(r->settings->keep, key);
	*ret_value = setting_unquoted(rest);
	return true;
}

/* "key = value", "key += value"; of lighttpd's include without a sign; dnsmasq's switches have no value. */
static bool split_equals(struct block_reading *r, str line, str *ret_key, str *ret_value)
{
	str rest = line, key, word = line;

	if (str_word(&word, &key) && is_one_of(key, r->program->includes, 3) && !str_starts(str_trim(word), "="))
		return split_words(r, line, ret_key, ret_value);
	if (!memchr(line.p, '=', line.n)) {
		*ret_key = line;
		*ret_value = STR("yes");
		return strcmp(r->program->domain, "dnsmasq") == 0 && !memchr(line.p, ' ', line.n);
	}
	str_split(&rest, '=', &key);
	if (str_starts(rest, ">")) return false; /* a part of a list */
	key = str_trim(key);
	if (key.n && (key.p[key.n - 1] == '+' || key.p[key.n - 1] == ':')) key.n--;
	*ret_key = setting_lowered(r->settings->keep, str_trim(key));
	*ret_value = setting_unquoted(rest);
	return true;
}

/* Unless per_listener_settings is on, who may log in is one setting for all listeners, wherever it stands. */
static bool is_of_all_listeners(const struct block_reading *r, str key)
{
	static const char *const keys[] = { "allow_anonymous", "password_file", "acl_file", "psk_file",
		"allow_zero_length_clientid", "auth_plugin", "auto_id_prefix", "plugin" };
	const struct setting *each = settings_find(r->settings, "per_listener_settings", (str){ 0 });

	return is_one_of(key, keys, sizeof(keys) / sizeof(*keys)) && !(each && str_is(each->value, "true"));
}

static void take_line(struct block_reading *r, str line, struct lines at, unsigned depth)
{
	str key, value;
	bool is_one = r->program->form == FORM_WORDS ? split_words(r, line, &key, &value)
						     : split_equals(r, line, &key, &value);
	bool is_list, is_global = false;

	if (!is_one || take_include(r, key, value, at.file, depth)) return;
	is_list = str_is(key, "listener") || str_is(key, "bss");
	if (r->program->blocks == BLOCKS_LISTENER) is_global = is_of_all_listeners(r, key);
	settings_add(r->settings, is_list ? SETTING_EACH : r->program->rule,
		&(struct setting){
			.key = key, .value = value, .condition = is_global ? (str){ 0 } : condition_of(r), .at = at });
}

/* "a = (", and lines up to the ")": one value. */
static str whole_value(struct lines *l, str line)
{
	enum { LINES_MOST = 200 };
	long depth = 0;

	for (size_t at = 0, lines = 0;; lines++) {
		for (char quote = 0; at < line.n; at++) {
			char c = line.p[at];

			if (!quote && c == '#') break;
			if (quote ? c == quote : c == '"') quote = quote ? 0 : c;
			if (!quote) depth += (c == '(') - (c == ')');
		}
		if (depth <= 0 || lines == LINES_MOST || !lines_next(l)) return line;
		at = (size_t)(l->line.p - line.p);
		line.n = at + l->line.n;
	}
}

static void read_file(void *self, const struct tree_file *file, unsigned depth)
{
	struct block_reading *r = self;

	for (struct lines l = lines_of(file); lines_next(&l);) {
		str line = str_trim(l.line);

		if (!line.n || line.p[0] == '#' || line.p[0] == ';' || take_head(r, line)) continue;

		struct lines at = l;

		if (r->program->blocks == BLOCKS_BRACES && r->program->form == FORM_EQUALS)
			line = whole_value(&l, line);
		if (r->program->blocks == BLOCKS_BRACES)
			take_braces(r, line, at, depth);
		else
			take_line(r, line, l, depth);
	}
}

/* ---- programs ---------------------------------------------------------------------------------------------------- */

/* vsftpd -oanonymous_enable=NO */
static void take_options(struct block_reading *r, const struct started_program *program)
{
	struct options o = { .program = program, .with_value = r->program->with_value };
	str value, key, said;
	char letter;

	if (!program || strcmp(r->program->domain, "vsftpd") != 0) return;
	while (options_next(&o, &letter, &value))
		if (letter == 'o' && split_equals(r, value, &key, &said))
			settings_add(r->settings, SETTING_LAST,
				&(struct setting){ .key = key, .value = said, .origin = "command", .at = program->at });
}

static bool is_said(const struct settings *s, const char *key)
{
	for (size_t i = 0; key && i < s->count; i++)
		if (str_is(s->rows[i].key, key)) return true;
	return false;
}

static void take_defaults(struct block_reading *r, const struct tree_file *file)
{
	for (size_t i = 0; i < 4 && r->program->defaults[i].key; i++) {
		const char *value = r->program->defaults[i].value;

		if (is_said(r->settings, r->program->defaults[i].unless)) continue;
		settings_add(r->settings, SETTING_FIRST,
			&(struct setting){ .key = str_of(r->program->defaults[i].key),
				.value = value ? str_of(value) : (str){ 0 },
				.origin = "default",
				.at = { .file = file } });
	}
}

static void collect_one(struct facts *f, const struct tree *t, const struct program *p, const struct tree_file *file,
	const struct started_program *started, struct arena scratch)
{
	struct block_reading *r = arena_new(&scratch, struct block_reading);
	struct arena keep = scratch;

	r->program = p;
	r->settings = settings_open(f, t, p->domain, &keep);
	if (file) read_file(r, file, 0);
	take_options(r, started);
	if (file || started) take_defaults(r, file);
	settings_write(r->settings, keep);
}

static bool is_among(const struct setting_sources *sources, const struct tree_file *file)
{
	for (size_t i = 0; i < sources->count; i++)
		if (sources->all[i].file == file) return true;
	return false;
}

static void collect_also(struct facts *f, const struct tree *t, const struct program *p,
	const struct setting_sources *sources, struct arena scratch)
{
	str etc = STR("etc");

	for (size_t k = tree_first_below(t, etc); k < t->count && tree_below(&t->files[k], etc); k++) {
		struct arena inner = scratch;
		str path = arena_str(&inner, t->files[k].path);
		bool fits = false;

		for (size_t i = 0; i < 2 && p->also[i]; i++) fits |= fnmatch(p->also[i], path.p, 0) == 0;
		if (!fits || t->files[k].type != NODE_FILE || is_among(sources, &t->files[k])) continue;
		if (t->files[k].content.p) collect_one(f, t, p, &t->files[k], NULL, inner);
	}
}

static void collect_program(struct facts *f, const struct tree *t, const struct program *p, struct arena scratch)
{
	struct setting_sources sources = setting_sources(t, p->program, p->option, p->with_value, p->usual, scratch);

	bool has_file = false;

	for (size_t i = 0; i < sources.count; i++) {
		has_file |= sources.all[i].file != NULL;
		collect_one(f, t, p, sources.all[i].file, sources.all[i].program, scratch);
	}
	if (p->also[0] && (!has_file || p->also_always)) collect_also(f, t, p, &sources, scratch);
}

void settings_blocks(struct facts *f, const struct tree *t, struct arena scratch)
{
	for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++) collect_program(f, t, &programs[i], scratch);
}
