/* Traces of how the image is updated: the tools, what they check, where they look. Only what is seen is said. */
#include "rootfs/collectors.h"
#include "rootfs/lines.h"

static const struct {
	const char *path, *name;
} traces[] = {
	{ "usr/bin/swupdate", "swupdate" },
	{ "usr/bin/rauc", "rauc" },
	{ "etc/rauc/system.conf", "rauc" },
	{ "usr/bin/mender", "mender" },
	{ "usr/bin/mender-update", "mender" },
	{ "etc/mender/mender.conf", "mender" },
	{ "sbin/sysupgrade", "sysupgrade" },
	{ "bin/opkg", "opkg" },
	{ "usr/bin/opkg", "opkg" },
	{ "bin/opkg-cl", "opkg" },
	{ "usr/bin/apt-get", "apt" },
	{ "usr/bin/ostree", "ostree" },
	{ "usr/bin/fwupdmgr", "fwupd" },
	{ "usr/bin/aktualizr", "aktualizr" },
	{ "usr/bin/hawkbit", "hawkbit" },
};

static bool trusts_keys(const struct tree *t, const char *name)
{
	static const struct {
		const char *name, *folder;
	} keys[] = { { "opkg", "etc/opkg/keys" }, { "sysupgrade", "etc/opkg/keys" }, { "rauc", "etc/rauc" },
		{ "apt", "etc/apt/trusted.gpg.d" }, { "apt", "usr/share/keyrings" }, { "swupdate", "etc/swupdate" } };

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (strcmp(keys[i].name, name)) continue;
		for (size_t k = tree_first_below(t, str_of(keys[i].folder));
			k < t->count && tree_below(&t->files[k], str_of(keys[i].folder)); k++)
			if (t->files[k].type == NODE_FILE && t->files[k].size) return true;
	}
	return false;
}

/* Feeds of opkg and apt, and whether their signature is asked for. */
static void collect_feeds(struct facts *f, const struct tree *t, const char *folder)
{
	for (size_t i = tree_first_below(t, str_of(folder)); i < t->count && tree_below(&t->files[i], str_of(folder));
		i++) {
		const struct tree_file *file = &t->files[i];

		if (!file->content.p || !(str_ends(file->path, ".conf") || str_ends(file->path, ".list"))) continue;
		for (struct lines l = lines_of(file); lines_next(&l);) {
			str rest = str_trim(l.line), word;

			if (!rest.n || rest.p[0] == '#') continue;
			while (str_word(&rest, &word)) {
				if (!str_starts(word, "http://") && !str_starts(word, "https://") &&
					!str_starts(word, "ftp://"))
					continue;
				fact_setting(f, &(struct fact_setting){ .file = file->fact,
							.line = NUM(l.number),
							.at = NUM(l.at),
							.domain = STR("update"),
							.key = STR("feed"),
							.value = word });
				lines_excerpt(f, &l);
			}
			if (str_find(l.line, "check_signature", NULL) || str_find(l.line, "trusted=yes", NULL))
				fact_setting(f, &(struct fact_setting){ .file = file->fact,
							.line = NUM(l.number),
							.at = NUM(l.at),
							.domain = STR("update"),
							.key = STR("signature-option"),
							.value = str_trim(l.line) });
		}
	}
}

static void collect(struct facts *f, const struct tree *t, struct arena scratch)
{
	const char *last = "";

	(void)scratch;
	if (!t->is_root) return;
	for (size_t i = 0; i < sizeof(traces) / sizeof(*traces); i++) {
		const struct tree_file *file = tree_find(t, str_of(traces[i].path));
		uint32_t entity;

		if (!file || strcmp(traces[i].name, last) == 0) continue;
		last = traces[i].name;
		entity = fact_entity(f, &(struct fact_entity){ .kind = STR("update-mechanism"),
						.name = str_of(traces[i].name),
						.basis = STR("observed"),
						.file = file->fact });
		fact_update_mechanism(f, &(struct fact_update_mechanism){ .entity = entity });
		fact_setting(f, &(struct fact_setting){ .file = file->fact,
					.domain = STR("update"),
					.key = STR("tool"),
					.value = str_of(traces[i].name) });
		if (trusts_keys(t, traces[i].name))
			fact_setting(f, &(struct fact_setting){ .file = file->fact,
						.domain = STR("update"),
						.key = STR("trusted-keys"),
						.value = str_of(traces[i].name) });
	}
	collect_feeds(f, t, "etc/opkg");
	collect_feeds(f, t, "etc/apt");
}

const struct tree_collector collector_updates = { .name = "updates",
	.reads = "programs and configuration of swupdate, RAUC, Mender, sysupgrade, opkg, apt, OSTree, fwupd, and "
		 "their keys and feeds",
	.classes = { "updates" },
	.collect = collect };
