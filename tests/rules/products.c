/* Which scheme binds which product, and how dangerous it is: decided by hand, from the law, before the program was asked. The product files of
 * tests/rules/products are written as their makers would; what stands here is what the text of each law says of them, with the clause that says so.
 *
 * A scheme that is named nowhere for a product does not bind it by what its scope asks (another audience, no radio, nobody asked for the label).
 *
 * Sources: SI 2023/1007 as amended by SI 2025/211, and the PSTI Act 2022, sections 4 to 6 and 54 (legislation.gov.uk); Regulation (EU) 2024/2847, Articles 2, 3,
 * 7, 8, 24, 32, 69 and recitals 12, 15, 18; Implementing Regulation (EU) 2025/2392, Annexes I and II; Delegated Regulation (EU) 2025/1535; the Commission's questions and
 * answers on the CRA, 1.2 to 1.9, 2.1, 4.2.5; Directive 2014/53/EU, Article 1 and Annex I; Delegated Regulation (EU) 2022/30, Articles 1 and 2; Directive 2014/35/EU, Article 1
 * and Annex II; FCC 24-26 and 47 CFR 8.203; the Australian rules of 2025, section 8 (secondary); IMDA TS RG-SEC (secondary); IPA on JC-STAR (secondary).
 */
#include "testing.h"
#include "trying.h"

#include "base/buf.h"
#include "base/digest.h"
#include "declare/product.h"
#include "source/derive.h"
#include "evidence/run.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST = 20 };

static const struct {
	const char *file, *binds;
	const char *risk;  /* class, CLS, SL-T of the seven, Cybersecurity Act, class of the CRA */
	const char *route; /* of the CRA, how it begins; NULL: not looked at */
	struct {
		const char *schemes, *says; /* the clause that lets it out, or "?" and the questions that are open */
	} but[MOST];
} products[] = {
#define RADIO "eu-red-3-3 en-18031-1"
#define PERSONAL RADIO " en-18031-2 eu-gdpr"
#define ONLINE "us-california-sb327 br-anatel-77" /* a device that reaches the internet, for whomever */
#define ONLINE_HOME ONLINE " us-oregon-646a813"
#define CONSUMER "etsi-en-303-645 uk-psti au-smart-devices " ONLINE_HOME
#define NO_DEVICE                                                                                                      \
	{ "us-california-sb327", "1798.91.05(b)" },                                                                    \
	{                                                                                                              \
		"br-anatel-77", "Act 77, 1"                                                                            \
	}
#define OWN_LAW "Directive 2014/53/EU, Article 1(4)" /* radio equipment is not judged by the Low Voltage Directive */
	/* A door of a flat is "physical security of consumers in a residential setting" (2025/2392, Annex I, class I, 17). Sold to businesses too: PSTI, section 54(3). */
	{ "lock", CONSUMER " eu-cra " PERSONAL, "high 3 3333333 substantial important-1", "module B and C or H",
		{ { 0 } } },
	/* In vitro (EU) 2017/746: out of the CRA and of all three points; a medical device in the United Kingdom, Australia and the United States as well. */
	{ "glucose", "etsi-en-303-645 eu-gdpr health-overlay br-anatel-77 us-california-sb50",
		"high 3 3333333 substantial -", NULL,
		{ { "eu-cra", "Article 2(2)(a), (b)" }, { RADIO " en-18031-2", "(EU) 2022/30, Article 2(1)" },
			{ "uk-psti", "Schedule 3, paragraph 3" }, { "au-smart-devices", "Rules, section 8" },
			{ "us-cyber-trust-mark", "47 CFR 8.203(b)" }, { "us-california-sb327", "1798.91.06(d)" },
			{ "us-oregon-646a813", "646A.813, later subsections" } } },
	/* Made only for child care: (e) by Article 1(2)(b) of 2022/30; 2025/2392, class I, 17 names baby monitors. Standards in full: module A (CRA, Article 32(2)). */
	{ "baby-monitor", CONSUMER " eu-cra sg-cls vn-camera in-cctv " PERSONAL,
		"medium 2 2222221 substantial important-1", "module A", { { 0 } } },
	{ "charger", ONLINE_HOME " etsi-en-303-645 au-smart-devices eu-cra energy-overlay " PERSONAL,
		"high 3 3333333 substantial default", "module A",
		{ { "uk-psti", "Schedule 3, paragraph 2" }, { "eu-low-voltage", OWN_LAW } } },
	/* Annex IV, 2. Nobody sells it to consumers. */
	{ "meter-gateway", ONLINE " eu-cra energy-overlay eu-nis2 " PERSONAL, "critical 4 4444444 high critical",
		"European certificate where it is required", { { "eu-low-voltage", OWN_LAW } } },
	{ "plc", "eu-cra eu-nis2 iec-62443-4-1 iec-62443-4-2", "high 3 3331333 substantial default", "module A",
		{ { 0 } } },
	/* (EU) 2019/2144: out of the CRA and of (e) and (f), not of (d). */
	{ "head-unit", ONLINE " cn-gb-44495 cn-gb-44496 " RADIO " eu-gdpr un-r155 iso-sae-21434",
		"medium 2 2222222 substantial -", NULL,
		{ { "eu-cra", "Article 2(2)(c)" }, { "en-18031-2", "(EU) 2022/30, Article 2(2)(b)" } } },
	/* Regulation (EU) No 167/2013 is none of the laws of Article 2(2): the CRA binds it. */
	{ "tractor-ecu", "eu-cra iso-sae-21434", "high 3 3331233 substantial default", "module A",
		{ { "un-r155", "UN R155, 1.1" }, { "cn-gb-44495", "GB 44495-2024, clause 1" },
			{ "cn-gb-44496", "GB 44496-2024, clause 1" } } },
	/* Category L: out of the CRA by (EU) 2025/1535; in R155 only by (EU) 2025/1455, whose days are to come. */
	{ "moped-ecu", "iso-sae-21434", "high 3 3331233 substantial default", NULL,
		{ { "eu-cra", "Delegated Regulation (EU) 2025/1535, Article 1" },
			{ "un-r155", "Regulation (EU) 2019/2144; Delegated Regulation (EU) 2025/1455" },
			{ "cn-gb-44495", "GB 44495-2024, clause 1" }, { "cn-gb-44496", "GB 44496-2024, clause 1" } } },
	/* Made to pedal: neither of these two acts takes it, so the CRA keeps it. */
	{ "cycle-ecu", "eu-cra iso-sae-21434", "high 3 3331233 substantial default", "module A",
		{ { "un-r155", "Delegated Regulation (EU) 2025/1455" }, { "cn-gb-44495", "GB 44495-2024, clause 1" },
			{ "cn-gb-44496", "GB 44496-2024, clause 1" } } },
	/* Not certified: in the CRA (questions and answers, 2.1.1). (EU) 2018/1139 applies to drones: (d) only. Unmanned: in the Radio Equipment Directive. */
	{ "drone", CONSUMER " us-california-sb50 eu-cra eu-gdpr us-cyber-trust-mark " RADIO,
		"high 3 3333333 substantial default", "module A",
		{ { "en-18031-2", "(EU) 2022/30, Article 2(2)(a), (c)" } } },
	/* The laws of markets where it is not sold are judged as well, and marked on the report. */
	{ "tv", CONSUMER " eu-cra " PERSONAL, "medium 2 2222221 substantial default", "module A",
		{ { "eu-low-voltage", OWN_LAW } } },
	{ "router", CONSUMER " br-anatel-2436 in-comsec eu-cra gateway-overlay sg-cls de-it-sik jp-jc-star " RADIO,
		"medium 2 2221221 substantial important-1", "module B and C or H", { { 0 } } },
	/* Annex IV, 1, by 2025/2392, Annex II, 1: physical payment terminals whose envelope reacts to tampering. */
	{ "payment-terminal", ONLINE " eu-cra en-18031-3 " PERSONAL, "critical 4 4444443 high critical",
		"European certificate where it is required", { { 0 } } },
	/* A cable to a computer is a data connection (CRA, Article 3(9)); it is no network, and only one product at once (PSTI, section 5(5)(a)). No internet: not class I, 18. */
	{ "usb-toy", "eu-cra", "medium 2 2221121 substantial default", "module A",
		{ { "uk-psti", "Act 2022, section 5(3) to (5)" },
			{ "au-smart-devices", "Cyber Security Act 2024, section 13" },
			{ "etsi-en-303-645", "clause 1" } } },
	{ "app", "eu-cra eu-gdpr", "medium 2 2222221 substantial important-1", "module B and C or H",
		{ { "uk-psti", "Act 2022, sections 4 and 5" },
			{ "au-smart-devices", "Cyber Security Act 2024, section 13" },
			{ "etsi-en-303-645", "clause 1" }, { "eu-low-voltage", "Article 1" }, NO_DEVICE,
			{ "us-oregon-646a813", "646A.813(1)(a)" } } },
	{ "hobby", "", "low 1 1111111 basic default", NULL,
		{ { "eu-cra", "Article 3(22), recital 18" }, { "uk-psti", "Act 2022, sections 4 and 5" },
			{ "au-smart-devices", "Cyber Security Act 2024, section 13" },
			{ "etsi-en-303-645", "clause 1" }, { "eu-low-voltage", "Article 1" },
			{ "us-california-sb50", "22948.30 (own reading)" } } },
	{ "steward", "", "low 1 1111111 basic important-1", NULL,
		{ { "eu-cra", "Articles 3(14) and 24" }, { "eu-low-voltage", "Article 1" }, NO_DEVICE } },
	/* Class II, 2; but free, with its documentation public: any procedure (Article 32(5)). */
	{ "free-firewall", "eu-cra", "medium 2 2221221 substantial important-2", "module A",
		{ { "eu-low-voltage", "Article 1" }, NO_DEVICE } },
	/* Made to order for one business: in, with two points that can be agreed otherwise (Annex I, part I, 2(b); part II, 8). */
	{ "custom", "eu-cra eu-low-voltage", "medium 2 2221222 substantial default", "module A", { { 0 } } },
	{ "spare-part", "", "medium 2 2221122 substantial default", NULL, { { "eu-cra", "Article 2(6)" } } },
	{ "national-security", ONLINE " eu-nis2", "high 3 3331333 substantial important-1", NULL,
		{ { "eu-cra", "Article 2(7)" }, { RADIO, "Directive 2014/53/EU, Article 1(3)" } } },
	/* "Exclusively" decides, and not the field (questions and answers, 1.8). */
	{ "dual-use", ONLINE " eu-nis2", "high 3 3331333 substantial important-1", NULL,
		{ { "eu-cra " RADIO, "? exclusive-defence" } } },
	/* A component that is placed on the market by itself (Article 3(1)); class I, 14. */
	{ "microcontroller", "eu-cra", "low 1 1111111 basic important-1", "module B and C or H", { { 0 } } },
	{ "cloud", "eu-gdpr", "medium 2 2222221 substantial default", NULL,
		{ { "eu-cra", "Article 3(1) and (2), recital 12" }, { "eu-low-voltage", "Article 1" }, NO_DEVICE } },
	/* Reconditioned by its maker: not "supplied before" (PSTI, section 54(7)); reports only under the CRA (Article 69(3)); no new radio equipment. */
	{ "refurbished", CONSUMER " eu-cra eu-gdpr", "medium 2 2222221 substantial important-1", NULL,
		{ { RADIO " en-18031-2", "Directive 2014/53/EU, Article 2(1)(10)" } } },
	{ "second-hand", ONLINE_HOME " etsi-en-303-645 au-smart-devices eu-cra eu-gdpr",
		"medium 2 2222221 substantial important-1", NULL,
		{ { "uk-psti", "Act 2022, section 54(2)(b)" },
			{ RADIO " en-18031-2", "Directive 2014/53/EU, Article 2(1)(10)" } } },
	{ "tablet", ONLINE_HOME " etsi-en-303-645 eu-cra " PERSONAL, "medium 2 2222221 substantial default", "module A",
		{ { "uk-psti", "Schedule 3, paragraph 5" }, { "au-smart-devices", "Rules, section 8" },
			{ "jp-jc-star", "scope of JC-STAR" } } },
	/* A SIM: paragraph 5(1)(c) does not let it out. */
	{ "cellular-tablet", ONLINE_HOME " etsi-en-303-645 uk-psti eu-cra " PERSONAL,
		"medium 2 2222221 substantial default", "module A", { { "au-smart-devices", "Rules, section 8" } } },
	/* Paragraph 5(2). */
	{ "kids-tablet", ONLINE_HOME " etsi-en-303-645 uk-psti eu-cra " PERSONAL,
		"medium 2 2222221 substantial default", "module A", { { "au-smart-devices", "Rules, section 8" } } },
	/* Not a part of the car as approved: no law of vehicles lets it out; in the United States accessories are motor vehicle equipment (49 USC 30102(a)(8)). */
	{ "dongle", CONSUMER " us-california-sb50 eu-cra " PERSONAL, "high 3 3333333 substantial default", "module A",
		{ { "us-cyber-trust-mark", "47 CFR 8.203(b)" } } },
	/* Worn, watches health, no medical device: class I, 19. */
	{ "fitness-band", CONSUMER " us-california-sb50 eu-cra us-cyber-trust-mark " PERSONAL,
		"medium 2 2222221 substantial important-1", "module B and C or H",
		{ { "health-overlay", "own reading" } } },
	/* A toy with radio, without internet and personal data: none of (d), (e), (f). One phone at once: not PSTI. */
	{ "bluetooth-toy", "eu-cra", "medium 2 2221122 substantial default", "module A",
		{ { "uk-psti", "Act 2022, section 5(3) to (5)" },
			{ "au-smart-devices", "Cyber Security Act 2024, section 13" },
			{ "etsi-en-303-645", "clause 1" } } },
	/* ---- the world beyond: Civil Code 1798.91.04 to 1798.91.06 and Bus. & Prof. Code 22948.30 (California), ORS 646A.813 (Oregon), Acts 77/2021 and 2436/2023
	 * (Anatel), QCVN 135:2024 and QCVN 11:2026, the annexure of 2024-04-09 and the notices of NCCS (India), GB 44495 and 44496, the labels of Korea and China, as far
	 * as rules/catalogues says that they were read ---- */
	/* A camera that watches a shop, with a label of two stars wanted. */
	{ "cctv", CONSUMER " eu-cra vn-camera in-cctv cn-label " PERSONAL, "medium 2 2222221 substantial important-1",
		"module B and C or H", { { 0 } } },
	/* India asks for no network; Viet Nam is about the Internet Protocol. */
	{ "analog-cctv", "eu-cra eu-gdpr in-cctv", "low 1 1111111 basic default", "module A",
		{ { "vn-camera", "QCVN 135:2024, 1.1" } } },
	/* It watches nobody. */
	{ "webcam", CONSUMER " eu-cra " PERSONAL, "medium 2 2222221 substantial default", "module A", { { 0 } } },
	{ "home-modem", CONSUMER " br-anatel-2436 in-comsec eu-cra gateway-overlay " RADIO,
		"medium 2 2221221 substantial important-1", "module B and C or H", { { 0 } } },
	/* Official letter 100 of Anatel: for companies only, so not under Act 2436; under Act 77 like all. */
	{ "office-router", ONLINE " in-comsec eu-cra " RADIO, "medium 2 2221221 substantial important-1",
		"module B and C or H", { { 0 } } },
	/* No law of routers is shown to a plug. */
	{ "plug", CONSUMER " us-california-sb50 kr-cic eu-cra " RADIO, "medium 2 2221222 substantial default",
		"module A", { { 0 } } },
	/* Sold out before any of these laws began; the CRA's reports bind whenever a product was placed on the market (Article 69(3)). */
	{ "old-plug", "etsi-en-303-645 eu-cra", "medium 2 2221222 substantial default", NULL,
		{ { "us-california-sb327", "1798.91.06(i) (own reading: there is no rule for older stock)" },
			{ "us-oregon-646a813", "HB 2395 (own reading: there is no rule for older stock)" },
			{ "br-anatel-77", "Act 77, 6 (own reading: it is asked of who applies for approval)" },
			{ "uk-psti",
				"Act, section 8, in force from 2024-04-29 (own reading: there is no rule for older "
				"stock)" },
			{ "au-smart-devices", "Cyber Security Act 2024, section 13(1)" },
			{ RADIO, "(EU) 2022/30, Article 3, as changed by (EU) 2023/2444" } } },
	/* Oregon: "another address" for short-range wireless; California: IP or Bluetooth. Account-holders elsewhere: none. */
	{ "zigbee-bulb", "etsi-en-303-645 uk-psti au-smart-devices us-oregon-646a813 br-anatel-77 eu-cra " RADIO,
		"medium 2 2221122 substantial default", "module A", { { "us-california-sb327", "1798.91.05(b)" } } },
	/* "Directly or indirectly", with a Bluetooth address; one phone at once: not PSTI. */
	{ "bluetooth-scale", ONLINE_HOME " eu-cra " RADIO, "low 1 1111111 basic default", "module A",
		{ { "uk-psti", "Act 2022, section 5(3) to (5)" },
			{ "au-smart-devices", "Cyber Security Act 2024, section 13" },
			{ "etsi-en-303-645", "clause 1" } } },
	{ "altimeter", "br-anatel-77 eu-cra", "low 1 1111111 basic default", "module A",
		{ { "us-california-sb327", "1798.91.06(d)" } } },
	{ "own-use", "br-anatel-77", "medium 2 2221221 substantial default", NULL,
		{ { "eu-cra", "Article 3(21) and (22)" }, { "us-california-sb327", "1798.91.05(c)" } } },
	/* M1, in China too; a consumer buys it, so Oregon as well (nobody said that it works under federal rules of security). */
	{ "car", ONLINE_HOME " etsi-en-303-645 cn-gb-44495 cn-gb-44496 un-r155 iso-sae-21434 eu-gdpr " RADIO,
		"high 3 3333333 substantial default", NULL,
		{ { "eu-cra", "Article 2(2)(c)" }, { "en-18031-2", "(EU) 2022/30, Article 2(2)(b)" },
			{ "uk-psti", "Schedule 3, paragraphs 6 to 8" }, { "au-smart-devices", "Rules, section 8" } } },
	/* O with one control unit; nothing of it can be updated. */
	{ "trailer", "cn-gb-44495 un-r155 iso-sae-21434", "high 3 3331233 substantial default", NULL,
		{ { "eu-cra", "Article 2(2)(c)" }, { "cn-gb-44496", "GB 44496-2024, clause 1" } } },
	/* It passes traffic between networks and brings nobody the internet. */
	{ "home-hub", CONSUMER " kr-cic sg-cls eu-cra gateway-overlay " RADIO, "medium 2 2221221 substantial default",
		"module A", { { 0 } } },
	/* 2025/2392, class I, 16. Its maker asks for a standard of gateways, which it is not. */
	{ "speaker",
		CONSUMER " eu-cra jp-jc-star etsi-ts-103-927 iso-27400 iso-27404 nistir-8259 nistir-8228 " PERSONAL,
		"medium 2 2222221 substantial important-1", "module B and C or H",
		{ { "etsi-ts-103-848", "scope of the document" } } },
	{ "gate",
		CONSUMER
		" br-anatel-2436 in-comsec eu-cra gateway-overlay etsi-ts-103-848 bsi-tr-03148 etsi-ts-103-645 " RADIO,
		"medium 2 2221221 substantial important-1", "module B and C or H", { { 0 } } },
	/* Several devices as one: part 3-3 and not 4-2. reach +1, physical +2, serious +4, industrial +2. */
	{ "zone", "eu-cra iec-62443-3-3 iec-62443-4-1", "high 3 3331333 substantial default", "module A",
		{ { "iec-62443-4-2", "IEC 62443-4-2, clause 1" } } },
	/* Who says little is asked, and told of nothing that it is out of it. */
	{ "silent", "etsi-en-303-645", "low 1 1111111 basic -", NULL,
		{ { "eu-cra uk-psti au-smart-devices health-overlay", "? medical-law" }, { "eu-low-voltage", OWN_LAW },
			{ "eu-gdpr", "? data.personal personal-data" }, { "eu-machinery", "? machinery" },
			{ "eu-nis2", "? essential-entity" }, { "un-r155 cn-gb-44495 cn-gb-44496", "? vehicle" },
			{ "us-california-sb327 us-oregon-646a813", "? internet-connected medical-law" },
			{ "br-anatel-77", "? internet-connected network-equipment" },
			{ "us-california-sb50", "? markets account-access" },
			{ "gateway-overlay", "? network-equipment" },
			{ "br-anatel-2436", "? network-equipment premises-router" },
			{ "in-comsec", "? network-equipment core-function premises-router" },
			{ "sg-cls", "? markets network-equipment" },
			{ "en-18031-1", "? internet-connected medical-law" },
			{ "en-18031-2",
				"? special-categories internet-connected toy-or-childcare wearable medical-law" },
			{ "en-18031-3", "? internet-connected money medical-law" },
			{ "eu-red-3-3",
				"? internet-connected special-categories toy-or-childcare wearable medical-law" } } },
};

static bool names(const char *list, str id)
{
	str rest = str_of(list), word;

	while (str_word(&rest, &word))
		if (str_equal(word, id)) return true;
	return false;
}

static void to_run(void *self, span frames)
{
	(void)evidence_run_take(self, frames).is;
}

/* What a product file becomes, in a new evidence file. */
static struct evidence *read_product(struct arena *keep, const char *name)
{
	str path = source_path(keep, arena_printf(keep, "tests/rules/products/%s.yaml", name).p);
	uint8_t *bytes = arena_array(keep, uint8_t, 1 << 16);
	FILE *f = fopen(path.p, "r");
	struct buf detail = { 0 };
	struct evidence *e;

	assert_non_null(f);

	span yaml = { bytes, fread(bytes, 1, 1 << 16, f) };
	struct digest digest = digest_of(yaml);
	int64_t input;

	fclose(f);
	assert_ok(evidence_create(NULL, &e));
	assert_ok(evidence_input(e,
		&(struct input_row){
			.kind = STR("product"), .name = str_of(name), .sha256 = digest_str(&digest), .size = yaml.n },
		&input));

	struct evidence_run *run = evidence_run_begin(e, input, &role_product, (str){ 0 });
	struct facts *facts = facts_open((struct facts_sink){ .self = run, .write = to_run });
	err read = collect_product(facts, yaml, NULL, &detail);

	if (read.is) fail_msg("%s: %.*s", name, STR_FMT(buf_all(&detail)));
	facts_done(facts);
	facts_close(facts);
	assert_ok(evidence_run_end(run, NULL, "", (str){ 0 }));
	assert_ok(derive(e));
	buf_free(&detail);
	return e;
}

static str said_of(struct arena *keep, const struct scheme_result *s)
{
	str says = STR("?");

	if (s->applies == APPLIES_YES) return STR("binds");
	if (s->applies == APPLIES_NO) return s->clause;
	for (size_t i = 0; i < s->question_count; i++)
		says = arena_printf(keep, "%.*s %.*s", STR_FMT(says), STR_FMT(s->questions[i].name));
	return says;
}

static str wanted_of(size_t product, str scheme)
{
	if (names(products[product].binds, scheme)) return STR("binds");
	for (size_t i = 0; i < MOST && products[product].but[i].schemes; i++)
		if (names(products[product].but[i].schemes, scheme)) return str_of(products[product].but[i].says);
	return (str){ 0 };
}

static str level(const struct risk_result *r, const char *scale)
{
	for (size_t i = 0; i < r->level_count; i++)
		if (str_is(r->levels[i].name, scale)) return r->levels[i].value;
	return STR("-");
}

static str risk_of(struct arena *keep, const struct risk_result *r)
{
	char sl[8] = "";

	for (size_t i = 0; i < 7; i++) sl[i] = level(r, arena_printf(keep, "sl-t-fr%zu", i + 1).p).p[0];
	return arena_printf(keep, "%.*s %.*s %s %.*s %.*s", STR_FMT(r->risk_class), STR_FMT(level(r, "cls-level")), sl,
		STR_FMT(level(r, "csa-level")), STR_FMT(level(r, "cra-class")));
}

static size_t compare_product(struct arena *keep, const struct rules *rules, size_t p)
{
	struct evidence *e = read_product(keep, products[p].file);
	struct judgement *j;
	struct query_cache *queries;
	size_t wrong = 0;

	assert_ok(query_cache_open(rules, evidence_db(e), &queries));
	assert_ok(judge_at(queries, &(struct judge_options){ .on = STR(CASE_DAY) }, keep, &j));
	for (size_t i = 0; i < j->scheme_count; i++) {
		const struct scheme_result *r = &j->schemes[i];
		str got = said_of(keep, r), wanted = wanted_of(p, r->scheme->id);
		bool is_route = products[p].route && str_is(r->scheme->id, "eu-cra");

		if (!str_equal(got, wanted)) {
			print_error("%s, %.*s: \"%.*s\" by hand, \"%.*s\" by the rules (%.*s)\n", products[p].file,
				STR_FMT(r->scheme->id), STR_FMT(wanted), STR_FMT(got), STR_FMT(r->applies_why));
			wrong++;
		}
		if (is_route && !str_starts(r->route, products[p].route)) {
			print_error("%s: the route of the CRA is \"%.*s\"\n", products[p].file, STR_FMT(r->route));
			wrong++;
		}
	}
	for (size_t i = 0; i < j->unknown_name_count; i++, wrong++)
		print_error("%s: %.*s\n", products[p].file, STR_FMT(j->unknown_names[i]));
	if (!str_is(risk_of(keep, &j->risk), products[p].risk)) {
		print_error("%s: \"%s\" by hand, \"%.*s\" by the method\n", products[p].file, products[p].risk,
			STR_FMT(risk_of(keep, &j->risk)));
		wrong++;
	}
	query_cache_close(queries);
	evidence_close(e);
	return wrong;
}

static void each_product_is_bound_by_what_the_law_says(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	size_t wrong = 0;

	(void)state;
	assert_non_null(rules);
	for (size_t p = 0; p < sizeof(products) / sizeof(*products); p++) {
		struct arena scratch = keep;

		wrong += compare_product(&scratch, rules, p);
	}
	assert_int_equal(wrong, 0);
	arena_close(&keep);
}

/* A scheme that is misspelt in the table above would be held against nothing. */
static void every_scheme_of_the_table_is_one(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);

	(void)state;
	assert_non_null(rules);
	for (size_t p = 0; p < sizeof(products) / sizeof(*products); p++) {
		for (size_t i = 0; i <= MOST; i++) {
			str rest = str_of(i ? products[p].but[i - 1].schemes ? products[p].but[i - 1].schemes : ""
					    : products[p].binds),
			    id;

			while (str_word(&rest, &id))
				if (!rules_scheme(rules, id)) fail_msg("%s: %.*s", products[p].file, STR_FMT(id));
		}
	}
	arena_close(&keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_scheme_of_the_table_is_one),
		cmocka_unit_test(each_product_is_bound_by_what_the_law_says),
	};

	return cmocka_run_group_tests_name("rules/products", tests, NULL, NULL);
}
