#include "testing.h"

#include "base/digest.h"
#include "fake_walk.h"
#include "format/formats.h"

static uint8_t image[4096];
static size_t end;

static void start(void)
{
	memset(image, 0, sizeof(image));
	end = 0;
}

static void put(uint64_t value, size_t bytes)
{
	for (; bytes; bytes--, value >>= 8) image[end++] = (uint8_t)value;
}

static void put_text(const char *text, size_t room)
{
	memcpy(image + end, text, strlen(text));
	end += room;
}

/* ---- Zigbee ------------------------------------------------------------------------------------------------------ */

static size_t make_zigbee(void)
{
	start();
	put(0x0beef11e, 4), put(0x0100, 2), put(60, 2), put(4, 2), put(0x100b, 2), put(0x012a, 2), put(0x0100080e, 4);
	put(2, 2), put_text("a lamp", 32), put(60 + 6 + 5 + 6 + 3, 4), put(1, 2), put(7, 2);
	put(0, 2), put(5, 4), put_text("image", 5);
	put(1, 2), put(3, 4), put_text("sig", 3);
	keep_sample("zigbee-ota", "two", (span){ image, end });
	return end;
}

static void a_zigbee_file_is_cut_into_its_elements(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_zigbee();
	uint64_t used;

	assert_true(zigbee_format.probe((span){ image, n }));
	assert_ok(zigbee_format.read(w, (span){ image, n + 20 }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 2);
	assert_str(w->parts[0].name, "upgrade-image");
	assert_str(str_from_span(w->parts[0].bytes), "image");
	assert_str(w->parts[1].name, "ecdsa-signature");
	assert_true(fake_has_note(w, "manufacturer=0x0000100b"));
	assert_true(fake_has_note(w, "file-version=0x0100080e"));
	assert_true(fake_has_note(w, "text=a lamp"));
	assert_true(fake_has_note(w, "most-hardware=7"));
	fake_walk_close(w);
}

static void a_cut_zigbee_file_gives_what_is_there(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_zigbee();
	uint64_t used;

	assert_fault(zigbee_format.read(w, (span){ image, n - 11 }, &used), "zigbee-ota.cut");
	assert_int_equal(used, n - 11);
	assert_int_equal(w->part_count, 1);
	image[6] = 20; /* shorter than its own fields */
	assert_false(zigbee_format.probe((span){ image, n }));
	fake_walk_close(w);
}

/* ---- Espressif --------------------------------------------------------------------------------------------------- */

static size_t make_esp(void)
{
	uint8_t sum = 0xef;

	start();
	put(0xe9, 1), put(2, 1), put(2, 1), put(0x2f, 1), put(0x40081234, 4), put(0, 4), put(9, 2), put(0, 9),
		put(1, 1);
	put(0x3c000020, 4), put(256, 4);

	size_t first = end;

	put(0xabcd5432, 4), put(3, 4), put(0, 8);
	put_text("1.4.2", 32), put_text("thermostat", 32), put_text("10:00:00", 16), put_text("Jan  1 2026", 16);
	put_text("v5.2.1", 32);
	end = first + 256;
	for (size_t i = first; i < end; i++) sum ^= image[i];
	put(0x40080000, 4), put(8, 4);
	put_text("codecode", 8);
	for (size_t i = end - 8; i < end; i++) sum ^= image[i];
	end |= 15;
	put(sum, 1);

	struct digest d = digest_of((span){ image, end });

	memcpy(image + end, d.raw, 32);
	end += 32;
	keep_sample("esp", "two", (span){ image, end });
	return end;
}

static void an_espressif_image_is_checked_and_says_what_it_is(void **state)
{
	(void)state;
	struct walk *w = fake_walk_open();
	size_t n = make_esp();
	uint64_t used;

	assert_true(esp_format.probe((span){ image, n }));
	assert_ok(esp_format.read(w, (span){ image, n + 20 }, &used));
	assert_int_equal(used, n);
	assert_int_equal(w->part_count, 2);
	assert_str(str_from_span(w->parts[1].bytes), "codecode");
	assert_true(fake_has_note(w, "chip=esp32-s3"));
	assert_true(fake_has_note(w, "version=1.4.2"));
	assert_true(fake_has_note(w, "project=thermostat"));
	assert_true(fake_has_note(w, "security-version=3"));
	assert_true(fake_has_checksum(w, "image xor yes"));
	assert_true(fake_has_checksum(w, "image sha256 yes"));
	image[n - 1] ^= 1;
	assert_ok(esp_format.read(w, (span){ image, n }, &used));
	assert_true(fake_has_checksum(w, "image sha256 no"));
	fake_walk_close(w);
}

static void an_image_whose_sum_does_not_fit_is_none(void **state)
{
	(void)state;
	size_t n = make_esp();

	image[60] ^= 1;
	assert_false(esp_format.probe((span){ image, n }));
	image[60] ^= 1;
	assert_false(esp_format.probe((span){ image, n - 33 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_zigbee_file_is_cut_into_its_elements),
		cmocka_unit_test(a_cut_zigbee_file_gives_what_is_there),
		cmocka_unit_test(an_espressif_image_is_checked_and_says_what_it_is),
		cmocka_unit_test(an_image_whose_sum_does_not_fit_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
