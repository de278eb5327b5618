#include "rootfs/secret_text.h"

#include "rootfs/passwords.h"
#include "rootfs/secret_words.h"

#include <strings.h>

const char *const text_words[] = { "passw", "passphrase", "passcode", "pass=", "_pass", "pass\"", "pass ", "pass'",
	"pwd", "psk", "secret", "token", "_pw=", "_key", "apikey", "accesskey", "privatekey", "presharedkey",
	"sharedkey", "appkey", "enckey", "-key", "wepkey", "wpakey", "option key", "aeskey", "pincode", "_pin",
	"community", "com2sec", "createuser", "xauth \"", "xauth 0", "eap \"", "eap 0", "ntlm \"", "privateexponent",
	".key", "encryptionkey", "masterkey", "signingkey", NULL };

/* ---- what kind of text ------------------------------------------------------------------------------------------- */

static str extension(str path)
{
	str name = str_base_name(path);

	for (size_t i = name.n; i > 1; i--)
		if (name.p[i - 1] == '.') return (str){ name.p + i, name.n - i };
	return (str){ 0 };
}

static bool is_prose_path(str path)
{
	static const char *const folders[] = { "share/doc/", "share/man/", "/locale/", "/locales/", "share/info/",
		"/i18n/", "/lang/", "share/help/", "/translations/", "share/gtk-doc/", "share/zoneinfo/" };

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++)
		if (str_find(path, folders[i], NULL)) return true;
	return false;
}

static bool is_text(span content)
{
	span head = span_from(content, 0, 4096);

	for (size_t i = 0; i < head.n; i++)
		if (!head.p[i] || (head.p[i] < ' ' && !strchr("\t\n\r\f\b\033", head.p[i]))) return false;
	return true;
}

enum text_kind text_kind_of(str path, span content)
{
	static const char prose[] =
		" po pot mo md rst txt tex texi info adoc html htm xhtml changelog log 1 2 3 4 5 6 7 8 3pm "
		"page docbook dtd xsd xsl rng ui glade qml ts desktop svg css scss csv tsv sgml ";
	static const char script[] = " lua php php3 php4 php5 php7 phtml inc ";
	static const char code[] =
		" py pyi pyx pl pm t rb js mjs cjs jsx tsx c h cc cpp cxx hpp hh java go rs tcl el lisp scm hs "
		"ml mli erl hrl ex exs vim awk m4 am ac in cmake mk sql vala cs swift kt scala r jl d pas "
		"f90 asm s jsp asp aspx cgi fish zsh bash-completion proto idl vapi gir bnf y l map coffee ";
	str ext = extension(path);

	if (!is_text(content)) return TEXT_BYTES;
	if (text_is_one_of(ext, prose) || is_prose_path(path)) return TEXT_PROSE;
	if (text_is_one_of(ext, script)) return TEXT_SCRIPT;
	if (text_is_one_of(ext, code) || str_find(path, "bash-completion/", NULL) || str_find(path, "python3/", NULL))
		return TEXT_CODE;

	str head = str_from_span(span_from(content, 0, 64)), first;

	if (str_starts(head, "<?php")) return TEXT_SCRIPT;
	if (!str_starts(head, "#!") || !str_line(&head, &first)) return TEXT_CONFIG;
	if (str_find(first, "lua", NULL) || str_find(first, "php", NULL)) return TEXT_SCRIPT;
	return str_find(first, "sh", NULL) || str_find(first, "rc.common", NULL) ? TEXT_CONFIG : TEXT_CODE;
}

/* ---- letters ----------------------------------------------------------------------------------------------------- */

static bool is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
	       c == '.';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ---- around a name ----------------------------------------------------------------------------------------------- */

struct around {
	const char *p;
	size_t n;
	size_t begin, end; /* of the name */
	size_t line, stop; /* of its line */
};

static char at_of(const struct around *a, size_t at)
{
	return at < a->n ? a->p[at] : '\0';
}

static size_t skip_blanks(const struct around *a, size_t at)
{
	while (at_of(a, at) == ' ' || at_of(a, at) == '\t') at++;
	return at;
}

enum { LINE_MOST = 4096, NAME_MOST = 64 };

static bool find_name(enum text_kind how, span content, size_t at, struct around *a)
{
	*a = (struct around){ .p = (const char *)content.p, .n = content.n, .begin = at };
	while (at < content.n && !is_name_char(a->p[at])) at++;
	if (at > a->begin + 1) return false;
	a->begin = a->end = at;
	while (a->begin && a->end - a->begin < NAME_MOST && is_name_char(a->p[a->begin - 1])) a->begin--;
	while (a->end < a->n && a->end - a->begin < NAME_MOST && is_name_char(a->p[a->end])) a->end++;
	if (a->end - a->begin >= NAME_MOST) return false;
	while (a->begin < a->end && strchr("-.", a->p[a->begin])) a->begin++;
	a->line = a->begin;
	while (a->line && a->begin - a->line < LINE_MOST && !strchr("\n\r", a->p[a->line - 1])) a->line--;
	if (how == TEXT_BYTES)
		for (a->line = a->begin;
			a->line && a->begin - a->line < 64 && a->p[a->line - 1] >= ' ' && a->p[a->line - 1] < 0x7f;)
			a->line--;
	a->stop = a->end;
	while (a->stop < a->n && a->stop - a->end < LINE_MOST && a->p[a->stop] && !strchr("\n\r", a->p[a->stop]))
		a->stop++;
	return true;
}

static bool is_comment(const struct around *a)
{
	size_t at = skip_blanks(a, a->line);
	str rest = { a->p + at, a->n - at };

	return (at < a->begin && strchr("#;", a->p[at])) || str_starts(rest, "//") || str_starts(rest, "* ") ||
	       str_starts(rest, "<!--") || str_starts(rest, "REM ") || str_starts(rest, "dnl ");
}

/* Nothing but words that open a line stand before the name. */
static bool begins_line(const struct around *a)
{
	static const char words[] =
		" export set option list local declare readonly const var let static public private config env "
		"define setenv add - ";
	str before = { a->p + a->line, a->begin - a->line }, word;

	while (before.n && strchr("\"'$[{-.", before.p[before.n - 1])) before.n--;
	while (str_word(&before, &word))
		if (!text_is_one_of(word, words)) return false;
	return true;
}

static bool is_option(const struct around *a, const char *word)
{
	str before = { a->p + a->line, a->begin - a->line }, first;

	return str_word(&before, &first) && str_is(first, word) && !str_trim(before).n;
}

/* The quoted text at a place; false: there is none that ends on its line. */
static bool quoted_at(const struct around *a, size_t at, str *ret, size_t *ret_end)
{
	char quote = at_of(a, at);
	size_t end = at + 1;

	if (quote != '"' && quote != '\'') return false;
	while (end < a->stop && a->p[end] != quote) end += a->p[end] == '\\' ? 2 : 1;
	if (end >= a->stop) return false;
	*ret = (str){ a->p + at + 1, end - at - 1 };
	*ret_end = end + 1;
	return true;
}

/* JSON's "\u0040" and escapes stand for themselves: a value that has them is told as it is written. In strings of other
 * languages the quotes are escaped: \"name\":\"value\" */
static bool escaped_at(const struct around *a, size_t at, str *ret, size_t *ret_end)
{
	size_t end = at + 2;

	if (at_of(a, at) != '\\' || at_of(a, at + 1) != '"') return false;
	while (end + 1 < a->stop && !(a->p[end] == '\\' && a->p[end + 1] == '"')) end++;
	if (end + 1 >= a->stop) return false;
	*ret = (str){ a->p + at + 2, end - at - 2 };
	*ret_end = end + 2;
	return true;
}

/* What is left of the line, without a comment behind it. */
static str bare_at(const struct around *a, size_t at)
{
	str rest = { a->p + at, a->stop > at ? a->stop - at : 0 };
	size_t hash;

	if (str_find(rest, " #", &hash) || str_find(rest, "\t#", &hash)) rest.n = hash;
	return str_trim(rest);
}

struct said {
	str value;
	size_t end;
	bool is_quoted;
};

/* <name>value</name>, <name value="x"/>, name="wifi_password" value="x", <string name="password">x</string> */
static bool said_in_tag(const struct around *a, struct said *ret)
{
	bool opens = a->begin && (a->p[a->begin - 1] == '<' || a->p[a->begin - 1] == ':');
	bool is_value_of_name = a->begin && strchr("\"'", a->p[a->begin - 1]);
	size_t at = a->end, limit = a->end + 256;

	if (!opens && !is_value_of_name) return false;
	if (is_value_of_name && at_of(a, at) == a->p[a->begin - 1]) at++;
	for (; at < a->stop && at < limit && !strchr("<>", a->p[at]); at++) {
		static const char *const names[] = { "value=", "Value=", "val=", "v=", "V=", "content=" };
		str rest = { a->p + at, a->stop - at };

		if (a->p[at - 1] != ' ') continue;
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			if (str_starts(rest, names[i]) && quoted_at(a, at + strlen(names[i]), &ret->value, &ret->end))
				return ret->is_quoted = true;
	}
	if (at_of(a, at) != '>') return false;

	size_t from = ++at;

	while (at < a->stop && a->p[at] != '<') at++;
	ret->value = str_trim((str){ a->p + from, at - from });
	if (str_starts((str){ a->p + from, a->n - from }, "<![CDATA[")) {
		size_t end;

		from += 9;
		if (!str_find((str){ a->p + from, a->stop > from ? a->stop - from : 0 }, "]]>", &end)) return false;
		ret->value = (str){ a->p + from, end };
		at = from + end;
	}
	ret->end = at;
	ret->is_quoted = true;
	return ret->value.n;
}

/* name = value, "name": "value", ['name'] => 'value', define('NAME', 'value'), option name 'value' */
static bool said_behind(enum text_kind how, const struct around *a, struct said *ret)
{
	size_t at = a->end, sign;
	bool is_quoted_name = false, has_sign = true;

	if (at_of(a, at) == '\\' && at_of(a, at + 1) == '"') at += 2;
	while (at < a->stop && strchr("\"']", at_of(a, at))) at++, is_quoted_name = true;
	at = skip_blanks(a, at);
	sign = at;
	if (at_of(a, at) == '=' && at_of(a, at + 1) == '>')
		at += 2;
	else if (at_of(a, at) == ':' && at_of(a, at + 1) == '=')
		at += 2;
	else if (strchr("=:", at_of(a, at)) && at_of(a, at) && !strchr("=~:", at_of(a, at + 1)))
		at++;
	else if (at_of(a, at) == ',' && is_quoted_name)
		at++;
	else
		has_sign = false;
	at = skip_blanks(a, at);
	if (quoted_at(a, at, &ret->value, &ret->end) || escaped_at(a, at, &ret->value, &ret->end)) {
		ret->is_quoted = true;
		if (has_sign) return true;
		/* name "value"; of configuration */
		return how == TEXT_CONFIG && at > a->end && begins_line(a);
	}
	if (how == TEXT_SCRIPT || how == TEXT_CODE || (is_quoted_name && has_sign)) {
		/* A number in JSON. */
		size_t end = at;

		if (how != TEXT_CONFIG) return false;
		while (end < a->stop && is_digit(a->p[end])) end++;
		ret->value = (str){ a->p + at, end - at };
		ret->end = end;
		return end > at && strchr(",} \t\r\n", at_of(a, end));
	}
	ret->value = bare_at(a, at);
	ret->end = a->stop;
	if (!begins_line(a)) return false;
	if (has_sign) return at_of(a, sign) == '=' || at > sign + 1;
	return (is_option(a, "option") || is_option(a, "set")) && at > a->end;
}

/* ---- lines with a form of their own ------------------------------------------------------------------------------ */

static bool is_known_community(str word)
{
	return str_is(word, "public") || str_is(word, "private") || str_is(word, "default") ||
	       password_is_default(word);
}

/* rocommunity WORD, com2sec NAME SOURCE WORD, createUser NAME MD5 "WORD": snmpd.conf(5). A community that everybody
 * knows is no secret, and a setting. */
static bool said_by_snmp(const struct around *a, struct said *ret)
{
	str line = { a->p + a->line, a->stop - a->line }, word, first;
	size_t which;

	if (!str_word(&line, &first)) return false;
	which = text_is_one_of(first, " rocommunity rwcommunity rocommunity6 rwcommunity6 trapcommunity ") ? 0
		: text_is_one_of(first, " com2sec com2sec6 ")                                              ? 2
		: text_is_one_of(first, " createuser ")                                                    ? 2
													   : SIZE_MAX;
	if (which == SIZE_MAX || first.p != a->p + a->begin) return false;
	for (size_t i = 0; str_word(&line, &word) && i <= which; i++) {
		if (i != which || word.p[0] == '-') continue;
		if (word.n >= 2 && strchr("\"'", word.p[0]) && word.p[word.n - 1] == word.p[0]) word.p++, word.n -= 2;
		ret->value = word;
		ret->end = a->stop;
		return word.n >= 4 && !is_known_community(word) && !strchr("/$<", word.p[0]);
	}
	return false;
}

/* : PSK "x", user : XAUTH "x", : EAP 0x..: ipsec.secrets(5); password x behind login x: netrc(5); remote_password x:
 * mosquitto.conf(5); secret "x"; */
static bool said_by_word(const struct around *a, str name, struct said *ret)
{
	static const char plain[] = " remote_password bridge_password password secret passphrase pass auth_pass ";
	str before = { a->p + a->line, a->begin - a->line };
	size_t at = skip_blanks(a, a->end), end = at;

	if (at == a->end || at >= a->stop) return false;
	while (end < a->stop && !strchr(" \t", a->p[end])) end++;
	ret->value = (str){ a->p + at, end - at };
	ret->end = end;
	if (memchr(before.p, ':', before.n) && text_is_one_of(name, " psk xauth eap ntlm pin "))
		return quoted_at(a, at, &ret->value, &ret->end) || str_starts(ret->value, "0x") ||
		       str_starts(ret->value, "0s");
	if (str_find(before, "login ", NULL) && str_is(name, "password")) return true;
	/* The two lines of netrc: "login x" above. */
	if (!str_trim(before).n && str_is(name, "password") && a->line > 1) {
		str above = { a->p + (a->line > 200 ? a->line - 200 : 0), a->line > 200 ? 200 : a->line };

		if (str_find(above, "login ", NULL)) return true;
	}
	return text_is_one_of(name, plain) && !str_trim(before).n && end == a->stop && a->p[at] != '"';
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

static bool is_wireguard(str name)
{
	return (name.n == 10 || name.n == 11) && strncasecmp(name.p, "private", 7) == 0 &&
	       strncasecmp(name.p + name.n - 3, "key", 3) == 0;
}

static const char *kind_of(enum name_class class, str name)
{
	if (class == NAME_PSK) return "psk";
	if (class == NAME_PASSWORD) return "password";
	return name.n >= 5 && strncasecmp(name.p + name.n - 5, "token", 5) == 0 ? "token" : "api-key";
}

bool text_secret_at(enum text_kind how, span content, size_t at, struct text_secret *ret)
{
	struct around a;
	struct said said = { 0 };

	if (how == TEXT_PROSE) return false;
	/* "option key": the name is its second word. */
	if (content.n - at > 11 && strncasecmp((const char *)content.p + at, "option key", 10) == 0) at += 7;
	if (!find_name(how, content, at, &a) || is_comment(&a)) return false;

	str name = { a.p + a.begin, a.end - a.begin };
	enum name_class class = secret_name_class(name);

	*ret = (struct text_secret){ .name = name, .end = a.end };
	if (how == TEXT_CONFIG && said_by_snmp(&a, &said)) {
		ret->kind = "password";
	} else if (how == TEXT_BYTES) {
		if (class == NAME_NONE || a.line != a.begin || at_of(&a, a.end) != '=' || str_is(name, "key"))
			return false;
		said.value = (str){ a.p + a.end + 1, a.stop > a.end ? a.stop - a.end - 1 : 0 };
		said.end = a.stop;
	} else if (how == TEXT_CONFIG && said_by_word(&a, name, &said)) {
		if (class == NAME_NONE) class = NAME_PSK;
		if (!said.value.n || text_is_placeholder(said.value, name)) return false;
		ret->kind = class == NAME_PSK ? "psk" : "password";
	} else if (class == NAME_NONE || (!said_in_tag(&a, &said) && !said_behind(how, &a, &said))) {
		return false;
	}
	if (str_is(name, "key") && !is_option(&a, "option")) return false;
	/* What a shell compares or passes on. */
	if (how == TEXT_CONFIG && a.begin && a.p[a.begin - 1] == '$') return false;
	ret->value = said.value;
	if (said.end > ret->end) ret->end = said.end;
	if (is_wireguard(name) && secret_is_base64_of(said.value, 32)) {
		ret->kind = "private-key";
		ret->is_x25519 = true;
		return true;
	}
	if (!ret->kind && !secret_value_fits(how, class, name, said.value, said.is_quoted)) return false;
	if (!ret->kind) ret->kind = kind_of(class, name);
	return true;
}

static bool is_in_comment(span content, size_t at)
{
	struct around a = { .p = (const char *)content.p, .n = content.n, .begin = at, .line = at };

	while (a.line && at - a.line < LINE_MOST && !strchr("\n\r", a.p[a.line - 1])) a.line--;
	return is_comment(&a);
}

bool text_login_at(enum text_kind how, span content, size_t at, struct text_secret *ret)
{
	enum { FAR = 200 };
	const char *p = (const char *)content.p;
	size_t colon = 0, from = at + 3, end = from, begin = at;

	if (how == TEXT_PROSE || is_in_comment(content, at)) return false;
	while (begin && at - begin < 16 && is_letter(p[begin - 1])) begin--;
	for (; end < content.n && end - from < FAR; end++) {
		char c = p[end];

		if (c == '@') break;
		if (c == ':' && !colon) colon = end;
		if (c <= ' ' || c >= 0x7f || strchr("/\"'<>`\\{}()[]|^", c)) return false;
	}
	if (end >= content.n || p[end] != '@' || colon <= from || begin == at) return false;

	str value = { p + colon + 1, end - colon - 1 },
	    host = { p + end + 1, content.n - end - 1 < 64 ? content.n - end - 1 : 64 };

	*ret = (struct text_secret){
		.kind = "password", .name = { p + begin, at - begin }, .value = value, .end = end
	};
	if (!host.n || !(is_digit(host.p[0]) || is_letter(host.p[0]) || host.p[0] == '[')) return false;
	for (size_t i = 0; i < host.n && (is_name_char(host.p[i])); i++)
		if (str_starts((str){ host.p + i, host.n - i }, "example") ||
			str_starts((str){ host.p + i, host.n - i }, "foo"))
			return how == TEXT_CONFIG && secret_looks_chosen(value);
	if (text_is_placeholder(value, (str){ p + from, colon - from }))
		return password_is_default(value) && how == TEXT_CONFIG;
	return how == TEXT_CONFIG || secret_looks_chosen(value);
}
