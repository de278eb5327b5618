/* How many rows the texts have: a catalogue that loses one, gains one or changes its level is noticed. */
#include "testing.h"

#include "trying.h"

static struct arena memory;
static const struct rules *rules;

static int load(void **state)
{
	(void)state;
	memory = arena_open((size_t)1 << 30);
	rules = real_rules(&memory);
	return rules ? 0 : -1;
}

static int forget(void **state)
{
	(void)state;
	arena_close(&memory);
	return 0;
}

static const struct catalogue *of(const char *id, const char *edition)
{
	const struct catalogue *c = rules_catalogue(rules, str_of(id), str_of(edition));

	if (!c) fail_msg("there is no catalogue %s %s", id, edition);
	return c;
}

/* Rows whose id begins so, and that are mandatory, or that are not. */
static unsigned rows(const struct catalogue *c, const char *begin, bool mandatory)
{
	unsigned n = 0;

	for (size_t i = 0; i < c->requirement_count; i++)
		n += str_starts(c->requirements[i].id, begin) && c->requirements[i].is_mandatory == mandatory;
	return n;
}

static unsigned notes(const struct catalogue *c, const char *begin)
{
	unsigned n = 0;

	for (size_t i = 0; i < c->note_count; i++) n += str_starts(c->notes[i].id, begin);
	return n;
}

/* ---- each text --------------------------------------------------------------------------------------------------------- */

static void the_cyber_resilience_act_has_14_points_on_the_product_and_8_on_its_vulnerabilities(void **state)
{
	const struct catalogue *c = of("eu-cra", "");

	(void)state;
	assert_int_equal(rows(c, "CRA-I-", true), 14);
	assert_int_equal(rows(c, "CRA-II-", true), 8);
	assert_int_equal(rows(c, "CRA-A2-", true), 14);                          /* Annex II: 1 to 7, 8(a) to (f), 9 */
	assert_int_equal(rows(c, "CRA-A5-", true), 8);                           /* Annex V */
	assert_int_equal(rows(c, "CRA-A6", true) + rows(c, "CRA-A6", false), 1); /* Annex VI */
	assert_int_equal(rows(c, "CRA-A7-", true), 13);  /* Annex VII: 1(a) to (d), 2(a) to (c), 3 to 8 */
	assert_int_equal(rows(c, "CRA-A13-", true), 21); /* Article 13(1) to (23) without (10) and (11) */
	assert_int_equal(rows(c, "CRA-A14-", true), 9);  /* Article 14(2), (4): three steps each; (6) to (8) */
	assert_int_equal(c->requirement_count, 88);
	assert_int_equal(c->note_count, 49);
}

static void EN_303_645_has_78_provisions_and_had_68(void **state)
{
	const struct catalogue *now = of("etsi-en-303-645", "3.1.3"), *before = of("etsi-en-303-645", "2.1.1");

	(void)state;
	assert_int_equal(rows(now, "", true), 36);
	assert_int_equal(rows(now, "", false), 42);
	assert_int_equal(rows(before, "", true), 33); /* with 4-1, the reasons for what is left out */
	assert_int_equal(rows(before, "", false), 35);
	assert_int_equal(rows(of("uk-code-of-practice", ""), "", false), 13);
}

/* TS 103 701 V1.1.1 has conditions of its own where EN 303 645 V2.1.1 has none. */
static void provisions_have_other_conditions_when_they_are_tested(void **state)
{
	const struct catalogue *c = of("etsi-en-303-645", "2.1.1");
	unsigned other = 0, same = 0;

	(void)state;
	for (size_t i = 0; i < c->requirement_count; i++) {
		other += c->requirements[i].when_test_text.n && !c->requirements[i].when_text.n;
		same += c->requirements[i].when_text.n && !c->requirements[i].when_test_text.n;
	}
	assert_int_equal(other, 17);
	assert_int_equal(same, 23);
}

static void EN_18031_has_113_requirements_decided_by_245_questions(void **state)
{
	static const struct {
		const char *id;
		unsigned requirements;
	} parts[] = { { "en-18031-1", 33 }, { "en-18031-2", 43 }, { "en-18031-3", 37 } };
	unsigned restricted = 0;
	size_t nodes = 0;

	(void)state;
	for (size_t p = 0; p < sizeof(parts) / sizeof(*parts); p++) {
		const struct catalogue *c = of(parts[p].id, "");

		assert_int_equal(c->requirement_count, parts[p].requirements);
		for (size_t i = 0; i < c->requirement_count; i++) {
			nodes += c->requirements[i].node_count;
			restricted += c->requirements[i].restriction.n > 0;
		}
	}
	assert_int_equal(nodes, 245);
	assert_int_equal(restricted, 3 * 2 + 4 + 1); /* AUM-5-1 and -2 in each part; ACM-3 to -6; SUM-2 of part 3 */
}

/* Rows of one kind of component at a level: constraints, common requirements, and those of its kind. */
static unsigned asked_of(const struct catalogue *c, const char *kind, const char *level)
{
	unsigned n = 0;

	for (size_t i = 0; i < c->requirement_count; i++) {
		const struct requirement *r = &c->requirements[i];
		str rest = r->sl, word;
		bool is_asked = false;

		while (str_split(&rest, ',', &word)) is_asked |= str_is(str_trim(word), level);
		n += is_asked && (str_starts(r->id, "CCSC ") || str_starts(r->id, "CR ") || str_starts(r->id, kind));
	}
	return n;
}

static void IEC_62443_4_2_asks_more_at_each_level(void **state)
{
	static const struct {
		const char *kind;
		unsigned most[4];
	} kinds[] = { { "EDR ", { 40, 65, 81, 87 } }, { "HDR ", { 40, 66, 82, 88 } }, { "NDR ", { 44, 71, 90, 96 } },
		{ "SAR ", { 38, 57, 71, 77 } } };
	static const char *const levels[] = { "1", "2", "3", "4" };
	const struct catalogue *c = of("iec-62443-4-2", "");

	(void)state;
	for (size_t k = 0; k < 4; k++)
		for (size_t l = 0; l < 4; l++)
			assert_int_equal(asked_of(c, kinds[k].kind, levels[l]), kinds[k].most[l]);
	assert_int_equal(c->requirement_count, 126);
	assert_int_equal(c->note_count, 15); /* ids that point elsewhere, or ask systems only */
}

/* IEC 62443-3-3, Table B.1 with COR1:2014: 51 requirements and 49 enhancements, and three constraints that hold at each level. */
static void IEC_62443_3_3_asks_37_60_90_and_100_of_a_system(void **state)
{
	static const unsigned most[4] = { 37, 60, 90, 100 };
	static const char *const levels[] = { "1", "2", "3", "4" };
	const struct catalogue *c = of("iec-62443-3-3", "");
	unsigned base = 0, enhanced = 0;

	(void)state;
	for (size_t i = 0; i < c->requirement_count; i++) {
		base += str_starts(c->requirements[i].id, "SR ") && !str_find(c->requirements[i].id, " RE", NULL);
		enhanced += str_starts(c->requirements[i].id, "SR ") && str_find(c->requirements[i].id, " RE", NULL);
	}
	assert_int_equal(base, 51);
	assert_int_equal(enhanced, 49);
	for (size_t l = 0; l < 4; l++) assert_int_equal(asked_of(c, "SR ", levels[l]), most[l]);
}

static void other_acts_of_the_union_have_all_their_points(void **state)
{
	const struct catalogue *csa = of("eu-cybersecurity-act", ""), *red = of("eu-red-3-3", "");

	(void)state;
	assert_int_equal(rows(csa, "CSA-51", true), 10); /* Article 51(a) to (j) */
	assert_int_equal(rows(csa, "CSA-52-", true), 3); /* basic, substantial, high */
	assert_int_equal(notes(csa, "CSA-54-1"), 22);    /* Article 54(1)(a) to (v) */
	assert_int_equal(rows(csa, "CSA-55-", true), 5);
	assert_int_equal(rows(red, "RED-3.3", true), 3);
	assert_int_equal(notes(red, "RED-R"), 4); /* eight notices: R0 and R1 stand in three rows each */
	assert_int_equal(rows(of("eu-machinery", ""), "MR-1.1.9", true), 5);
	assert_int_equal(rows(of("eu-low-voltage", ""), "", true), 0); /* it asks nothing of security */
}

/* How long labels and certificates live: Singapore three years at most, Japan and Germany two, the European certificates five, the management system of
 * a vehicle's maker three. Where the text states no limit, none is made up. */
static void certificates_live_as_long_as_their_scheme_lets_them(void **state)
{
	static const struct {
		const char *id;
		uint32_t months;
	} lives[] = { { "de-it-sik", 24 }, { "sg-cls", 36 }, { "jp-jc-star", 24 }, { "eucc", 60 }, { "un-r155", 36 } };

	(void)state;
	for (size_t i = 0; i < rules->schemes.n; i++) {
		const struct scheme *s = &rules->schemes.p[i];
		uint32_t months = 0;

		for (size_t k = 0; k < sizeof(lives) / sizeof(*lives); k++)
			if (str_is(s->id, lives[k].id)) months = lives[k].months;
		if (s->certificate_months != months)
			fail_msg("certificates of %s live %u months, not %u", s->id.p, s->certificate_months, months);
	}
}

/* The numbers of tasks are those of version 1.1: PW.3, PW.4.3, PW.4.5 and PW.5.2 are not used again. */
static void the_secure_software_development_framework_has_42_tasks(void **state)
{
	const struct catalogue *c = of("nist-ssdf", "1.1");

	(void)state;
	assert_int_equal(rows(c, "PO.", true), 13);
	assert_int_equal(rows(c, "PS.", true), 4);
	assert_int_equal(rows(c, "PW.", true), 16);
	assert_int_equal(rows(c, "RV.", true), 9);
	assert_int_equal(c->requirement_count, 42);
	assert_null(rules_requirement(c, STR("PW.4.3")));
	assert_non_null(rules_requirement(c, STR("PW.4.4")));
}

/* UN Regulations 155 and 156 as in the Official Journal: Annex 5 Part A, Parts B and C (there is no M17), paragraphs 7 of both. */
static void the_vehicle_regulations_have_31_threats_23_mitigations_and_their_paragraphs(void **state)
{
	const struct catalogue *c = of("un-r155", "");

	(void)state;
	assert_int_equal(rows(c, "R155-T", false), 31);
	assert_int_equal(rows(c, "R155-M", true), 23);
	assert_int_equal(rows(c, "R155-7.2.2.", true), 5);
	assert_int_equal(rows(c, "R155-7.3.", true), 8);
	assert_int_equal(rows(c, "R155-7.4.1", true), 1);
	assert_int_equal(rows(c, "R156-7.1.1.", true), 12);
	assert_int_equal(rows(c, "R156-7.1.2.", true), 5);
	assert_int_equal(rows(c, "R156-7.1.3.", true), 3);
	assert_int_equal(rows(c, "R156-7.1.4.", true), 2);
	assert_int_equal(rows(c, "R156-7.2.1.", true), 4);
	assert_int_equal(rows(c, "R156-7.2.2.", true), 7);
	for (size_t i = 0; i < c->requirement_count; i++)
		if (!c->requirements[i].check_count) fail_msg("%s is left to a person alone", c->requirements[i].id.p);
}

static void iso_sae_21434_has_42_work_products(void **state)
{
	(void)state;
	assert_int_equal(rows(of("iso-sae-21434", ""), "WP-", true), 42);
}

/* What public texts tell of them, and no more; what is asked beside them is a laboratory's test of the whole. */
static void laws_of_the_world_have_the_rows_that_are_public(void **state)
{
	static const struct {
		const char *id, *begin;
		unsigned mandatory, other;
	} texts[] = {
		{ "us-california-sb327", "CA-1798.91.04", 3, 1 },
		{ "us-oregon-646a813", "OR-", 1, 2 },
		{ "us-california-sb50", "CA-SB50", 3, 0 },
		{ "br-anatel-77", "BR-77", 2, 15 },
		{ "br-anatel-2436", "BR-2436", 12, 0 },
		{ "vn-qcvn-135", "VN-135", 15, 0 }, /* eleven heads, the first in five rows */
		{ "vn-qcvn-11", "VN-11", 6, 0 },
		{ "in-cctv", "IN-CCTV-A", 5, 0 },
		{ "in-cctv", "IN-CCTV-1.", 9, 0 },
		{ "in-cctv", "IN-CCTV-2.", 12, 0 },
		{ "in-cctv", "IN-CCTV-3.", 5, 0 },
		{ "in-cctv", "IN-CCTV-4.", 4, 0 },
		{ "in-comsec", "IN-COMSEC", 2, 0 },
		{ "cn-gb-44495", "CN-44495", 8, 0 },
		{ "cn-gb-44496", "CN-44496", 12, 0 },
		{ "cn-label", "CN-label", 7, 0 },
		{ "kr-cic", "CIC-", 10, 0 },
		{ "jp-jc-star", "S1.1-", 16, 0 },
		{ "jp-jc-star", "STAR-", 3, 0 },
		{ "iso-27400", "7.1", 0, 28 },
		{ "iso-27400", "7.2", 0, 17 },
		{ "iso-27404", "27404-L", 0, 4 },
		{ "nistir-8228", "8228-E", 0, 25 },
		{ "nistir-8228", "risk-", 0, 11 },
		{ "nistir-8259", "r1-", 0, 9 }, /* activities 0 to 8 */
		{ "bsi-tr-03148", "TR-03148-", 10, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		const struct catalogue *c = of(texts[i].id, "");

		if (rows(c, texts[i].begin, true) != texts[i].mandatory ||
			rows(c, texts[i].begin, false) != texts[i].other)
			fail_msg("%s, %s: %u rows that bind and %u others", texts[i].id, texts[i].begin,
				rows(c, texts[i].begin, true), rows(c, texts[i].begin, false));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_cyber_resilience_act_has_14_points_on_the_product_and_8_on_its_vulnerabilities),
		cmocka_unit_test(EN_303_645_has_78_provisions_and_had_68),
		cmocka_unit_test(provisions_have_other_conditions_when_they_are_tested),
		cmocka_unit_test(EN_18031_has_113_requirements_decided_by_245_questions),
		cmocka_unit_test(IEC_62443_4_2_asks_more_at_each_level),
		cmocka_unit_test(IEC_62443_3_3_asks_37_60_90_and_100_of_a_system),
		cmocka_unit_test(certificates_live_as_long_as_their_scheme_lets_them),
		cmocka_unit_test(the_secure_software_development_framework_has_42_tasks),
		cmocka_unit_test(other_acts_of_the_union_have_all_their_points),
		cmocka_unit_test(the_vehicle_regulations_have_31_threats_23_mitigations_and_their_paragraphs),
		cmocka_unit_test(iso_sae_21434_has_42_work_products),
		cmocka_unit_test(laws_of_the_world_have_the_rows_that_are_public),
	};

	return cmocka_run_group_tests(tests, load, forget);
}
