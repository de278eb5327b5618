#include "rootfs/started.h"

bool started_wants(const struct started *s, str name)
{
	static const char *const names[] = { "sshd", "dropbear", "vsftpd", "proftpd", "mosquitto", "lighttpd", "nginx",
		"snmpd", "hostapd", "wpa_supplicant", "smbd", "dnsmasq", "mini_snmpd", "pure-ftpd" };

	for (size_t i = 0; s && s->count < STARTED_MOST && i < sizeof(names) / sizeof(*names); i++)
		if (str_is(name, names[i])) return true;
	return false;
}

void started_note(struct started *s, const struct started_program *program)
{
	if (program->enabled == NO) return;

	struct started_program *p = &s->programs[s->count++];

	*p = *program;
	p->name = arena_str(s->keep, program->name);
	for (size_t i = 0; i < p->count; i++) p->words[i] = arena_str(s->keep, program->words[i]);
}

static bool is_option(str word)
{
	return word.n > 1 && word.p[0] == '-' && !str_starts(word, "--");
}

bool options_next(struct options *o, char *ret_option, str *ret_value)
{
	const struct started_program *p = o->program;

	*ret_value = (str){ 0 };
	if (o->word < p->count && o->letter && o->letter >= p->words[o->word].n) o->word++, o->letter = 0;
	/* start-stop-daemon's "--" stands before the arguments. */
	while (o->word < p->count && str_is(p->words[o->word], "--")) o->word++;
	if (o->word >= p->count) return false;

	str word = p->words[o->word];

	if (!o->letter && !is_option(word)) {
		o->word++;
		*ret_option = 0;
		*ret_value = word;
		return true;
	}
	if (!o->letter) o->letter = 1;
	*ret_option = word.p[o->letter++];
	if (!strchr(o->with_value, *ret_option)) return true;
	*ret_value = (str){ word.p + o->letter, word.n - o->letter };
	o->word++;
	o->letter = 0;
	if (!ret_value->n && o->word < p->count) *ret_value = p->words[o->word++];
	return true;
}
