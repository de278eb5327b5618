/* Writing a setting, so that nothing secret of it reaches the evidence. */
#include "base/digest.h"
#include "base/mask.h"
#include "rootfs/noted.h"
#include "rootfs/passwords.h"
#include "rootfs/settings.h"

str setting_unquoted(str s)
{
	s = str_trim(s);
	if (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0]) return (str){ s.p + 1, s.n - 2 };
	return s;
}

str setting_lowered(struct arena *keep, str s)
{
	char *p = arena_array(keep, char, s.n + 1);

	for (size_t i = 0; i < s.n; i++) p[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] + 32) : s.p[i];
	return (str){ p, s.n };
}

/* A value that begins with '/' names a file when the image has its first folder, or the device makes it;
 * "/uniqueslash05" is a password. */
static bool is_path(const struct tree *t, str value)
{
	size_t end = 1;

	if (value.n < 2 || value.p[0] != '/') return false;
	while (end < value.n && value.p[end] != '/') end++;
	if (end == value.n) return false;
	if (str_starts(value, "/run/") || str_starts(value, "/tmp/") || str_starts(value, "/var/")) return true;

	size_t below = tree_first_below(t, (str){ value.p + 1, end - 1 });

	return below < t->count && tree_below(&t->files[below], (str){ value.p + 1, end - 1 });
}

struct context {
	struct facts *facts;
	const struct tree *tree;
	const struct lines *at;
	str domain;
};

static void write_secret(const struct context *c, str value)
{
	struct digest digest = digest_of(span_from_str(value));

	if (noted_before(c->at->file->noted, c->at->file->fact, &digest)) return;
	fact_secret(c->facts, &(struct fact_secret){ .file = c->at->file->fact,
				      .at = NUM(c->at->at),
				      .kind = STR("password"),
				      .fingerprint = digest_str(&digest),
				      .used_by = c->domain,
				      .locked = NO });
}

/* snmpd.conf(5): the words of these lines are names, sources and what lets in. A community that everybody knows is no
 * secret, and shown; any other is. */
static bool is_community(str key)
{
	return str_starts(key, "rocommunity") || str_starts(key, "rwcommunity") || str_starts(key, "com2sec") ||
	       str_is(key, "community") || str_starts(key, "trapcommunity");
}

/* trapsink HOST COMMUNITY */
static bool is_trap(str key)
{
	return str_is(key, "trapsink") || str_is(key, "trap2sink") || str_is(key, "informsink");
}

static bool is_known_word(str word)
{
	return str_is(word, "public") || str_is(word, "private") || str_is(word, "default") ||
	       password_is_default(word);
}

static str shown_words(const struct context *c, str key, str value, struct arena *scratch)
{
	bool is_user = str_is(key, "createuser") || str_is(key, "usmuser");
	size_t secret_at = is_user || str_starts(key, "com2sec") ? 2 : is_trap(key) ? 1 : 0, number = 0;
	str shown = STR(""), word;

	for (str rest = value; str_word(&rest, &word); number++) {
		str bare = setting_unquoted(word);
		bool is_secret = number >= secret_at && (is_user || number == secret_at) && !is_known_word(bare) &&
				 bare.n > 1 && bare.p[0] != '-' && !memchr(bare.p, '/', bare.n);

		/* createUser NAME MD5 "one" DES "two": the methods are no secrets. */
		if (is_user &&
			(str_is(bare, "MD5") || str_is(bare, "SHA") || str_is(bare, "DES") || str_is(bare, "AES")))
			is_secret = false;
		if (is_secret) write_secret(c, bare);
		shown = arena_printf(scratch, "%.*s%s%.*s", STR_FMT(shown), shown.n ? " " : "",
			is_secret ? 8 : (int)bare.n,
			is_secret ? "(secret)"
			: bare.p  ? bare.p
				  : "");
	}
	return shown;
}

static bool is_listed(const char *domain, str key)
{
	return strcmp(domain, "snmpd") == 0 &&
	       (is_community(key) || is_trap(key) || str_is(key, "createuser") || str_is(key, "usmuser"));
}

static bool is_secret(const struct tree *t, const struct setting *row)
{
	return (mask_is_secret_name(row->key) || str_find_no_case(row->value, "authorization", NULL)) &&
	       !mask_is_plain_value(row->value) && !is_path(t, row->value);
}

void setting_write(
	struct facts *f, const struct tree *t, const char *domain, const struct setting *row, struct arena scratch)
{
	struct context c = { .facts = f, .tree = t, .at = &row->at, .domain = str_of(domain) };
	str key = row->key, value = row->value;
	bool has_list = is_listed(domain, key), hides = !has_list && is_secret(t, row);
	str shown = has_list ? shown_words(&c, key, value, &scratch) : hides ? STR("(secret)") : value;
	char room[MASK_LINE_MOST + 64];

	/* "http://user:password@host/", and command lines. */
	if (!has_list && (str_find(shown, "://", NULL) || str_starts(shown, "-") || str_find(shown, " -", NULL)))
		shown = mask_secrets(shown, room);

	if (hides) write_secret(&c, value);
	fact_setting(f, &(struct fact_setting){ .file = row->at.file ? row->at.file->fact : 0,
				.line = row->at.number ? NUM(row->at.number) : (num){ 0 },
				.at = row->at.number ? NUM(row->at.at) : (num){ 0 },
				.domain = c.domain,
				.key = key,
				.value = shown,
				.condition = row->condition,
				.origin = str_of(row->origin) });
	if (!row->at.number || !row->at.file) return;
	if (hides || has_list || !str_equal(shown, value))
		collect_excerpt(f, row->at.file, row->at.at, row->at.number,
			arena_printf(&scratch, "%.*s %.*s", STR_FMT(key), STR_FMT(shown)));
	else
		lines_excerpt(f, &row->at);
}

/* ---- which of several counts ------------------------------------------------------------------------------------- */

struct settings *settings_open(struct facts *f, const struct tree *t, const char *domain, struct arena *keep)
{
	struct settings *s = arena_new(keep, struct settings);

	s->facts = f;
	s->tree = t;
	s->domain = domain;
	s->keep = keep;
	return s;
}

static struct setting *find(struct settings *s, str key, str condition)
{
	for (size_t i = 0; i < s->count; i++)
		if (str_equal(s->rows[i].key, key) && str_equal(s->rows[i].condition, condition)) return &s->rows[i];
	return NULL;
}

/* What another line takes the place of holds no more; a secret in it is still in the image. */
static void drop(const struct settings *s, const struct setting *row)
{
	struct context c = { .facts = s->facts, .tree = s->tree, .at = &row->at, .domain = str_of(s->domain) };

	if (row->at.file && !is_listed(s->domain, row->key) && is_secret(s->tree, row)) write_secret(&c, row->value);
}

void settings_add(struct settings *s, enum setting_rule rule, const struct setting *row)
{
	struct setting *known = rule == SETTING_EACH ? NULL : find(s, row->key, row->condition);

	if (known) drop(s, rule == SETTING_FIRST ? row : known);
	if (known && rule == SETTING_FIRST) return;
	if (known) {
		*known = *row;
		return;
	}
	if (s->count == SETTINGS_MOST) {
		tree_short(s->tree, "settings", "a configuration has more lines than are read");
		return;
	}
	s->rows[s->count++] = *row;
}

const struct setting *settings_find(struct settings *s, const char *key, str condition)
{
	return find(s, str_of(key), condition);
}

void settings_write(struct settings *s, struct arena scratch)
{
	for (size_t i = 0; i < s->count; i++) setting_write(s->facts, s->tree, s->domain, &s->rows[i], scratch);
	s->count = 0;
}
