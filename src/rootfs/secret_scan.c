#include "rootfs/secret_scan.h"

#include "base/anchors.h"
#include "base/buf.h"
#include "base/tokens.h"
#include "format/der.h"
#include "rootfs/noted.h"
#include "rootfs/secret_forms.h"
#include "rootfs/secret_text.h"

/* A file of settings has some ten secrets; what has hundreds is a list or a test of them. */
enum { SECRETS_MOST = 500 };

struct scan {
	struct key_place *place; /* NULL: it is only asked whether there is any */
	const struct tree_file *file;
	span content;
	enum text_kind how;
	size_t tokens, base64, address, jwk, words; /* the numbers of the anchors end there */
	size_t taken;
	size_t line_at; /* where the lines were counted to */
	uint32_t line;
};

/* ---- writing ----------------------------------------------------------------------------------------------------- */

static uint32_t line_of(struct scan *s, size_t at)
{
	if (s->how == TEXT_BYTES || at < s->line_at) return 0;
	for (; s->line_at < at; s->line_at++) s->line += s->content.p[s->line_at] == '\n';
	return s->line + 1;
}

static bool is_full(struct scan *s)
{
	if (++s->taken <= SECRETS_MOST) return false;
	if (s->taken == SECRETS_MOST + 1) file_short(s->file, "secrets", "a file has more secrets than are read");
	return true;
}

/* `said`: what is shown in its place. */
static void write_row(
	struct scan *s, size_t at, const char *kind, const char *algorithm, tri locked, span bytes, str said)
{
	struct digest digest = digest_of(bytes);

	if (!s->place || noted_before(s->file->noted, s->file->fact, &digest) || is_full(s)) return;
	fact_secret(s->place->facts, &(struct fact_secret){ .file = s->file->fact,
					     .at = NUM(at),
					     .kind = str_of(kind),
					     .algorithm = str_of(algorithm),
					     .locked = locked,
					     .fingerprint = digest_str(&digest) });
	collect_excerpt(s->place->facts, s->file, at, line_of(s, at), said);
}

/* ---- tokens ------------------------------------------------------------------------------------------------------ */

static size_t take_token(struct scan *s, size_t number, size_t at)
{
	const struct token *t = token_of(number - 1);
	char before = at ? (char)s->content.p[at - 1] : '\0';
	size_t n = token_length(t, str_from_span(span_from(s->content, at, UINT64_MAX)), before);

	if (!n) return 0;
	s->taken += !s->place;
	if (s->place) {
		struct arena scratch = s->place->scratch;

		write_row(s, at, t->kind, NULL, NO, (span){ s->content.p + at, n },
			arena_printf(&scratch, "(%s)", t->service));
	}
	return at + n;
}

/* ---- DER in base64 without the lines of PEM ---------------------------------------------------------------------- */

static int digit_of(uint8_t c)
{
	return c >= 'A' && c <= 'Z'   ? c - 'A'
	       : c >= 'a' && c <= 'z' ? c - 'a' + 26
	       : c >= '0' && c <= '9' ? c - '0' + 52
	       : c == '+' || c == '-' ? 62
	       : c == '/' || c == '_' ? 63
				      : -1;
}

/* Blanks, ends of lines and "\n" stand between its lines. Returns where it ends. */
static size_t decode(span content, size_t at, size_t most, struct buf *out)
{
	unsigned bits = 0, have = 0;

	for (; at < content.n && out->n < most; at++) {
		uint8_t c = content.p[at];
		int digit = digit_of(c);

		if (digit < 0 && strchr(" \t\r\n", c) && c) continue;
		if (c == '\\' && at + 1 < content.n && (content.p[at + 1] == 'n' || content.p[at + 1] == 'r')) {
			at++;
			continue;
		}
		if (digit < 0) break;
		bits = bits << 6 | (unsigned)digit;
		have += 6;
		if (have >= 8) have -= 8, buf_char(out, (char)(bits >> have & 0xff));
	}
	return at;
}

/* Is it the first line of a block of PEM, which is found as that? Ends of lines, quotes and blanks stand between. */
static bool is_in_pem(span content, size_t at)
{
	enum { FAR = 64 };
	size_t letters = 0;

	for (size_t n = 0; n < FAR && at > 4; n++, at--) {
		if (memcmp(content.p + at - 5, "-----", 5) == 0) return true;
		letters = digit_of(content.p[at - 1]) >= 0 ? letters + 1 : 0;
		if (letters > 2) return false;
	}
	return false;
}

static size_t take_base64(struct scan *s, size_t at)
{
	enum { LEAST = 48, MOST = 64 << 10 };
	struct buf bytes = { 0 };
	struct der d;
	size_t end;

	if ((at && digit_of(s->content.p[at - 1]) >= 0) || is_in_pem(s->content, at)) return 0;
	(void)decode(s->content, at, LEAST, &bytes);
	if (bytes.n < LEAST)
		end = 0;
	else
		end = decode(s->content, at, MOST, (buf_clear(&bytes), &bytes));
	if (end && (!der_next(span_from_str(buf_all(&bytes)), 0, &d) || d.at)) end = 0;
	if (end) s->taken += !s->place;
	if (end && s->place) {
		s->place->at = at;
		if (!collect_der(s->place, span_from_str(buf_all(&bytes)), false)) end = 0;
		s->place->at = 0;
	}
	buf_free(&bytes);
	return end;
}

/* ---- JSON Web Keys (RFC 7517): "kty", and a private part "d" or "k" in the same object --------------------------- */

static bool member(str object, const char *name, str *ret)
{
	size_t at;

	if (!str_find(object, name, &at)) return false;
	at += strlen(name);
	while (at < object.n && strchr(": \t\r\n", object.p[at])) at++;
	if (at >= object.n || object.p[at] != '"') return false;

	str rest = { object.p + at + 1, object.n - at - 1 };

	return str_split(&rest, '"', ret);
}

static size_t take_jwk(struct scan *s, size_t at)
{
	enum { FAR = 4096 };
	size_t begin = at, end = at;
	str object, kind, value;
	bool is_symmetric;

	while (begin && at - begin < FAR && s->content.p[begin] != '{' && s->content.p[begin] != '}') begin--;
	while (end < s->content.n && end - at < FAR && s->content.p[end] != '}' && s->content.p[end] != '{') end++;
	object = (str){ (const char *)s->content.p + begin, end - begin };
	if (!member(object, "\"kty\"", &kind)) return 0;
	is_symmetric = str_is(kind, "oct");
	if (!member(object, is_symmetric ? "\"k\"" : "\"d\"", &value) || value.n < 20) return 0;
	for (size_t i = 0; i < value.n; i++)
		if (digit_of((uint8_t)value.p[i]) < 0) return 0;
	s->taken += !s->place;
	write_row(s, at, is_symmetric ? "psk" : "private-key",
		str_is(kind, "RSA")  ? "rsa"
		: str_is(kind, "EC") ? "ecdsa"
				     : NULL,
		NO, span_from_str(value), STR("(JSON web key)"));
	return end;
}

/* ---- by their names ---------------------------------------------------------------------------------------------- */

static void write_x25519(struct scan *s, const struct text_secret *t, size_t at, str said)
{
	struct key_facts k = { .kind = STR("private-key"), .algorithm = STR("x25519"), .bits = NUM(256) };
	struct buf raw = { 0 };
	EVP_PKEY *key;

	(void)decode(span_from_str(t->value), 0, 32, &raw);
	key = raw.n == 32 ? EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, NULL, (const uint8_t *)raw.p, raw.n) : NULL;
	if (key)
		key_describe(key, &k);
	else
		key_by_its_bytes(span_from_str(t->value), &k);
	if (!noted_before(s->file->noted, s->file->fact, &k.fingerprint) && !is_full(s)) {
		s->place->at = at;
		key_write(s->place, &k, NO);
		s->place->at = 0;
		collect_excerpt(s->place->facts, s->file, at, line_of(s, at), said);
	}
	EVP_PKEY_free(key);
	buf_free(&raw);
}

static size_t take_text(struct scan *s, const struct text_secret *t)
{
	size_t at = (size_t)((const uint8_t *)t->name.p - s->content.p);

	if (!s->place) {
		s->taken++;
		return t->end;
	}

	struct arena scratch = s->place->scratch;
	str said = arena_printf(&scratch, "%.*s (secret)", STR_FMT(t->name));

	if (t->is_x25519)
		write_x25519(s, t, at, said);
	else
		write_row(s, at, t->kind, NULL, NO, span_from_str(t->value), said);
	return t->end;
}

/* ---- the pass ---------------------------------------------------------------------------------------------------- */

static void add_words(struct scan *s, struct anchors *a)
{
	static const char *const base64[] = { "MII", "MIG", "MHc", "MHQ", "MC4" };

	for (size_t i = 0; token_of(i); i++) s->tokens = anchors_add(a, token_of(i)->begin, false);
	for (size_t i = 0; i < sizeof(base64) / sizeof(*base64); i++) s->base64 = anchors_add(a, base64[i], false);
	s->address = anchors_add(a, "://", false);
	s->jwk = anchors_add(a, "\"kty\"", false);
	for (size_t i = 0; s->how != TEXT_PROSE && text_words[i]; i++) s->words = anchors_add(a, text_words[i], true);
}

/* Where the next word is looked for. */
static size_t take(struct scan *s, size_t number, size_t at)
{
	struct text_secret t;
	size_t end = 0;

	if (number <= s->tokens)
		end = take_token(s, number, at);
	else if (number <= s->base64)
		end = take_base64(s, at);
	else if (number == s->address)
		end = text_login_at(s->how, s->content, at, &t) ? take_text(s, &t) : 0;
	else if (number == s->jwk)
		end = take_jwk(s, at);
	else if (text_secret_at(s->how, s->content, at, &t))
		end = take_text(s, &t);
	return end > at ? end : at + 1;
}

static void go_through(struct scan *s)
{
	struct anchors a = { 0 };
	size_t at = 0, number;

	add_words(s, &a);
	while (s->taken <= SECRETS_MOST && (number = anchors_find(&a, s->content, at, &at))) {
		at = take(s, number, at);
		if (!s->place && s->taken) return;
	}
}

static void take_form(void *self, const struct form_secret *f)
{
	struct scan *s = self;

	s->taken += !s->place;
	if (!s->place) return;

	struct arena scratch = s->place->scratch;

	write_row(s, f->at, f->kind, f->algorithm, f->locked, f->bytes, arena_printf(&scratch, "(%s)", f->what));
}

void secret_scan(struct key_place *p, span content)
{
	struct scan s = {
		.place = p, .file = p->file, .content = content, .how = text_kind_of(p->file->path, content)
	};
	const char *closed = secret_form_closed(p->file->path, content);

	(void)secret_forms(p->file->path, content, take_form, &s);
	s.line_at = s.line = 0;
	go_through(&s);
	if (closed) file_short(p->file, "secrets", closed);
}

static void take_armoured(void *self, const struct form_secret *f)
{
	struct key_facts k = { .kind = STR("private-key"), .algorithm = str_of(f->algorithm) };

	key_by_its_bytes(f->bytes, &k);
	key_write(self, &k, f->locked);
}

/* Behind its first line and its headers ("Version: ...") stands base64, and a checksum that begins with '='. */
size_t secret_armour(struct key_place *p, span block)
{
	enum { MOST = 1 << 20 };
	struct buf bytes = { 0 };
	str rest = str_from_span(block), line;
	size_t count;

	(void)str_line(&rest, &line);
	for (str next = rest; str_line(&next, &line) && (!str_trim(line).n || memchr(line.p, ':', line.n));)
		rest = next;
	(void)decode(span_from_str(rest), 0, MOST, &bytes);
	count = secret_packets(span_from_str(buf_all(&bytes)), take_armoured, p);
	buf_free(&bytes);
	return count;
}

bool secret_scan_finds(const struct tree_file *file, span content)
{
	struct scan s = { .file = file, .content = content, .how = text_kind_of(file->path, content) };

	if (secret_form_closed(file->path, content) || secret_forms(file->path, content, take_form, &s)) return true;
	go_through(&s);
	return s.taken;
}
