/* Which software is in it: package databases, and the version that well-known programs print. Each component says how
 * it was known, and where. */
#include "rootfs/collectors.h"
#include "format/elf.h"
#include "format/f2fs.h"
#include "rootfs/lines.h"

/* Text that stands before the version in the program's own strings. The patterns were written from how these programs
 * print themselves. */
static const struct version_mark {
	const char *component;
	const char *before; /* the version begins right after it */
	bool may_have_v;    /* a "v" may stand before the digits */
	bool is_crypto;
} marks[] = {
	{ "busybox", "BusyBox v", true, false },
	{ "linux", "Linux version ", false, false },
	{ "linux", "vermagic=", false, false },
	{ "u-boot", "U-Boot ", false, false },
	{ "dropbear", "SSH-2.0-dropbear_", false, true },
	{ "dropbear", "Dropbear sshd v", false, true },
	{ "dropbear", "Dropbear server v", false, true },
	{ "openssh", "OpenSSH_", false, true },
	{ "openssl", "OpenSSL ", false, true },
	{ "wolfssl", "wolfSSL ", false, true },
	{ "mbed-tls", "mbed TLS ", false, true },
	{ "polarssl", "PolarSSL ", false, true },
	{ "gnutls", "GnuTLS ", false, true },
	{ "dnsmasq", "dnsmasq-", false, false },
	{ "hostapd", "hostapd v", false, true },
	{ "wpa-supplicant", "wpa_supplicant v", false, true },
	{ "lighttpd", "lighttpd/", false, false },
	{ "nginx", "nginx/", false, false },
	{ "boa", "Boa/", false, false },
	{ "goahead", "GoAhead/", false, false },
	{ "mini-httpd", "mini_httpd/", false, false },
	{ "thttpd", "thttpd/", false, false },
	{ "pppd", "pppd version ", false, false },
	{ "iptables", "iptables v", false, false },
	{ "miniupnpd", "miniupnpd/", false, false },
	{ "miniupnpd", "MiniUPnPd/", false, false },
	{ "curl", "libcurl/", false, false },
	{ "curl", "curl/", false, false },
	{ "zlib", "inflate ", false, false },
	{ "zlib", " inflate ", false, false },
	{ "uclibc", "uClibc-", false, false },
	{ "glibc", "GNU C Library (GNU libc) stable release version ", false, false },
	{ "glibc", "GNU C Library stable release version ", false, false },
	{ "radvd", "radvd-", false, false },
	{ "mosquitto", "mosquitto version ", false, false },
	{ "samba", "Samba ", false, false },
	{ "vsftpd", "vsFTPd ", false, false },
	{ "xl2tpd", "xl2tpd-", false, false },
	{ "ntpd", "ntpd ", false, false },
	{ "avahi", "avahi ", false, false },
	{ "json-c", "json-c-", false, false },
	{ "lua", "Lua ", false, false },
	{ "expat", "expat_", false, false },
	{ "libpng", "libpng version ", false, false },
	{ "libxml2", "libxml2-", false, false },
	{ "ffmpeg", "FFmpeg version ", false, false },
	{ "net-snmp", "NET-SNMP version ", false, false },
	{ "mp4v2", "MP4v2 ", false, false },
	{ "pppd", "/lib/pppd/", false, false },
	{ "openvpn", "OpenVPN ", false, true },
	{ "strongswan", "strongSwan ", false, true },
	{ "squid", "squid/", false, false },
	{ "bluez", "bluetoothd ", false, false },
};

enum { SCANNED_MOST = 64 << 20, COMPONENTS_A_FILE = 12 };

static bool wants(const struct tree_file *file, span content)
{
	return content.n >= 64 && content.n <= SCANNED_MOST &&
	       (file->is_elf || !file->fact || file->path.n == 0 || file->path.p[0] == '[' ||
		       str_ends(file->path, ".ko"));
}

static bool is_version_char(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_' || c == '+';
}

/* A version begins with a digit and has a dot; what follows a blank, a bracket or a control character is no part of
 * it. */
static str version_at(span content, uint64_t at, bool may_have_v)
{
	str s = str_from_span(span_from(content, at, 48));
	size_t n = 0;
	bool has_dot = false;

	if (may_have_v && s.n && s.p[0] == 'v') s.p++, s.n--;
	if (!s.n || s.p[0] < '0' || s.p[0] > '9') return (str){ 0 };
	while (n < s.n && is_version_char(s.p[n])) has_dot |= s.p[n] == '.', n++;
	while (n && (s.p[n - 1] == '.' || s.p[n - 1] == '-' || s.p[n - 1] == '_')) n--;
	return has_dot ? (str){ s.p, n } : (str){ 0 };
}

static void write_component(struct facts *f, const struct tree_file *file, uint64_t at, uint32_t line, str name,
	str version, const char *how, bool is_crypto, str purl)
{
	uint32_t entity = fact_entity(f, &(struct fact_entity){ .kind = STR("component"),
						 .name = name,
						 .basis = STR("observed"),
						 .file = file->fact,
						 .at = NUM(at),
						 .line = line ? NUM(line) : (num){ 0 } });

	fact_component(f, &(struct fact_component){ .entity = entity,
				  .version = version,
				  .crypto = is_crypto ? YES : UNKNOWN,
				  .how = str_of(how),
				  .file = file->fact,
				  .purl = purl });
}

/* A version that a file tells of something else than itself: named, and no component. */
static void write_mention(struct facts *f, const struct tree_file *file, uint64_t at, const char *name, str version,
	struct arena *scratch)
{
	fact_mention(f, &(struct fact_mention){ .file = file->fact,
				.at = NUM(at),
				.kind = STR("software"),
				.value = arena_printf(scratch, "%s %.*s", name, STR_FMT(version)) });
}

struct seen {
	const char *component;
	bool is_mention;
};

/* Which pairs of bytes begin a mark, and which follow them: one pass over the file instead of one for each mark, and
 * few places to look at closely. No mark is shorter than two pairs. */
struct pairs {
	uint64_t first[65536 / 64], second[65536 / 64];
};

static unsigned pair_at(const char *p)
{
	return (unsigned)((uint8_t)p[0] << 8 | (uint8_t)p[1]);
}

static void pair_add(uint64_t *bits, unsigned pair)
{
	bits[pair / 64] |= UINT64_C(1) << (pair % 64);
}

static bool pair_is_in(const uint64_t *bits, unsigned pair)
{
	return bits[pair / 64] >> (pair % 64) & 1;
}

/* ---- a banner of something else ---------------------------------------------------------------------------------- */

/* Headers bring the text of a library's version into whatever is compiled with them. A file that loads the library from
 * another file does not hold it. */
static bool is_loaded(const struct elf *e, const char *component)
{
	static const struct {
		const char *component, *library;
	} loaded[] = { { "openssl", "libcrypto.so" }, { "openssl", "libssl.so" }, { "wolfssl", "libwolfssl.so" },
		{ "wolfssl", "libcyassl.so" }, { "mbed-tls", "libmbed" }, { "polarssl", "libpolarssl" },
		{ "gnutls", "libgnutls" }, { "zlib", "libz.so" }, { "curl", "libcurl" }, { "json-c", "libjson-c" },
		{ "lua", "liblua" }, { "expat", "libexpat" }, { "libpng", "libpng" }, { "libxml2", "libxml2" },
		{ "ffmpeg", "libav" } };

	for (size_t i = 0; i < sizeof(loaded) / sizeof(*loaded); i++)
		if (strcmp(component, loaded[i].component) == 0 && elf_needs(e, loaded[i].library)) return true;
	return false;
}

/* "libssh compiled with %s headers": the version is a string of its own elsewhere in the file. */
static bool tells_of_another(str all)
{
	static const char *const said[] = { "ompiled with %s", "ompiled against %s", "uilt with %s", "uilt against %s",
		"inked with %s", "inked against %s", "%s headers" };

	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++)
		if (str_find(all, said[i], NULL)) return true;
	return false;
}

/* What only the library's own code has. */
static bool is_openssl_itself(str all, str name)
{
	static const char *const signs[] = { "OPENSSLDIR", " part of OpenSSL ", "crypto/evp", "openssl.cnf",
		"ssl_lib.c", "s3_lib.c" };

	if (str_starts(name, "libcrypto") || str_starts(name, "libssl")) return true;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (str_find(all, signs[i], NULL)) return true;
	return false;
}

/* The string that a place lies in, from its beginning and at most so far back. */
static str text_before(span content, uint64_t at)
{
	enum { BACK_MOST = 160 };
	const char *p = (const char *)content.p;
	size_t from = at;

	while (from && at - from < BACK_MOST && (uint8_t)p[from - 1] >= ' ' && (uint8_t)p[from - 1] < 0x7f) from--;
	return (str){ p + from, at - from };
}

/* "built with OpenSSL 1.1.1k", "gcc version 4.3.3 (OpenWrt GCC uClibc-0.9.33)", "User-Agent: curl/7.1" */
static bool is_said_of_another(str before, str behind)
{
	static const char *const ends[] = { "with ", "against ", "using ", "requires ", "needs ", "than ", "for ",
		"User-Agent: " };
	static const char *const toolchains[] = { "GCC: (", "gcc version ", "clang version ", "crosstool",
		"toolchain" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_ends(before, ends[i])) return true;
	for (size_t i = 0; i < sizeof(toolchains) / sizeof(*toolchains); i++)
		if (str_find(before, toolchains[i], NULL)) return true;
	return str_starts(behind, " headers");
}

struct banners {
	const struct tree_file *file;
	span content;
	struct elf elf; /* zeroed: it is none, or a broken one */
	bool is_read;
};

static bool is_of_another(
	struct banners *b, const struct version_mark *mark, uint64_t at, str version, struct arena scratch)
{
	str all = str_from_span(b->content), name = str_base_name(b->file->path);
	str behind = { version.p + version.n, (size_t)(all.p + all.n - version.p) - version.n };
	bool is_openssl = strcmp(mark->component, "openssl") == 0;

	if (is_said_of_another(text_before(b->content, at), behind)) return true;
	if (strcmp(mark->component, "linux") == 0 && f2fs_has_banner(b->content, at)) return true;
	if (!b->file->is_elf) return false;
	if (!b->is_read && elf_read(b->content, &scratch, &b->elf).is) b->elf = (struct elf){ 0 };
	b->is_read = true;
	if (is_openssl && is_openssl_itself(all, name)) return false;
	return is_loaded(&b->elf, mark->component) || (mark->is_crypto && b->elf.is_dynamic && tells_of_another(all));
}

static size_t mark_at(span content, uint64_t at, const struct version_mark *mark)
{
	size_t n = strlen(mark->before);

	return n <= content.n - at && memcmp(content.p + at, mark->before, n) == 0 ? n : 0;
}

static void collect_marks(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	struct pairs *pairs = arena_new(&scratch, struct pairs);
	struct banners banners = { .file = file, .content = content };
	struct seen seen[COMPONENTS_A_FILE];
	const char *p = (const char *)content.p;
	size_t count = 0;

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		pair_add(pairs->first, pair_at(marks[i].before));
		pair_add(pairs->second, pair_at(marks[i].before + 2));
	}
	for (size_t at = 0; at + 4 <= content.n && count < COMPONENTS_A_FILE; at++) {
		if (!pair_is_in(pairs->first, pair_at(p + at)) || !pair_is_in(pairs->second, pair_at(p + at + 2)))
			continue;
		for (size_t i = 0; i < sizeof(marks) / sizeof(*marks) && count < COMPONENTS_A_FILE; i++) {
			size_t n = mark_at(content, at, &marks[i]);
			bool is_new = n, is_told = false;

			for (size_t k = 0; k < count && is_new; k++) {
				if (strcmp(seen[k].component, marks[i].component) != 0) continue;
				is_told |= seen[k].is_mention;
				is_new = seen[k].is_mention;
			}
			if (!is_new) continue;

			str version = version_at(content, at + n, marks[i].may_have_v);

			/* "uClibc-0.9.33.2_eabi" of a compiler's line: the library's version and the compiler's
			 * word. */
			if (strcmp(marks[i].component, "uclibc") == 0 &&
				memchr(version.p ? version.p : "", '_', version.n))
				version.n = (size_t)((const char *)memchr(version.p, '_', version.n) - version.p);
			if (!version.n) continue;

			bool is_mention = is_of_another(&banners, &marks[i], at, version, scratch);

			if (is_mention && is_told) continue;
			seen[count++] = (struct seen){ marks[i].component, is_mention };
			if (is_mention)
				write_mention(f, file, at, marks[i].component, version, &scratch);
			else
				write_component(f, file, at, 0, str_of(marks[i].component), version, "version string",
					marks[i].is_crypto, (str){ 0 });
			collect_excerpt(f, file, at, 0, str_from_span(span_from(content, at, 64)));
		}
	}
}

/* Programs that print "pppd version %s", libraries that answer with it: the version is a string of its own. It is
 * believed when the file holds exactly one such string, or when exactly one stands right behind a format with the
 * program's name, as a compiler lays down what one call prints. */
static const struct formatted {
	const char *file; /* its name begins so */
	const char *component;
	const char *sign; /* what it holds when it tells its version; NULL: a format of the usual kinds */
} formatted[] = {
	{ "iptables", "iptables", NULL },
	{ "ip6tables", "iptables", NULL },
	{ "pppd", "pppd", NULL },
	{ "radvd", "radvd", NULL },
	{ "udhcpd", "udhcpd", NULL },
	{ "igmpproxy", "igmpproxy", NULL },
	{ "ntpd", "ntpd", NULL },
	{ "zebra", "zebra", NULL },
	{ "ripd", "ripd", NULL },
	{ "libjson-c.so", "json-c", "json_c_version" },
};

/* The first string after code has code before it without a NUL between: what a binary byte and digits end is those
 * digits. */
static str after_code(str s)
{
	bool has_code = false;
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) has_code |= (uint8_t)s.p[i] < ' ' || (uint8_t)s.p[i] >= 0x7f;
	while (n < s.n && ((s.p[s.n - 1 - n] >= '0' && s.p[s.n - 1 - n] <= '9') || s.p[s.n - 1 - n] == '.')) n++;
	return has_code ? (str){ s.p + s.n - n, n } : s;
}

static bool tells_version(str all, const struct formatted *f)
{
	if (f->sign) return str_find(all, f->sign, NULL);
	return str_find(all, " v%s", NULL) || str_find(all, "ersion %s", NULL) || str_find(all, "ersion: %s", NULL);
}

static bool is_bare_version(str s)
{
	size_t dots = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '.')
			dots++;
		else if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	}
	/* "0.0.0.0" and "255.255.255.0" are addresses. */
	return s.n >= 3 && s.n <= 12 && dots >= 1 && dots <= 3 && s.p[0] != '.' && s.p[s.n - 1] != '.' &&
	       !str_starts(s, "0.0.0") && !str_starts(s, "255.") && !str_starts(s, "127.0");
}

struct candidate {
	str version;
	bool is_many;
};

static void candidate_add(struct candidate *c, str version)
{
	if (!c->version.n)
		c->version = version;
	else if (!str_equal(c->version, version))
		c->is_many = true;
}

static void collect_formatted(struct facts *f, const struct tree_file *file, span content)
{
	str name = str_base_name(file->path), all = str_from_span(content), before = { 0 };
	const struct formatted *known = NULL;
	struct candidate any = { 0 }, beside = { 0 };

	for (size_t i = 0; i < sizeof(formatted) / sizeof(*formatted); i++)
		if (str_starts(name, formatted[i].file)) known = &formatted[i];
	if (!known || !tells_version(all, known)) return;
	for (size_t from = 0; from < all.n;) {
		size_t n = strnlen(all.p + from, all.n - from);
		str text = { all.p + from, n };

		if (known->sign) text = after_code(text);
		if (is_bare_version(text)) {
			candidate_add(&any, text);
			if (str_find(before, "%s", NULL) && str_starts(before, known->component))
				candidate_add(&beside, text);
		}
		if (n) before = text;
		from += n + 1;
	}

	const struct candidate *c = any.is_many ? &beside : &any;

	if (c->version.n && !c->is_many)
		write_component(f, file, (uint64_t)(c->version.p - all.p), 0, str_of(known->component), c->version,
			"version string beside its format", false, (str){ 0 });
}

/* C libraries carry their version in the name of the file: "libuClibc-0.9.33.2.so", "libc-2.28.so". */
static void collect_file_name(struct facts *f, const struct tree_file *file)
{
	static const struct {
		const char *before, *component;
	} names[] = { { "libuClibc-", "uclibc" }, { "ld-uClibc-", "uclibc" }, { "libc-", "glibc" } };
	str name = str_base_name(file->path);

	if (!str_ends(name, ".so")) return;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t n = strlen(names[i].before);
		str version = { name.p + n, name.n > n + 3 ? name.n - n - 3 : 0 };

		if (!str_starts(name, names[i].before) || !is_bare_version(version)) continue;
		write_component(
			f, file, 0, 0, str_of(names[i].component), version, "name of the library", false, (str){ 0 });
		return;
	}
}

static void collect_versions(struct facts *f, const struct tree_file *file, span content, struct arena scratch)
{
	collect_marks(f, file, content, scratch);
	if (!file->is_elf) return;
	collect_formatted(f, file, content);
	collect_file_name(f, file);
}

const struct file_collector collector_versions = { .name = "versions",
	.reads = "version texts in every file; the databases of dpkg, opkg and apk are read beside them",
	.classes = { "components" },
	.wants = wants,
	.collect = collect_versions };

/* ---- package databases ------------------------------------------------------------------------------------------- */

static bool is_crypto_package(str name)
{
	return str_is(name, "openssl") || str_starts(name, "libssl") || str_starts(name, "libcrypto") ||
	       str_starts(name, "libopenssl");
}

/* dpkg's status and opkg's: paragraphs of "Key: value". */
static void collect_status(struct facts *f, const struct tree_file *file, const char *type, struct arena scratch)
{
	str name = { 0 }, version = { 0 }, line, value;
	bool is_installed = true;
	uint64_t at = 0;
	uint32_t number = 0;
	struct lines l = lines_of(file);

	for (bool more = true; more;) {
		more = lines_next(&l);
		line = more ? l.line : (str){ 0 };
		if (!line.n) {
			struct arena inner = scratch;

			if (name.n && version.n && is_installed)
				write_component(f, file, at, number, name, version, "package database",
					is_crypto_package(name),
					arena_printf(
						&inner, "pkg:%s/%.*s@%.*s", type, STR_FMT(name), STR_FMT(version)));
			name = version = (str){ 0 };
			is_installed = true;
			continue;
		}
		if (line.p[0] == ' ' || !memchr(line.p, ':', line.n)) continue;
		value = line;

		str key;

		str_split(&value, ':', &key);
		value = str_trim(value);
		if (str_is(key, "Package"))
			name = value, at = l.at, number = l.number;
		else if (str_is(key, "Version"))
			version = value;
		else if (str_is(key, "Status"))
			is_installed = str_find(value, " installed", NULL);
	}
}

/* apk's database (apk-package(5)): paragraphs of one letter, a colon and the value. */
static void collect_apk(struct facts *f, const struct tree_file *file, struct arena scratch)
{
	str name = { 0 }, version = { 0 };
	struct lines l = lines_of(file), at = { 0 };

	for (bool more = true; more;) {
		more = lines_next(&l);

		str value =
			more && l.line.n > 2 && l.line.p[1] == ':' ? (str){ l.line.p + 2, l.line.n - 2 } : (str){ 0 };
		struct arena inner = scratch;

		if (value.n && l.line.p[0] == 'P') name = str_trim(value), at = l;
		if (value.n && l.line.p[0] == 'V') version = str_trim(value);
		if (more && str_trim(l.line).n) continue;
		if (name.n && version.n)
			write_component(f, file, at.at, at.number, name, version, "package database",
				is_crypto_package(name),
				arena_printf(&inner, "pkg:apk/%.*s@%.*s", STR_FMT(name), STR_FMT(version)));
		name = version = (str){ 0 };
	}
}

/* os-release(5) and its relatives: the system as a whole. */
static void collect_release(struct facts *f, const struct tree_file *file)
{
	str name = { 0 }, version = { 0 };
	struct lines l = lines_of(file), at = { 0 };

	while (lines_next(&l)) {
		str value = l.line, key;

		if (!memchr(value.p ? value.p : "", '=', value.n) || !str_split(&value, '=', &key)) continue;
		while (value.n && strchr("\"'", value.p[0])) value.p++, value.n--;
		while (value.n && strchr("\"'", value.p[value.n - 1])) value.n--;
		if (str_is(key, "ID") || str_is(key, "DISTRIB_ID")) name = value, at = l;
		if (str_is(key, "VERSION_ID") || str_is(key, "DISTRIB_RELEASE")) version = value;
	}
	if (name.n && version.n)
		write_component(f, file, at.at, at.number, name, version, "release file", false, (str){ 0 });
}

/* Packages stand in them that no text of a version tells of. */
static void unread_databases(const struct tree *t)
{
	static const char *const folders[] = { "var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm",
		"var/lib/pacman/local", "var/db/pkg", "var/lib/dpkg/status.d" };

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		size_t at = tree_first_below(t, str_of(folders[i]));

		if (at < t->count)
			tree_short_at(t, "components", "a database of packages that is not read", t->files[at].path);
	}
}

static void collect_databases(struct facts *f, const struct tree *t, struct arena scratch)
{
	static const struct {
		const char *path, *type;
	} databases[] = { { "var/lib/dpkg/status", "deb" }, { "usr/lib/opkg/status", "opkg" },
		{ "var/lib/opkg/status", "opkg" }, { "usr/lib/ipkg/status", "opkg" } };
	static const char *const apk[] = { "lib/apk/db/installed", "usr/lib/apk/db/installed" };
	static const char *const releases[] = { "etc/os-release", "usr/lib/os-release", "etc/openwrt_release" };
	const struct tree_file *file = NULL;

	unread_databases(t);
	for (size_t i = 0; i < sizeof(databases) / sizeof(*databases); i++)
		if (tree_text(t, databases[i].path, &file).n) collect_status(f, file, databases[i].type, scratch);
	for (size_t i = 0; i < sizeof(apk) / sizeof(*apk); i++) {
		const struct tree_file *before = file;

		if (tree_text(t, apk[i], &file).n && file != before) collect_apk(f, file, scratch);
	}
	for (size_t i = 0; i < sizeof(releases) / sizeof(*releases); i++) {
		if (!tree_text(t, releases[i], &file).n) continue;
		collect_release(f, file);
		break;
	}
}

const struct tree_collector collector_packages = { .name = "packages",
	.reads = "databases of packages (dpkg, opkg, apk) and `os-release`",
	.classes = { NULL },
	.collect = collect_databases };
