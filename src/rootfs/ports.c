#include "rootfs/ports.h"

struct list {
	struct port *ports;
	size_t count;
};

static str unquoted(str s)
{
	s = str_trim(s);
	while (s.n && strchr("\"';", s.p[s.n - 1])) s.n--;
	while (s.n && strchr("\"'", s.p[0])) s.p++, s.n--;
	return s;
}

static bool is_loopback(str address)
{
	return str_starts(address, "127.") || str_starts(address, "localhost") || str_starts(address, "[::1]");
}

/* "80", "0.0.0.0:80", "[::]:443", ":8443" */
static bool read_port(str address, unsigned *ret)
{
	str part = { 0 };
	uint64_t n;

	while (memchr(address.p ? address.p : "", ':', address.n) && str_split(&address, ':', &part)) continue;
	if (!str_to_u64(address, 10, &n) || !n || n > 65535) return false;
	*ret = (unsigned)n;
	return true;
}

static void add(struct list *l, unsigned number, bool is_encrypted, bool is_loopback)
{
	for (size_t i = 0; i < l->count; i++) {
		if (l->ports[i].number != number) continue;
		l->ports[i].is_encrypted &= is_encrypted;
		l->ports[i].is_loopback &= is_loopback;
		return;
	}
	if (l->count < PORTS_MOST) l->ports[l->count++] = (struct port){ number, is_encrypted, is_loopback };
}

/* ---- one server each --------------------------------------------------------------------------------------------- */

/* server.port, server.bind, and blocks: $SERVER["socket"] == ":443" { ssl.engine = "enable" } */
static void read_lighttpd(struct list *l, const struct tree_file *file)
{
	unsigned main = 0, block = 0;
	bool is_encrypted = false, is_block_encrypted = false, is_here = false, is_block_here = false;

	for (struct lines lines = lines_of(file); lines_next(&lines);) {
		str value = str_trim(lines.line), key;
		size_t at;

		if (!value.n || value.p[0] == '#') continue;
		if (str_starts(value, "$SERVER[\"socket\"]") && str_find(value, "==", &at)) {
			str address = { value.p + at + 2, value.n - at - 2 };
			size_t end;

			if (str_find(address, "{", &end)) address.n = end;
			address = unquoted(address);
			is_block_here = is_loopback(address);
			is_block_encrypted = false;
			if (!read_port(address, &block)) block = 0;
			if (str_find(value, "ssl.engine", NULL)) is_block_encrypted = true;
		}
		if (block && memchr(value.p, '}', value.n)) {
			add(l, block, is_block_encrypted, is_block_here);
			block = 0;
			continue;
		}
		if (!memchr(value.p, '=', value.n) || !str_split(&value, '=', &key)) continue;
		key = str_trim(key);
		value = unquoted(value);
		if (str_is(key, "server.port")) (void)read_port(value, &main);
		if (str_is(key, "server.bind")) is_here = is_loopback(value);
		if (str_is(key, "ssl.engine") && str_is(value, "enable"))
			*(block ? &is_block_encrypted : &is_encrypted) = true;
	}
	if (main || is_encrypted || is_here || l->count) add(l, main ? main : 80, is_encrypted, is_here);
}

/* list listen_https '0.0.0.0:443' */
static void read_uhttpd(struct list *l, const struct tree_file *file)
{
	for (struct lines lines = lines_of(file); lines_next(&lines);) {
		str rest = str_trim(lines.line), word, key, value;
		unsigned port;

		if (!str_word(&rest, &word) || !str_word(&rest, &key)) continue;
		if (!str_is(word, "list") && !str_is(word, "option")) continue;
		key = unquoted(key);
		if (!str_is(key, "listen_http") && !str_is(key, "listen_https")) continue;
		rest = unquoted(rest);
		while (str_word(&rest, &value))
			if (read_port(value, &port)) add(l, port, str_is(key, "listen_https"), is_loopback(value));
	}
}

/* listen 443 ssl; */
static void read_nginx(struct list *l, const struct tree_file *file)
{
	for (struct lines lines = lines_of(file); lines_next(&lines);) {
		str rest = str_trim(lines.line), word, address;
		unsigned port = 80;
		bool is_encrypted = false;

		if (!str_word(&rest, &word) || !str_is(word, "listen") || !str_word(&rest, &address)) continue;
		address = unquoted(address);
		if (str_starts(address, "unix:")) continue;
		if (!read_port(address, &port) && memchr(address.p, ':', address.n)) continue;
		while (str_word(&rest, &word)) is_encrypted |= str_is(unquoted(word), "ssl");
		add(l, port, is_encrypted, is_loopback(address));
	}
}

/* Port 8080 (boa, sshd); port=8080, ssl (mini_httpd). */
static void read_plain(struct list *l, const struct tree_file *file)
{
	unsigned port = 0;
	bool is_encrypted = false;

	for (struct lines lines = lines_of(file); lines_next(&lines);) {
		str rest = str_trim(lines.line), word;

		if (str_starts(rest, "port=")) (void)read_port((str){ rest.p + 5, rest.n - 5 }, &port);
		if (!str_word(&rest, &word)) continue;
		if (str_is(word, "ssl")) is_encrypted = true;
		if (str_is(word, "Port") && read_port(str_trim(rest), &port)) add(l, port, false, false);
		if (str_starts(word, "port=") && port) add(l, port, false, false);
	}
	for (size_t i = 0; is_encrypted && i < l->count; i++) l->ports[i].is_encrypted = true;
}

/* listener 8883 [address], port 1883; certfile or psk_hint behind it make it encrypted. */
static void read_mosquitto(struct list *l, const struct tree_file *file)
{
	unsigned port = 0;
	bool is_encrypted = false, is_here = false;

	for (struct lines lines = lines_of(file); lines_next(&lines);) {
		str rest = str_trim(lines.line), key, word = { 0 };
		bool is_listener;

		if (!str_word(&rest, &key)) continue;
		is_listener = str_is(key, "listener");
		if (is_listener && port) add(l, port, is_encrypted, is_here);
		if (is_listener || str_is(key, "port")) {
			str_word(&rest, &word);
			if (!read_port(word, &port)) port = 0;
			is_here = str_word(&rest, &word) && is_loopback(word);
			if (is_listener) is_encrypted = false;
		}
		if (str_is(key, "certfile") || str_is(key, "psk_hint")) is_encrypted = true;
		if (str_is(key, "bind_address")) is_here = is_loopback(str_trim(rest));
	}
	if (port) add(l, port, is_encrypted, is_here);
}

/* ---- which server, which files ----------------------------------------------------------------------------------- */

static const struct {
	const char *program;
	void (*read)(struct list *l, const struct tree_file *file);
	const char *files[6]; /* with a '*' at its end: every file below */
} servers[] = {
	{ "lighttpd", read_lighttpd,
		{ "etc/lighttpd/lighttpd.conf", "etc/lighttpd.conf", "etc/lighttpd/conf-enabled/*" } },
	{ "uhttpd", read_uhttpd, { "etc/config/uhttpd" } },
	{ "nginx", read_nginx, { "etc/nginx/nginx.conf", "etc/nginx/conf.d/*", "etc/nginx/sites-enabled/*" } },
	{ "boa", read_plain, { "etc/boa/boa.conf", "etc/boa.conf" } },
	{ "mini_httpd", read_plain, { "etc/mini_httpd.conf", "etc/mini-httpd.conf" } },
	{ "sshd", read_plain, { "etc/ssh/sshd_config", "etc/sshd_config" } },
	{ "mosquitto", read_mosquitto,
		{ "etc/mosquitto/mosquitto.conf", "etc/mosquitto.conf", "etc/mosquitto/conf.d/*" } },
};

static void read_file(struct list *l, size_t server, const struct tree_file *file)
{
	if (file && file->type == NODE_FILE && file->content.p) servers[server].read(l, file);
}

size_t ports_of(const struct tree *t, str program, str config, struct port ret[static PORTS_MOST])
{
	struct list l = { .ports = ret };

	for (size_t i = 0; i < sizeof(servers) / sizeof(*servers); i++) {
		if (!str_is(program, servers[i].program)) continue;
		if (config.n) read_file(&l, i, tree_find(t, config));
		for (const char *const *path = servers[i].files; *path; path++) {
			size_t n = strlen(*path);
			str folder = { *path, n - 2 };

			if ((*path)[n - 1] != '*') {
				if (!config.n) read_file(&l, i, tree_find(t, (str){ *path, n }));
				continue;
			}
			for (size_t k = tree_first_below(t, folder); k < t->count && tree_below(&t->files[k], folder);
				k++)
				read_file(&l, i, tree_find(t, t->files[k].path));
		}
	}
	return l.count;
}
