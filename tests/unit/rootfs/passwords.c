#include "testing.h"

#include "rootfs/passwords.h"

/* Over any budget, each in the form that its scheme has for it; the salts pretend to be cheap. Trying one of them would take minutes. */
static const char *const dear[] = {
	"$y$jXXX$j9T$abcdefghijklmnopqrstu$1234567890123456789012345678901234567890123",
	"$y$jFT$j9T$salt$j9T$1234567890123456789012345678901234567890123",
	"$y$jzT$j75$1234567890123456789012345678901234567890123",
	"$gy$jFT$j9T$1234567890123456789012345678901234567890123",
	"$7$DU..../....$j9T$1234567890123456789012345678901234567890123",
	"$7$LU..../....abcdefghijklmnop$1234567890123456789012345678901234567890123",
	"$6$rounds=999999999$abcdefgh$abcdefghijklmnopqrstuvwxyz",
	"$5$rounds=999999999$rounds=1000$abcdefghijklmnopqrstuvwxyz",
	"$6$rounds=+999999999$abcdefgh$abcdefghijklmnopqrstuvwxyz",
	"$2b$31$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzabcde",
	"$2y$17$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzabcde",
	"$sha1$4000000000$abcdefgh$abcdefghijklmnopqrstuvwxyz12",
	"$sha1$+4000000000$abcdefgh$abcdefghijklmnopqrstuvwxyz12",
	"$sha1$-1$abcdefgh$abcdefghijklmnopqrstuvwxyz12",
	"$md5,rounds=4000000000$abcdefgh$$abcdefghijklmnopqrstuv",
	"$md5,rounds=+4000000000$rounds=1$$abcdefghijklmnopqrstuv",
};

static void what_is_dear_is_not_tried_whatever_its_salt_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(dear) / sizeof(*dear); i++) {
		struct password_budget budget = password_budget();
		uint64_t before = budget.left;
		struct password_state got = password_state_of(str_of(dear[i]), STR("root"), &budget);

		if (!budget.ran_out || budget.left != before) fail_msg("%s was tried", dear[i]);
		assert_string_equal(got.state, "hash");
	}
}

/* Each of the word "admin", made with crypt(3). */
static void what_is_usual_is_tried(void **state)
{
	(void)state;
	static const char *const usual[] = {
		"$1$abcdefgh$l/LAqC8oJERu7Cmx6trtY/",
		"$5$abcdefgh$eKmO8qqatxyseBbtE4o3nrolLfuFP7p82NOMAwOerUC",
		"$6$abcdefgh$Jofd.FZRLVyYwt/zWLWzi7cPbdUfgEgHrcdJLmkXy8uHwCGSf90RMkKTVTj0nhlkfJpZY94qtrpFrWz1mwRvH1",
		"$6$rounds=10000$abcdefgh$/oFW4XU1NEFkIExLiMaymPfKe5oxnhXw1S21p6RqMaxRvPoRF.TT7/"
		"dC6RWsD9kiZZ2rJuDUqN5fk4pl/0WOv0",
		"$5$rounds=1000$abcdefgh$U4dALHiE1LXMxY5ZpGUfgVnoxC3Y5jRx.egoM/qSTS5",
		"$2b$05$abcdefghijklmnopqrstuu/ETYr/khvH.poOJBsjjZk.DM9FaNihe",
		"$2y$10$abcdefghijklmnopqrstuuQaLxbHNyOkst.5hok/MxsNYsoRyHiAq",
		"$y$j9T$abcdefghijklmnopqrstu.$8HwPYIu/IqSxWK/EgtqqAEbqcHda/jaY/gpcH9BFWO2",
		"$gy$j9T$abcdefghijklmnopqrstu.$6LXcEaIxgg3LoTgAY7sNfDFd.bNr4gfSVFbWN1mO406",
		"$sha1$24680$abcdefgh$qR3RmZnVAs7gIPRQXiQr8gdQolVq",
		"$md5$abcdefgh$$OhhHiiPK/fAKTMR3N25sv.",
		"$md5,rounds=904$abcdefgh$$7CyNuGlIGzVBBB3see9CY0",
		"abOV.DfJmdnYw",
		"_J9..abcdOwCC0XOHVhg",
	};

	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++) {
		struct password_budget budget = password_budget();
		struct password_state got = password_state_of(str_of(usual[i]), STR("admin"), &budget);

		if (strcmp(got.state, "known")) fail_msg("%s is not known", usual[i]);
		assert_false(budget.ran_out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_dear_is_not_tried_whatever_its_salt_says),
		cmocka_unit_test(what_is_usual_is_tried),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
