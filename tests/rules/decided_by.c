/* What decides each requirement, one a line, against tests/golden/decided-by: a change of meaning shows in the diff.
 * Run with --write, it writes the files anew.
 */
#include "testing.h"

#include "base/buf.h"
#include "trying.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

/* ---- a requirement as a line ------------------------------------------------------------------------------------------- */

static void put_checks(struct buf *out, const char *title, const struct check *const *checks, size_t count)
{
	for (size_t i = 0; i < count; i++) buf_printf(out, "%s%s", i ? " " : title, checks[i]->id.p);
}

static void put_questions(struct buf *out, const char *title, const struct question *const *questions, size_t count)
{
	for (size_t i = 0; i < count; i++) buf_printf(out, "%s%s", i ? " " : title, questions[i]->id.p);
}

static const char *end_of(const struct requirement *r, enum jump jump, uint32_t node)
{
	static const char *const words[] = { [JUMP_PASS] = "PASS", [JUMP_FAIL] = "FAIL", [JUMP_NOT_APPLICABLE] = "NA" };

	return jump == JUMP_NODE ? r->nodes[node].id.p : words[jump];
}

static void put_node(struct buf *out, const struct requirement *r, const struct tree_node *n)
{
	buf_printf(out, "; %s", n->id.p);
	put_checks(out, n->is_inverted ? " fails " : " check ", n->checks, n->check_count);
	if (n->question) buf_printf(out, " ask %s", n->question->id.p);
	if (n->when) buf_printf(out, " when %s", n->when_text.p);
	buf_printf(out, " yes %s no %s", end_of(r, n->yes, n->yes_node), end_of(r, n->no, n->no_node));
}

static void put_requirement(struct buf *out, const struct requirement *r)
{
	buf_printf(out, "%s\t%s\t%s", r->id.p, r->level.p, r->when_text.n ? r->when_text.p : "always");
	if (r->when_test_text.n) buf_printf(out, " (in a test: %s)", r->when_test_text.p);
	buf_char(out, '\t');
	put_checks(out, "check ", r->checks, r->check_count);
	put_questions(out, r->check_count ? "; ask " : "ask ", r->questions, r->question_count);
	for (size_t i = 0; i < r->assessment_unit_count; i++) {
		const struct assessment_unit *u = &r->assessment_units[i];

		buf_printf(out, "; %s %s", u->id.p, u->is_functional ? "functional" : "conceptual");
		put_checks(out, " check ", u->checks, u->check_count);
		put_questions(out, " ask ", u->questions, u->question_count);
	}
	if (r->node_count)
		buf_printf(out, "for %s%s%s", r->for_kind.n ? r->for_kind.p : "product", r->for_classes.n ? " of " : "",
			r->for_classes.n ? r->for_classes.p : "");
	for (size_t i = 0; i < r->node_count; i++) put_node(out, r, &r->nodes[i]);
	put_checks(out, "; complete ", r->completeness, r->completeness_count);
	put_checks(out, "; sufficient ", r->sufficiency, r->sufficiency_count);
	for (size_t i = 0; i < r->with_count; i++)
		buf_printf(out, "; %s=%s", r->with[i].parameter->name.p, r->with[i].value.p);
	if (r->person.n) buf_text(out, "; person");
	buf_char(out, '\n');
}

static void put_catalogue(struct buf *out, const struct catalogue *c)
{
	for (size_t i = 0; i < c->requirement_count; i++) put_requirement(out, &c->requirements[i]);
}

/* ---- against the files ------------------------------------------------------------------------------------------------- */

/* Editions are words of people ("2023 as amended 2025"): in a file's name, what is no letter, digit or dot is a hyphen. */
static str golden_path(struct arena *keep, const struct catalogue *c)
{
	str name = arena_printf(keep, "%s@%s", c->id.p, c->edition.p);
	char *p = arena_array(keep, char, name.n + 1);

	for (size_t i = 0; i < name.n; i++) {
		char x = name.p[i];
		bool is_plain = (x >= 'a' && x <= 'z') || (x >= 'A' && x <= 'Z') || (x >= '0' && x <= '9') ||
				x == '.' || x == '@';

		p[i] = is_plain ? x : '-';
	}
	return arena_printf(keep, "%s/%s.txt", source_path(keep, "tests/golden/decided-by").p, p);
}

static str read_golden(struct arena *keep, const char *path)
{
	FILE *file = fopen(path, "r");
	enum { MOST = 1 << 21 };
	char *p = (char *)arena_bytes(keep, MOST);
	size_t n = file ? fread(p, 1, MOST, file) : 0;

	if (file) fclose(file);
	return (str){ p, n };
}

static void print_difference(const char *path, str was, str is)
{
	str a = { 0 }, b = { 0 };

	for (unsigned line = 1;; line++) {
		bool has_a = str_line(&was, &a), has_b = str_line(&is, &b);

		if (!has_a && !has_b) return;
		if (has_a && has_b && str_equal(a, b)) continue;
		print_error("%s:%u\n- %.*s\n+ %.*s\n", path, line, has_a ? (int)a.n : 0, has_a ? a.p : "",
			has_b ? (int)b.n : 0, has_b ? b.p : "");
		return;
	}
}

static void what_decides_each_requirement_is_as_reviewed(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	unsigned different = 0;

	(void)state;
	assert_non_null(rules);
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		const char *path = golden_path(&keep, &rules->catalogues.p[i]).p;
		struct arena scratch = keep;
		struct buf out = { 0 };
		str golden = read_golden(&scratch, path);

		put_catalogue(&out, &rules->catalogues.p[i]);
		if (!str_equal(golden, buf_all(&out))) {
			different++;
			print_difference(path, golden, buf_all(&out));
		}
		buf_free(&out);
	}
	if (different)
		fail_msg("%u catalogues are decided otherwise than tests/golden/decided-by says: look at each "
			 "difference; if it is meant, run this test with --write",
			different);
	arena_close(&keep);
}

static bool has_catalogue(const struct rules *rules, struct arena keep, str name)
{
	for (size_t i = 0; i < rules->catalogues.n; i++)
		if (str_equal(str_base_name(golden_path(&keep, &rules->catalogues.p[i])), name)) return true;
	return false;
}

static void no_file_is_of_a_catalogue_that_is_gone(void **state)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);
	DIR *dir = opendir(source_path(&keep, "tests/golden/decided-by").p);

	(void)state;
	assert_non_null(rules);
	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));)
		if (entry->d_name[0] != '.' && !has_catalogue(rules, keep, str_of(entry->d_name)))
			fail_msg("tests/golden/decided-by/%s is of no catalogue in rules/", entry->d_name);
	closedir(dir);
	arena_close(&keep);
}

static int write_all(void)
{
	struct arena keep = arena_open((size_t)1 << 30);
	const struct rules *rules = real_rules(&keep);

	if (!rules) return 1;
	mkdir(source_path(&keep, "tests/golden").p, 0777);
	mkdir(source_path(&keep, "tests/golden/decided-by").p, 0777);
	for (size_t i = 0; i < rules->catalogues.n; i++) {
		const char *path = golden_path(&keep, &rules->catalogues.p[i]).p;
		FILE *file = fopen(path, "w");
		struct buf out = { 0 };

		put_catalogue(&out, &rules->catalogues.p[i]);
		if (!file || fwrite(out.p, 1, out.n, file) != out.n || fclose(file)) {
			perror(path);
			return 1;
		}
		buf_free(&out);
	}
	arena_close(&keep);
	return 0;
}

int main(int count, char **words)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_decides_each_requirement_is_as_reviewed),
		cmocka_unit_test(no_file_is_of_a_catalogue_that_is_gone),
	};

	if (count == 2 && strcmp(words[1], "--write") == 0) return write_all();
	return cmocka_run_group_tests_name("rules/decided-by", tests, NULL, NULL);
}
