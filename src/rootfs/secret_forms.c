#include "rootfs/secret_forms.h"

#include "rootfs/lines.h"
#include "rootfs/secret_text.h"

enum { LINES_MOST = 2000, ENTRIES_MOST = 4096, TEXT_MOST = 1 << 20 };

struct found {
	void (*each)(void *self, const struct form_secret *s);
	void *self;
	span content;
	size_t count;
};

static void tell(struct found *f, const char *kind, const char *algorithm, const char *what, str value, tri locked)
{
	f->count++;
	f->each(f->self, &(struct form_secret){ .kind = kind,
				 .algorithm = algorithm,
				 .what = what,
				 .at = (uint64_t)((const uint8_t *)value.p - f->content.p),
				 .bytes = span_from_str(value),
				 .locked = locked });
}

/* ---- files of passwords: every line has the form ----------------------------------------------------------------- */

static bool is_all(str s, const char *letters)
{
	for (size_t i = 0; i < s.n; i++)
		if (!s.p[i] || !strchr(letters, s.p[i])) return false;
	return s.n;
}

static bool is_hex(str s)
{
	return is_all(s, "0123456789abcdefABCDEF");
}

/* Fields between colons; the last of them takes what is left. */
static size_t fields_of(str line, str *fields, size_t most)
{
	size_t n = 0;

	while (n < most && str_split(&line, ':', &fields[n])) n++;
	return line.n || n == 0 ? most + 1 : n;
}

/* host:port:database:user:password */
static bool take_pgpass(struct found *f, str line)
{
	str fields[5];

	if (fields_of(line, fields, 5) != 5 || !fields[0].n || !fields[3].n || !fields[4].n) return false;
	if (!str_is(fields[1], "*") && (fields[1].n < 2 || fields[1].n > 5 || !is_all(fields[1], "0123456789")))
		return false;
	if (f) tell(f, "password", NULL, "PostgreSQL password", fields[4], NO);
	return true;
}

/* user:realm:MD5 of both and the password: whoever has it can log in. */
static bool take_htdigest(struct found *f, str line)
{
	str fields[3];

	if (fields_of(line, fields, 3) != 3 || !fields[0].n || !fields[1].n || fields[2].n != 32 || !is_hex(fields[2]))
		return false;
	if (f) tell(f, "password", NULL, "HTTP digest password", fields[2], NO);
	return true;
}

static const char *hash_name(str field)
{
	static const struct {
		const char *begin, *name;
	} hashes[] = { { "$apr1$", "md5crypt" }, { "$1$", "md5crypt" }, { "$2a$", "bcrypt" }, { "$2b$", "bcrypt" },
		{ "$2y$", "bcrypt" }, { "$5$", "sha256crypt" }, { "$6$", "sha512crypt" }, { "$7$", "pbkdf2" },
		{ "{SHA}", "sha1" }, { "{SSHA}", "sha1" } };

	for (size_t i = 0; i < sizeof(hashes) / sizeof(*hashes); i++)
		if (str_starts(field, hashes[i].begin) && field.n > strlen(hashes[i].begin) + 16) return hashes[i].name;
	return NULL;
}

/* user:hash, of web servers and mosquitto. */
static bool take_hash(struct found *f, str line)
{
	str fields[2];
	const char *name;

	if (fields_of(line, fields, 2) != 2 || !fields[0].n || memchr(fields[0].p, ' ', fields[0].n)) return false;
	name = hash_name(fields[1]);
	if (name && f) tell(f, "password", name, "password hash", fields[1], YES);
	return name;
}

/* client server secret addresses: pppd(8). */
static bool take_chap(struct found *f, str line)
{
	str client, server, secret;

	if (!str_word(&line, &client) || !str_word(&line, &server) || !str_word(&line, &secret)) return false;
	if (secret.n >= 2 && strchr("\"'", secret.p[0]) && secret.p[secret.n - 1] == secret.p[0])
		secret.p++, secret.n -= 2;
	if (f && secret.n >= 2 && !text_is_placeholder(secret, client))
		tell(f, "password", NULL, "PPP password", secret, NO);
	return true;
}

/* address key: psk.txt of racoon */
static bool take_racoon(struct found *f, str line)
{
	str address, secret;

	if (!str_word(&line, &address) || !str_word(&line, &secret)) return false;
	if (f) tell(f, "psk", NULL, "IPsec pre-shared key", secret, NO);
	return true;
}

static const struct {
	bool (*take)(struct found *f, str line);
	const char *names[3]; /* the file is called so; NULL: whatever it is called */
} line_forms[] = {
	{ take_pgpass, { NULL } },
	{ take_htdigest, { NULL } },
	{ take_hash, { NULL } },
	{ take_chap, { "chap-secrets", "pap-secrets" } },
	{ take_racoon, { "psk.txt" } },
};

static bool is_named(str path, const char *const *names)
{
	str name = str_base_name(path);

	for (size_t i = 0; i < 3 && names[i]; i++)
		if (str_is(name, names[i])) return true;
	return !names[0];
}

/* With `f` NULL it is only looked whether all lines have the form. */
static bool all_lines(struct found *f, bool (*take)(struct found *f, str line), str text)
{
	str line;
	size_t taken = 0, lines = 0;

	while (str_line(&text, &line) && lines++ < LINES_MOST) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#') continue;
		if (!take(f, line)) return false;
		taken++;
	}
	return taken;
}

static void take_lines(struct found *f, str path, bool only_named)
{
	str text = str_from_span(f->content);

	for (size_t i = 0; i < sizeof(line_forms) / sizeof(*line_forms); i++) {
		if ((only_named && !line_forms[i].names[0]) || !is_named(path, line_forms[i].names) ||
			!all_lines(NULL, line_forms[i].take, text))
			continue;
		(void)all_lines(f, line_forms[i].take, text);
		return;
	}
}

/* ---- key stores of Java and BouncyCastle ------------------------------------------------------------------------- */

/* Their entries by kind. Keys and certificates in DER are found by their own form. */

static str java_text(reader *r)
{
	return str_from_span(read_span(r, read_be16(r)));
}

static void take_store_entry(struct found *f, const char *what, size_t at)
{
	if (at < f->content.n)
		tell(f, "private-key", NULL, what,
			(str){ (const char *)f->content.p + at, f->content.n - at < 256 ? f->content.n - at : 256 },
			YES);
}

/* JCEKS: a secret key is an object of Java, sealed. JKS has none. */
static void take_jceks(struct found *f)
{
	reader r = { .in = f->content };
	uint32_t count;

	read_skip(&r, 8);
	count = read_be32(&r);
	for (uint32_t i = 0; i < count && i < ENTRIES_MOST && !r.is_short; i++) {
		uint32_t tag = read_be32(&r), chain;

		(void)java_text(&r);
		read_skip(&r, 8);
		if (tag == 3) {
			/* Its length is not told: what stands behind it is not gone through. */
			take_store_entry(f, "Java key store: sealed key", r.at);
			return;
		}
		if (tag == 1) read_skip(&r, read_be32(&r));
		chain = tag == 1 ? read_be32(&r) : 1;
		for (uint32_t k = 0; k < chain && k < ENTRIES_MOST && !r.is_short; k++) {
			(void)java_text(&r);
			read_skip(&r, read_be32(&r));
		}
	}
}

static bool is_bks(span content)
{
	reader r = { .in = content };
	uint32_t version = read_be32(&r), salt = read_be32(&r);

	read_skip(&r, salt);

	uint32_t rounds = read_be32(&r);

	return (version == 1 || version == 2) && salt == 20 && rounds && rounds < (1u << 24) && !r.is_short;
}

/* BouncyCastle's: 1 certificate, 2 key, 3 secret, 4 sealed. */
static void take_bks(struct found *f)
{
	reader r = { .in = f->content };

	read_skip(&r, 4 + 4 + 20 + 4);
	for (unsigned i = 0; i < ENTRIES_MOST && !r.is_short; i++) {
		size_t at = r.at;
		uint8_t type = read_u8(&r);
		uint32_t chain;

		if (type < 1 || type > 4) return;
		(void)java_text(&r);
		read_skip(&r, 8);
		chain = read_be32(&r);
		for (uint32_t k = 0; k < chain && k < ENTRIES_MOST && !r.is_short; k++) {
			(void)java_text(&r);
			read_skip(&r, read_be32(&r));
		}
		if (type == 1) {
			(void)java_text(&r);
		} else if (type == 2) {
			uint8_t key = read_u8(&r);

			(void)java_text(&r);
			(void)java_text(&r);
			/* 0: private, which is PKCS #8 and found as such; 2: secret */
			if (key == 2 && !r.is_short)
				tell(f, "psk", NULL, "BouncyCastle key store: secret key",
					(str){ (const char *)f->content.p + at, r.at - at }, NO);
		}
		read_skip(&r, read_be32(&r));
		if (type >= 3 && !r.is_short) take_store_entry(f, "BouncyCastle key store: sealed key", at);
	}
}

/* ---- PGP (RFC 4880, RFC 9580): packets of secret keys ------------------------------------------------------------ */

static void skip_number(reader *r)
{
	read_skip(r, ((uint64_t)read_be16(r) + 7) / 8);
}

/* What stands before the secret part: the public numbers of each algorithm. */
static const char *skip_public(reader *r, uint8_t algorithm)
{
	unsigned numbers = 0;
	const char *name = NULL;

	switch (algorithm) {
	case 1:
	case 2:
	case 3:
		numbers = 2, name = "rsa";
		break;
	case 16:
		numbers = 3, name = "elgamal";
		break;
	case 17:
		numbers = 4, name = "dsa";
		break;
	case 18:
		read_skip(r, read_u8(r));
		skip_number(r);
		read_skip(r, read_u8(r));
		return "ecdh";
	case 19:
		read_skip(r, read_u8(r));
		numbers = 1, name = "ecdsa";
		break;
	case 22:
		read_skip(r, read_u8(r));
		numbers = 1, name = "ed25519";
		break;
	case 25:
	case 27:
		read_skip(r, 32);
		return algorithm == 25 ? "x25519" : "ed25519";
	}
	for (unsigned i = 0; i < numbers; i++) skip_number(r);
	return name;
}

static bool packet(reader *r, uint8_t *ret_tag, span *ret_body)
{
	uint8_t head = read_u8(r), first;
	uint64_t n = 0;

	if (!(head & 0x80)) return false;
	if (head & 0x40) {
		*ret_tag = head & 0x3f;
		first = read_u8(r);
		n = first < 192    ? first
		    : first < 224  ? (uint64_t)(first - 192) * 256 + read_u8(r) + 192
		    : first == 255 ? read_be32(r)
				   : 0;
	} else {
		*ret_tag = head >> 2 & 15;
		n = (head & 3) == 0 ? read_u8(r) : (head & 3) == 1 ? read_be16(r) : (head & 3) == 2 ? read_be32(r) : 0;
	}
	*ret_body = read_span(r, n);
	return n && !r->is_short;
}

/* The secret part is open when no cipher is named before it (5.5.3). GnuPG writes "no key here" as a cipher of its
 * own. */
static bool secret_packet(span body, const char **ret_algorithm, tri *ret_locked)
{
	reader r = { .in = body };
	uint8_t version = read_u8(&r), usage;

	if (version < 3 || version > 6) return false;
	read_skip(&r, version == 3 ? 6 : 4);

	uint8_t algorithm = read_u8(&r);

	if (version > 4) read_skip(&r, 4);
	*ret_algorithm = skip_public(&r, algorithm);
	usage = read_u8(&r);
	if (!*ret_algorithm || r.is_short) return false;
	*ret_locked = tri_of(usage != 0);
	if (usage == 254 || usage == 255) {
		span rest = span_from(body, r.at, 16);

		/* cipher, S2K 101, its hash, "GNU", 1 */
		if (rest.n >= 7 && rest.p[1] == 101 && memcmp(rest.p + 3, "GNU\001", 4) == 0) return false;
	}
	return true;
}

static bool is_pgp_tag(uint8_t tag)
{
	return tag == 5 || tag == 7;
}

static void take_pgp(struct found *f)
{
	reader r = { .in = f->content };
	uint8_t tag;
	span body;

	for (unsigned i = 0; i < ENTRIES_MOST; i++) {
		size_t at = r.at;
		const char *algorithm;
		tri locked;

		if (!packet(&r, &tag, &body)) return;
		if (i == 0 && !is_pgp_tag(tag)) return;
		if (is_pgp_tag(tag) && secret_packet(body, &algorithm, &locked))
			tell(f, "private-key", algorithm, "PGP secret key",
				(str){ (const char *)f->content.p + at, r.at - at }, locked);
	}
}

/* At any place: the sum of an open secret part must fit, which one of 65,536 places by chance does; a closed one names
 * its cipher and how its key is made. */
static bool is_certain(span body)
{
	reader r = { .in = body };
	uint8_t usage;
	uint16_t sum = 0;

	read_skip(&r, 5);
	if (body.p[0] != 4 || !skip_public(&r, read_u8(&r))) return false;
	usage = read_u8(&r);
	if (r.is_short || body.n - r.at < 20) return false;
	if (usage == 254 || usage == 255)
		return body.p[r.at] >= 1 && body.p[r.at] <= 13 && (body.p[r.at + 1] == 1 || body.p[r.at + 1] == 3) &&
		       body.p[r.at + 2] >= 1 && body.p[r.at + 2] <= 14;
	if (usage) return false;
	for (size_t i = r.at; i < body.n - 2; i++) sum = (uint16_t)(sum + body.p[i]);
	return sum == (body.p[body.n - 2] << 8 | body.p[body.n - 1]);
}

static bool take_packet_at(struct found *f, size_t at, size_t *ret_end)
{
	reader r = { .in = span_from(f->content, at, UINT64_MAX) };
	const char *algorithm;
	uint8_t tag;
	span body;
	tri locked;

	if (!packet(&r, &tag, &body) || !is_pgp_tag(tag) || body.n < 40 || body.n > 16 << 10) return false;
	if (!is_certain(body) || !secret_packet(body, &algorithm, &locked)) return false;
	tell(f, "private-key", algorithm, "PGP secret key", (str){ (const char *)f->content.p + at, r.at }, locked);
	*ret_end = at + r.at;
	return true;
}

/* As GnuPG writes them: the old form of the head, version 4. */
static void take_pgp_anywhere(struct found *f)
{
	static const uint8_t heads[] = { 0x94, 0x95, 0x9c, 0x9d };
	const uint8_t *p = f->content.p, *end = p + f->content.n;

	for (size_t k = 0; k < sizeof(heads); k++) {
		size_t before = heads[k] & 1 ? 3 : 2;

		for (const uint8_t *q = p; end - q > 64 && (q = memchr(q, heads[k], (size_t)(end - q - 64)));) {
			size_t behind = 0;

			if (q[before] == 4 && q[before + 5] < 23 && take_packet_at(f, (size_t)(q - p), &behind))
				q = p + behind;
			else
				q++;
		}
	}
}

size_t secret_packets(span content, void (*each)(void *self, const struct form_secret *s), void *self)
{
	struct found f = { .each = each, .self = self, .content = content };

	take_pgp(&f);
	return f.count;
}

/* ---- GnuPG's private-keys-v1.d, PuTTY, session tickets ----------------------------------------------------------- */

static void take_gnupg(struct found *f)
{
	static const struct {
		const char *begin;
		tri locked;
	} forms[] = { { "(11:private-key", NO }, { "(21:protected-private-key", YES }, { "(private-key", NO },
		{ "(protected-private-key", YES } };
	str all = str_from_span(span_from(f->content, 0, 16 << 10));
	size_t at = 0;

	if (all.n && all.p[0] != '(' && !(str_find(all, "\nKey: (", &at) || (str_starts(all, "Key: (")))) return;
	if (all.n && all.p[0] != '(') at += all.p[at] == '\n' ? 6 : 5;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (str_starts((str){ all.p + at, all.n - at }, forms[i].begin))
			tell(f, "private-key", NULL, "GnuPG private key", all, forms[i].locked);
}

static void take_putty(struct found *f)
{
	str all = str_from_span(f->content), line;
	const char *algorithm = NULL;
	tri locked = UNKNOWN;

	if (!str_starts(all, "PuTTY-User-Key-File-")) return;
	for (str rest = all; str_line(&rest, &line);) {
		if (str_starts(line, "PuTTY-User-Key-File-"))
			algorithm = str_find(line, "rsa", NULL)       ? "rsa"
				    : str_find(line, "ed25519", NULL) ? "ed25519"
				    : str_find(line, "ecdsa", NULL)   ? "ecdsa"
				    : str_find(line, "dss", NULL)     ? "dsa"
								      : NULL;
		if (str_starts(line, "Encryption:")) locked = tri_of(!str_find(line, "none", NULL));
	}
	tell(f, "private-key", algorithm, "PuTTY private key", all, locked);
}

/* 48 or 80 bytes of chance in a file that is called after what they are: nothing else tells them. */
static void take_tickets(struct found *f, str path)
{
	str name = str_base_name(path);
	bool seen[256] = { 0 };
	size_t different = 0;

	if ((f->content.n != 48 && f->content.n != 80) || !str_find_no_case(name, "ticket", NULL)) return;
	for (size_t i = 0; i < f->content.n; i++) different += !seen[f->content.p[i]], seen[f->content.p[i]] = true;
	if (different >= 32) tell(f, "psk", NULL, "TLS session ticket key", str_from_span(f->content), NO);
}

size_t secret_forms(str path, span content, void (*each)(void *self, const struct form_secret *s), void *self)
{
	struct found f = { .each = each, .self = self, .content = content };
	enum text_kind how = content.n <= TEXT_MOST ? text_kind_of(path, content) : TEXT_BYTES;

	if (content.n < 16) return 0;
	if (how != TEXT_BYTES) {
		take_putty(&f);
		if (!f.count) take_gnupg(&f);
		if (!f.count && how != TEXT_CODE) take_lines(&f, path, how == TEXT_PROSE);
		return f.count;
	}
	if (memcmp(content.p, "\xce\xce\xce\xce", 4) == 0)
		take_jceks(&f);
	else if (is_bks(content))
		take_bks(&f);
	else if (content.p[0] == '(')
		take_gnupg(&f);
	else if (content.p[0] & 0x80)
		take_pgp(&f);
	if (!f.count) take_pgp_anywhere(&f);
	if (!f.count) take_tickets(&f, path);
	return f.count;
}

/* ---- closed ------------------------------------------------------------------------------------------------------ */

/* As evenly spread as bytes by chance, by chi-square over 256 values: between 150 and 400 of 255 expected. */
static bool is_even(span s)
{
	uint32_t counts[256] = { 0 };
	double sum = 0, mean;

	if (s.n > 64 << 10) s.n = 64 << 10;
	for (size_t i = 0; i < s.n; i++) counts[s.p[i]]++;
	mean = (double)s.n / 256;
	for (size_t i = 0; i < 256; i++) sum += ((double)counts[i] - mean) * ((double)counts[i] - mean) / mean;
	return sum < 400 && sum > 120;
}

/* Of few bytes: most of them differ, and about half of all bits are set. */
static bool looks_random_bytes(span s)
{
	bool seen[256] = { 0 };
	size_t different = 0, high = 0, wanted = s.n < 128 ? s.n * 3 / 4 : 96;

	for (size_t i = 0; i < s.n; i++) {
		different += !seen[s.p[i]];
		seen[s.p[i]] = true;
		high += s.p[i] >> 7;
	}
	return different >= wanted && high * 10 >= s.n * 3 && high * 10 <= s.n * 7;
}

static bool is_config_name(str name)
{
	static const char *const ends[] = { ".conf", ".cfg", ".config", ".ini", ".json", ".xml", ".env", ".yaml",
		".yml", ".enc", ".aes", ".crypt", ".encrypted", ".nvram", "passwd", "shadow", "secrets", ".lua", ".php",
		".properties" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_ends(name, ends[i])) return true;
	return false;
}

const char *secret_form_closed(str path, span content)
{
	static const struct {
		const char *bytes;
		size_t n;
		const char *why;
	} begins[] = {
		{ "Salted__", 8, "a file is encrypted (openssl enc): what secrets it holds is not seen" },
		{ "U2FsdGVkX1", 10, "a file is encrypted (openssl enc): what secrets it holds is not seen" },
		{ "$ANSIBLE_VAULT;", 15, "a file is encrypted (Ansible vault): what secrets it holds is not seen" },
		{ "age-encryption.org/v1", 21, "a file is encrypted (age): what secrets it holds is not seen" },
		{ "-----BEGIN AGE ENCRYPTED FILE-----", 34,
			"a file is encrypted (age): what secrets it holds is not seen" },
		{ "-----BEGIN PGP MESSAGE-----", 27, "a file is encrypted (PGP): what secrets it holds is not seen" },
		{ "\0GITCRYPT\0", 10, "a file is encrypted (git-crypt): what secrets it holds is not seen" },
		{ "\x03\xd9\xa2\x9a", 4, "a store of passwords (KeePass) is encrypted: what it holds is not seen" },
		{ "\x8c\x0d\x04", 3, "a file is encrypted (PGP): what secrets it holds is not seen" },
		{ "LUKS\xba\xbe", 6, "a file is encrypted (LUKS): what secrets it holds is not seen" },
		{ "AES\x02", 4, "a file is encrypted (AES Crypt): what secrets it holds is not seen" },
	};

	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (content.n >= begins[i].n + 16 && memcmp(content.p, begins[i].bytes, begins[i].n) == 0)
			return begins[i].why;
	if (content.n >= 32 && is_config_name(str_base_name(path)) && text_kind_of(path, content) == TEXT_BYTES &&
		(content.n < 1024 ? looks_random_bytes(content) : is_even(content)))
		return "a configuration file is encrypted, or in a form that is not read: what secrets it holds is not "
		       "seen";
	return NULL;
}
