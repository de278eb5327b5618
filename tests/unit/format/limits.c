/* The limits of the walk, each just under and just over: with a list of formats of one row, whose reader is what a test says. */
#include "testing.h"

#include "base/buf.h"
#include "base/limits.h"
#include "format/part.h"
#include "format/walk.h"

/* ---- a format that does what a test wants ---------------------------------------------------------------------------------- */

static err (*reads)(struct walk *w, span in, uint64_t *ret_used);

static err read_as_told(struct walk *w, span in, uint64_t *ret_used)
{
	*ret_used = in.n;
	return reads(w, in, ret_used);
}

static const struct format told = { .name = "told",
	.title = "what a test wants",
	.magics = { { 0, 4, "TOLD" } },
	.sweep = true,
	.read = read_as_told };
const struct format *const formats[] = { &told, NULL };

#define IMAGE SPAN("TOLD............")

/* ---- what the walk says ------------------------------------------------------------------------------------------------------ */

struct heard {
	unsigned regions, nodes, refused;
	const char *trouble; /* of the outermost region */
	uint32_t deepest;
};

static void hear_region(void *self, const struct walk_region *r)
{
	struct heard *h = self;

	h->regions++;
	if (r->number > h->deepest) h->deepest = r->number;
	if (r->number == 1) h->trouble = r->trouble.is ? r->trouble.is->id : "";
}

static err hear_node(void *self, uint32_t region, uint64_t region_at, const struct node *node)
{
	struct heard *h = self;

	(void)region, (void)region_at, (void)node;
	h->nodes++;
	return OK;
}

static void hear_leaf(void *self, const struct walk_region *region, span content)
{
	(void)self, (void)region, (void)content;
}

static void hear_note(void *self, uint32_t region, uint64_t at, const char *domain, const char *key, str value)
{
	struct heard *h = self;

	(void)region, (void)at, (void)domain, (void)value;
	h->refused += strcmp(key, "refused-name") == 0;
}

static void hear_checksum(
	void *self, uint32_t region, uint64_t at, const char *target, const char *algorithm, bool fits)
{
	(void)self, (void)region, (void)at, (void)target, (void)algorithm, (void)fits;
}

static void hear_progress(void *self, uint64_t done)
{
	(void)self, (void)done;
}

static err walk_with(err (*reader_)(struct walk *, span, uint64_t *), struct heard *h)
{
	struct arena memory = arena_open((size_t)64 << 20);
	struct walk_visitor visitor = { .self = h,
		.region = hear_region,
		.node = hear_node,
		.leaf = hear_leaf,
		.note = hear_note,
		.checksum = hear_checksum,
		.progress = hear_progress };

	*h = (struct heard){ 0 };
	reads = reader_;

	err e = walk_image(IMAGE, &visitor, &memory);

	arena_close(&memory);
	return e;
}

/* ---- unpacking ----------------------------------------------------------------------------------------------------------------- */

static err asks_for_one_blob(struct walk *w, span in, uint64_t *ret_used)
{
	(void)in, (void)ret_used;
	assert_ok(walk_may_unpack(w, LIMIT_BLOB_SIZE, LIMIT_BLOB_SIZE));
	return walk_may_unpack(w, LIMIT_BLOB_SIZE, LIMIT_BLOB_SIZE + 1);
}

static void one_file_may_be_as_large_as_the_limit_and_not_a_byte_larger(void **state)
{
	struct heard h;

	(void)state;
	assert_ok(walk_with(asks_for_one_blob, &h));
	assert_string_equal(h.trouble, "walk.too-large");
}

static err grows_by_the_limit(struct walk *w, span in, uint64_t *ret_used)
{
	uint64_t stored = LIMIT_EXPANSION_FREE / LIMIT_EXPANSION + 1, most = (stored + 1) * LIMIT_EXPANSION - 1;

	(void)in, (void)ret_used;
	assert_true(most > LIMIT_EXPANSION_FREE);
	assert_ok(walk_may_unpack(w, stored, most));
	return walk_may_unpack(w, stored, most + 1);
}

static void a_stream_may_grow_by_the_limit_and_no_further(void **state)
{
	struct heard h;

	(void)state;
	assert_fault(walk_with(grows_by_the_limit, &h), "walk.bomb");
	assert_string_equal(h.trouble, "walk.bomb");
}

static err grows_from_nothing(struct walk *w, span in, uint64_t *ret_used)
{
	(void)in, (void)ret_used;
	assert_ok(walk_may_unpack(w, 0, LIMIT_EXPANSION_FREE));
	return walk_may_unpack(w, 0, LIMIT_EXPANSION_FREE + 1);
}

static void a_small_stream_may_grow_to_what_is_free_and_no_further(void **state)
{
	struct heard h;

	(void)state;
	assert_fault(walk_with(grows_from_nothing, &h), "walk.bomb");
}

static err unpacks_all_that_may_be(struct walk *w, span in, uint64_t *ret_used)
{
	uint64_t left = LIMIT_UNPACKED_TOTAL;

	(void)in, (void)ret_used;
	for (; left >= LIMIT_BLOB_SIZE; left -= LIMIT_BLOB_SIZE)
		assert_ok(walk_may_unpack(
			w, LIMIT_BLOB_SIZE, left == LIMIT_BLOB_SIZE ? LIMIT_BLOB_SIZE - 1 : LIMIT_BLOB_SIZE));
	assert_ok(walk_may_unpack(w, 1, 1));
	assert_ok(walk_may_unpack(w, 1, 0));
	return walk_may_unpack(w, 1, 1);
}

static void all_of_an_input_may_unpack_to_the_limit_and_not_a_byte_further(void **state)
{
	struct heard h;

	(void)state;
	assert_fault(walk_with(unpacks_all_that_may_be, &h), "walk.bomb");
	assert_string_equal(h.trouble, "walk.bomb");
}

/* Of a whole walk, not of each reader: what one region used up, the next does not have. */
static unsigned begun;

static err unpacks_half_and_a_byte(struct walk *w, span in, uint64_t *ret_used)
{
	(void)in;
	*ret_used = 4;
	begun++;
	for (uint64_t left = LIMIT_UNPACKED_TOTAL / 2; left; left -= LIMIT_BLOB_SIZE)
		TRY(walk_may_unpack(w, LIMIT_BLOB_SIZE, LIMIT_BLOB_SIZE));
	return walk_may_unpack(w, 1, begun > 1);
}

static void what_one_region_unpacked_the_next_has_no_more(void **state)
{
	struct heard h;
	struct arena memory = arena_open((size_t)1 << 20);
	struct walk_visitor visitor = { .self = &h,
		.region = hear_region,
		.node = hear_node,
		.leaf = hear_leaf,
		.note = hear_note,
		.checksum = hear_checksum,
		.progress = hear_progress };

	(void)state;
	h = (struct heard){ 0 };
	reads = unpacks_half_and_a_byte;
	begun = 0;
	assert_fault(walk_image(SPAN("TOLDTOLDTOLD"), &visitor, &memory), "walk.bomb");
	assert_int_equal(begun, 2); /* the third is not begun */
	assert_string_equal(h.trouble, "");
	arena_close(&memory);
}

/* ---- depth, names, paths --------------------------------------------------------------------------------------------------------- */

static unsigned depth_wanted, depth_reached;
static const char *deepest_fault;

static err nests(struct walk *w, span in, uint64_t *ret_used)
{
	static const uint8_t again[] = "TOLD";

	(void)in, (void)ret_used;
	if (depth_reached == depth_wanted) return OK;
	depth_reached++;

	err e = walk_part(w, &(struct part){ .bytes = { again, 4 } });

	if (e.is && !deepest_fault) deepest_fault = e.is->id;
	return OK;
}

static const char *nested(unsigned depth)
{
	struct heard h;

	depth_wanted = depth, depth_reached = 0, deepest_fault = NULL;
	assert_ok(walk_with(nests, &h));
	return deepest_fault ? deepest_fault : "";
}

static void containers_are_followed_as_deep_as_the_limit_and_no_deeper(void **state)
{
	(void)state;
	assert_string_equal(nested(LIMIT_DEPTH), "");
	assert_string_equal(nested(LIMIT_DEPTH + 1), "walk.too-deep");
}

static unsigned names_wanted;

static err names_many(struct walk *w, span in, uint64_t *ret_used)
{
	(void)in, (void)ret_used;
	for (unsigned i = 0; i < names_wanted; i++)
		TRY(walk_node(w, &(struct node){ .path = STR("x"), .type = NODE_LINK }));
	return OK;
}

static void as_many_names_are_listed_as_the_limit_says_and_none_more(void **state)
{
	struct heard h;

	(void)state;
	names_wanted = LIMIT_NODES;
	assert_ok(walk_with(names_many, &h));
	assert_int_equal(h.nodes, LIMIT_NODES);
	names_wanted = LIMIT_NODES + 1;
	assert_fault(walk_with(names_many, &h), "walk.too-many-names");
	assert_int_equal(h.nodes, LIMIT_NODES);
}

static size_t path_wanted;

static err names_long(struct walk *w, span in, uint64_t *ret_used)
{
	char *path = arena_array(walk_memory(w), char, path_wanted);

	(void)in, (void)ret_used;
	memset(path, 'a', path_wanted);
	return walk_node(w, &(struct node){ .path = { path, path_wanted }, .type = NODE_LINK });
}

static void a_path_may_be_as_long_as_the_limit_and_a_longer_one_is_told(void **state)
{
	struct heard h;

	(void)state;
	path_wanted = LIMIT_PATH;
	assert_ok(walk_with(names_long, &h));
	assert_int_equal(h.nodes, 1);
	assert_int_equal(h.refused, 0);
	path_wanted = LIMIT_PATH + 1;
	assert_ok(walk_with(names_long, &h));
	assert_int_equal(h.nodes, 0);
	assert_int_equal(h.refused, 1);
}

/* ---- files that are containers --------------------------------------------------------------------------------------------------- */

static struct node inner;
static unsigned readings;

static err holds_a_file(struct walk *w, span in, uint64_t *ret_used)
{
	(void)in, (void)ret_used;
	return readings++ ? OK : walk_node(w, &inner);
}

static unsigned readings_of(span content, const char *path, enum node_type type, bool is_cut)
{
	struct heard h;

	inner = (struct node){
		.path = str_of(path), .type = type, .content = content, .size = content.n, .is_cut = is_cut
	};
	readings = 0;
	assert_ok(walk_with(holds_a_file, &h));
	return readings;
}

static void a_file_that_is_a_container_is_read_and_one_that_was_cut_is_not(void **state)
{
	(void)state;
	assert_int_equal(readings_of(SPAN("TOLD............"), "x.bin", NODE_FILE, false), 2);
	assert_int_equal(
		readings_of(SPAN("TOLD..........."), "x.bin", NODE_FILE, false), 1); /* fifteen bytes are nothing */
	assert_int_equal(readings_of(SPAN("OTHER..........."), "x.bin", NODE_FILE, false), 1);
	assert_int_equal(readings_of(SPAN("TOLD............"), "x.bin", NODE_FILE, true), 1);
	assert_int_equal(readings_of(SPAN("TOLD............"), "x.bin", NODE_LINK, false), 1);
	assert_int_equal(readings_of(SPAN("TOLD............"), "usr/share/doc/x.bin", NODE_FILE, false), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_file_may_be_as_large_as_the_limit_and_not_a_byte_larger),
		cmocka_unit_test(a_stream_may_grow_by_the_limit_and_no_further),
		cmocka_unit_test(a_small_stream_may_grow_to_what_is_free_and_no_further),
		cmocka_unit_test(all_of_an_input_may_unpack_to_the_limit_and_not_a_byte_further),
		cmocka_unit_test(what_one_region_unpacked_the_next_has_no_more),
		cmocka_unit_test(containers_are_followed_as_deep_as_the_limit_and_no_deeper),
		cmocka_unit_test(as_many_names_are_listed_as_the_limit_says_and_none_more),
		cmocka_unit_test(a_path_may_be_as_long_as_the_limit_and_a_longer_one_is_told),
		cmocka_unit_test(a_file_that_is_a_container_is_read_and_one_that_was_cut_is_not),
	};

	return cmocka_run_group_tests_name("format/limits", tests, NULL, NULL);
}
