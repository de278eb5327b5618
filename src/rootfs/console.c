#include "rootfs/console.h"

#include "rootfs/start.h"

static bool is_one_of(str word, const char *const *words)
{
	for (; *words; words++)
		if (str_is(word, *words)) return true;
	return false;
}

/* Programs that run the next word; their options, numbers and assignments stand between. */
static bool is_runner(str name)
{
	static const char *const words[] = { "busybox", "env", "setsid", "nohup", "nice", "exec", "cttyhack", "stdbuf",
		"chrt", "openvt", "sudo", "toybox", NULL };

	return is_one_of(name, words);
}

static bool is_getty(str name)
{
	static const char *const words[] = { "getty", "agetty", "mgetty", "mingetty", "uugetty", "fgetty", NULL };

	return is_one_of(name, words);
}

/* The program that getty runs in the place of login: after -l, which may stand in one word with other options and with
 * its value. */
static str login_of_getty(str rest)
{
	static const char with_value[] = "fHItaocrwdS";
	str word;

	while (str_word(&rest, &word)) {
		if (word.n < 2 || word.p[0] != '-') continue;
		if (str_is(word, "--login-program")) return str_word(&rest, &word) ? word : (str){ 0 };
		if (str_starts(word, "--login-program=")) return (str){ word.p + 16, word.n - 16 };
		if (word.p[1] == '-') continue;
		for (size_t i = 1; i < word.n; i++) {
			if (word.p[i] == 'l' && i + 1 < word.n) return (str){ word.p + i + 1, word.n - i - 1 };
			if (word.p[i] == 'l') return str_word(&rest, &word) ? word : (str){ 0 };
			if (strchr(with_value, word.p[i])) break;
		}
	}
	return (str){ 0 };
}

/* A shell with a script or with -c runs that and ends. */
static bool is_interactive(str arguments)
{
	str word;

	while (str_word(&arguments, &word))
		if (str_is(word, "-c") || (word.p[0] != '-' && !str_starts(word, "<") && !str_starts(word, ">")))
			return false;
	return true;
}

bool console_is_open(str process, str *ret_shell)
{
	str rest = process, word;
	bool runs_next = false;

	while (str_word(&rest, &word)) {
		str name = str_base_name(word);

		while (name.n && name.p[0] == '-' && !runs_next) name.p++, name.n--;
		if (is_runner(name)) {
			runs_next = true;
			*ret_shell = word;
			if (str_is(name, "cttyhack") && !str_trim(rest).n) return true;
			continue;
		}
		if (runs_next && (word.p[0] == '-' || (word.p[0] >= '0' && word.p[0] <= '9') ||
					 (memchr(word.p, '=', word.n) && word.p[0] != '/')))
			continue;
		if (start_is_shell(word)) {
			*ret_shell = (str){ word.p, (size_t)(process.p + process.n - word.p) };
			return is_interactive(rest);
		}
		if (!is_getty(name)) return false;
		*ret_shell = login_of_getty(rest);
		return ret_shell->n && start_is_shell(*ret_shell);
	}
	return false;
}
