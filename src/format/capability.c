#include "format/capability.h"

#include "base/buf.h"

enum { V1 = 0x01000000, V2 = 0x02000000, V3 = 0x03000000, EFFECTIVE = 1 };

/* By number. */
static const char *const capability_names[] = { "chown", "dac_override", "dac_read_search", "fowner", "fsetid", "kill",
	"setgid", "setuid", "setpcap", "linux_immutable", "net_bind_service", "net_broadcast", "net_admin", "net_raw",
	"ipc_lock", "ipc_owner", "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct", "sys_admin",
	"sys_boot", "sys_nice", "sys_resource", "sys_time", "sys_tty_config", "mknod", "lease", "audit_write",
	"audit_control", "setfcap", "mac_override", "mac_admin", "syslog", "wake_alarm", "block_suspend", "audit_read",
	"perfmon", "bpf", "checkpoint_restore" };

struct sets {
	uint64_t permitted, inheritable;
	bool is_effective;
};

static bool read_value(span value, struct sets *ret)
{
	reader r = { .in = value };
	uint32_t head = read_le32(&r);
	uint32_t version = head & 0xff000000;
	unsigned words = version == V1 ? 1 : 2;
	struct sets s = { .is_effective = head & EFFECTIVE };

	if (version != V1 && version != V2 && version != V3) return false;
	for (unsigned i = 0; i < words; i++) {
		s.permitted |= (uint64_t)read_le32(&r) << 32 * i;
		s.inheritable |= (uint64_t)read_le32(&r) << 32 * i;
	}
	*ret = s;
	return !r.is_short;
}

static void put_name(struct buf *out, unsigned i)
{
	if (i < sizeof(capability_names) / sizeof(*capability_names))
		buf_printf(out, "cap_%s", capability_names[i]);
	else
		buf_printf(out, "cap_%u", i);
}

/* The capabilities that are in just these sets, and the letters of the sets. */
static void put_group(struct buf *out, const struct sets *s, bool in_permitted, bool in_inheritable)
{
	uint64_t group =
		(in_permitted ? s->permitted : ~s->permitted) & (in_inheritable ? s->inheritable : ~s->inheritable);
	size_t before;

	if (!group) return;
	if (out->n) buf_char(out, ' ');
	before = out->n;
	for (unsigned i = 0; i < 64; i++) {
		if (!(group >> i & 1)) continue;
		if (out->n > before) buf_char(out, ',');
		put_name(out, i);
	}
	buf_printf(out, "=%s%s%s", s->is_effective ? "e" : "", in_inheritable ? "i" : "", in_permitted ? "p" : "");
}

str capability_text(struct arena *memory, span value)
{
	enum { MOST_SHOWN = 64 };
	struct buf out = { 0 };
	struct sets s;
	str text;

	if (read_value(value, &s)) {
		put_group(&out, &s, true, true);
		put_group(&out, &s, true, false);
		put_group(&out, &s, false, true);
		if (!out.n) buf_text(&out, "none");
	} else {
		buf_text(&out, "unknown:");
		for (size_t i = 0; i < value.n && i < MOST_SHOWN; i++) buf_printf(&out, "%02x", value.p[i]);
	}
	text = arena_str(memory, buf_all(&out));
	buf_free(&out);
	return text;
}

/* libcap writes the letters in the order e, i, p. */
static void put_letters(struct buf *out, str letters)
{
	static const char order[] = "eip";

	for (size_t i = 0; i < sizeof(order) - 1; i++)
		if (memchr(letters.p, order[i], letters.n)) buf_char(out, order[i]);
}

str capability_from_text(struct arena *memory, str text)
{
	struct buf out = { 0 };
	str word, kept;

	while (str_word(&text, &word)) {
		size_t at = 0;

		while (at < word.n && word.p[at] != '=' && word.p[at] != '+') at++;
		if (!at || at == word.n) continue; /* "=" alone clears all, and begins an old spelling */
		if (out.n) buf_char(&out, ' ');
		buf_str(&out, (str){ word.p, at });
		buf_char(&out, '=');
		put_letters(&out, (str){ word.p + at + 1, word.n - at - 1 });
	}
	kept = out.n ? arena_str(memory, buf_all(&out)) : (str){ 0 };
	buf_free(&out);
	return kept;
}
