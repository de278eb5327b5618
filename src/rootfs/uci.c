/* OpenWrt's /etc/config: "config TYPE 'NAME'", "option KEY 'VALUE'", "list KEY 'VALUE'". A setting is called TYPE.KEY
 * and holds in its section; of the servers that checks know by their own names (uhttpd, snmpd) the key alone. */
#include "rootfs/settings.h"

struct uci {
	struct settings *settings;
	str type, section; /* "wifi-iface", "wifi-iface default_radio0" */
	unsigned number;
	bool has_bare_keys;
};

static void open_section(struct uci *u, str rest, struct lines at)
{
	str word = { 0 }, name;

	u->number++;
	if (str_word(&rest, &word)) u->type = setting_unquoted(word);
	name = setting_unquoted(rest);
	u->section = name.n ? arena_printf(u->settings->keep, "%.*s %.*s", STR_FMT(u->type), STR_FMT(name))
			    : arena_printf(u->settings->keep, "%.*s %u", STR_FMT(u->type), u->number);

	/* A section is there although it says nothing. */
	if (str_is(u->type, "wifi-iface"))
		settings_add(u->settings, SETTING_FIRST,
			&(struct setting){
				.key = STR("wifi-iface"), .value = name, .condition = u->section, .at = at });
}

static void take_line(struct uci *u, struct lines at)
{
	struct arena *keep = u->settings->keep;
	str rest = str_trim(at.line), word, key;

	if (!rest.n || rest.p[0] == '#' || !str_word(&rest, &word)) return;
	if (str_is(word, "config")) {
		open_section(u, rest, at);
		return;
	}
	if ((!str_is(word, "option") && !str_is(word, "list")) || !str_word(&rest, &key)) return;
	key = setting_unquoted(key);
	key = u->has_bare_keys ? setting_lowered(keep, key)
			       : arena_printf(keep, "%.*s.%.*s", STR_FMT(u->type), STR_FMT(key));
	settings_add(u->settings, str_is(word, "list") ? SETTING_EACH : SETTING_LAST,
		&(struct setting){ .key = key, .value = setting_unquoted(rest), .condition = u->section, .at = at });
}

/* ---- Wi-Fi ------------------------------------------------------------------------------------------------------- */

/* A network without "encryption" is open, one without "mode" is the device's own; when its radio is off, so is it. */
static void complete_wireless(struct settings *s)
{
	size_t count = s->count;

	for (size_t i = 0; i < count; i++) {
		struct setting section = s->rows[i];

		if (!str_is(section.key, "wifi-iface")) continue;

		const struct setting *radio = settings_find(s, "wifi-iface.device", section.condition);
		str name = radio ? arena_printf(s->keep, "wifi-device %.*s", STR_FMT(radio->value)) : (str){ 0 };
		const struct setting *off = radio ? settings_find(s, "wifi-device.disabled", name) : NULL;
		struct setting row = {
			.condition = section.condition, .origin = "default", .at = { .file = section.at.file }
		};

		row.key = STR("wifi-iface.encryption"), row.value = STR("none");
		settings_add(s, SETTING_FIRST, &row);
		row.key = STR("wifi-iface.mode"), row.value = STR("ap");
		settings_add(s, SETTING_FIRST, &row);
		if (!off || str_is(off->value, "0")) continue;
		row = *off;
		row.key = STR("wifi-iface.disabled"), row.condition = section.condition;
		settings_add(s, SETTING_LAST, &row);
	}
	for (size_t i = 0; i < s->count; i++)
		if (str_is(s->rows[i].key, "wifi-iface")) s->rows[i--] = s->rows[--s->count];
}

static void collect_file(struct facts *f, const struct tree *t, const struct tree_file *file, struct arena scratch)
{
	str name = str_base_name(file->path);
	const char *domain = arena_cstr(&scratch, name);
	struct uci u = { .settings = settings_open(f, t, domain, &scratch),
		.has_bare_keys = str_is(name, "uhttpd") || str_is(name, "snmpd") };

	for (struct lines l = lines_of(file); lines_next(&l);) take_line(&u, l);
	if (str_is(name, "wireless")) complete_wireless(u.settings);
	settings_write(u.settings, scratch);
}

void settings_uci(struct facts *f, const struct tree *t, struct arena scratch)
{
	str folder = STR("etc/config");

	for (size_t k = tree_first_below(t, folder); k < t->count && tree_below(&t->files[k], folder); k++)
		/* What dropbear's says is read as the options of its command. */
		if (t->files[k].type == NODE_FILE && t->files[k].content.p &&
			!str_is(str_base_name(t->files[k].path), "dropbear"))
			collect_file(f, t, &t->files[k], scratch);
}
