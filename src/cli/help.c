#include "cli/help.h"

#include "base/bytes.h"
#include "source/sources.h"

static const char intro[] = "One body of evidence, every market's verdict.";

static const char statuses[] = "0 pass, 1 fail, 2 inconclusive, 64 wrong use or input, 70 internal error or a result "
			       "that could not be written, "
			       "71 too little memory, processor time or rights on this machine, 128 and more: ended by "
			       "the signal of that number less 128";

/* Words of a paragraph in lines of at most `width` columns, each after `indent` blanks; the first line is at `column`
 * already. */
static void wrap_from(FILE *out, str text, size_t column, unsigned indent, unsigned width)
{
	str word;

	while (str_word(&text, &word)) {
		if (column && column + 1 + word.n > width) {
			fputc('\n', out);
			column = 0;
		}
		if (!column)
			fprintf(out, "%*s", (int)indent, ""), column = indent;
		else
			fputc(' ', out), column++;
		fprintf(out, "%.*s", STR_FMT(word));
		column += word.n;
	}
	fputc('\n', out);
}

static void wrap(FILE *out, str text, unsigned indent, unsigned width)
{
	wrap_from(out, text, 0, indent, width);
}

static void put_statuses(FILE *out)
{
	fputs("Exit status:", out);
	wrap_from(out, str_of(statuses), 12, 2, 80);
}

void help_overview(FILE *out)
{
	fprintf(out, "assay - %s\n\n", intro);
	for (const struct command *const *c = commands; *c; c++) {
		fprintf(out, "  assay %-18s", (*c)->name);
		wrap_from(out, str_of((*c)->summary), 26, 27, 80);
	}
	fputs("\n  assay COMMAND --help   options and an example\n  assay --version\n\n", out);
	put_statuses(out);
}

void help_group(FILE *out, str group)
{
	for (const struct command *const *c = commands; *c; c++) {
		if (!command_is_of_group(*c, group)) continue;
		fprintf(out, "  assay %-18s", (*c)->name);
		wrap_from(out, str_of((*c)->summary), 26, 27, 80);
	}
	fprintf(out, "\n  assay %.*s WORD --help   options and an example\n\n", STR_FMT(group));
	put_statuses(out);
}

static void paragraphs(FILE *out, const char *text, unsigned indent)
{
	str rest = str_of(text), line;

	while (str_split(&rest, '\n', &line)) wrap(out, line, indent, 80);
}

static void option_head(char *text, size_t size, const struct option *o)
{
	snprintf(text, size, "%s%s%s%s", o->name, o->value ? " " : "", o->value ? o->value : "",
		o->repeats ? " ..." : "");
}

static const char *option_help(const struct option *o)
{
	const struct source_way *way = o->help ? NULL : source_way_of(o->name);

	return o->help ? o->help : way ? way->what : "";
}

void help_command(FILE *out, const struct command *c)
{
	fprintf(out, "assay %s", c->name);
	wrap_from(out, str_of(c->synopsis), 6 + strlen(c->name), 6, 80);
	fputc('\n', out);
	paragraphs(out, c->description, 0);
	if (c->options[0].name) fputc('\n', out);
	for (const struct option *o = c->options; o < c->options + OPTIONS_MAX && o->name; o++) {
		char head[64];

		option_head(head, sizeof(head), o);
		fprintf(out, "  %s\n", head);
		wrap(out, str_of(option_help(o)), 6, 80);
	}
	if (c->example) fprintf(out, "\nExample:\n%s", c->example);
	fputc('\n', out);
	put_statuses(out);
}

/* Text for roff: backslashes and hyphens as they are meant, no line that begins like a request. */
static void roff(FILE *out, str text)
{
	bool begins = true;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (begins && (c == '.' || c == '\'')) fputs("\\&", out);
		if (c == '\\')
			fputs("\\e", out);
		else if (c == '-')
			fputs("\\-", out);
		else
			fputc(c, out);
		begins = c == '\n';
	}
}

static void roff_text(FILE *out, const char *text)
{
	roff(out, str_of(text));
}

static void man_command(FILE *out, const struct command *c)
{
	fputs(".SS assay ", out);
	roff_text(out, c->name);
	fputc(' ', out);
	roff_text(out, c->synopsis);
	fputc('\n', out);

	str rest = str_of(c->description), paragraph;
	bool is_first = true;

	while (str_split(&rest, '\n', &paragraph)) {
		if (!paragraph.n) continue;
		if (!is_first) fputs(".PP\n", out);
		roff(out, paragraph);
		fputc('\n', out);
		is_first = false;
	}
	for (const struct option *o = c->options; o < c->options + OPTIONS_MAX && o->name; o++) {
		char head[64];

		option_head(head, sizeof(head), o);
		fputs(".TP\n.B ", out);
		roff_text(out, head);
		fputc('\n', out);
		roff_text(out, option_help(o));
		fputs(".\n", out);
	}
	if (!c->example) return;
	fputs(".PP\nExample:\n.PP\n.nf\n", out);
	roff_text(out, c->example);
	fputs(".fi\n", out);
}

void help_man(FILE *out)
{
	fputs(".TH ASSAY 1 \"\" \"assay " ASSAY_VERSION "\" \"User Commands\"\n.SH NAME\nassay \\- ", out);
	roff_text(out, "judges what exists of a connected product under every market's security scheme");
	fputs("\n.SH SYNOPSIS\n.B assay\n.I COMMAND\n[words and options]\n.SH DESCRIPTION\n", out);
	roff_text(out, "assay reads facts out of a firmware image, a directory and the maker's declarations, runs "
		       "checks on the facts, and says requirement by requirement where the "
		       "product stands in every market's scheme. Facts go to an evidence file (product.assay, a SQLite "
		       "database); every verdict leads back to the file and byte it rests on.\n");
	fputs(".SH COMMANDS\n", out);
	for (const struct command *const *c = commands; *c; c++) man_command(out, *c);
	fputs(".SH EXIT STATUS\n", out);
	roff_text(out, statuses);
	fputs(".\n.SH ENVIRONMENT\n.TP\n.B ASSAY_RULES\nA directory of rule data, in place of the installed "
	      "one.\n.TP\n.B NO_COLOR\nNo colours on a terminal.\n"
	      ".TP\n.B COLUMNS\nThe width of text output.\n.TP\n.B SOURCE_DATE_EPOCH\nSeconds since 1970 that are "
	      "taken for the present time.\n",
		out);
}

void help_bash(FILE *out)
{
	fputs("# Completion of assay for bash; made from the command table.\n_assay_ids()\n{\n\tassay rules list "
	      "\"$1\" "
	      "2>/dev/null | grep -o '^[^ ]*'\n}\n_assay()\n{\n\tlocal "
	      "cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n\tlocal command=\"${COMP_WORDS[1]} "
	      "${COMP_WORDS[2]}\" words\n\n\tif [ \"$COMP_CWORD\" = 1 ]; then\n\t\tCOMPREPLY=($(compgen -W \"",
		out);

	str last = { 0 };

	for (const struct command *const *c = commands; *c; c++) {
		str rest = str_of((*c)->name), word;

		if (!str_word(&rest, &word) || str_equal(word, last)) continue;
		fprintf(out, "%.*s ", STR_FMT(word));
		last = word;
	}
	fputs("--help --version\" -- \"$cur\"))\n\t\treturn\n\tfi\n\tcase $prev in\n", out);
	for (const struct command *const *c = commands; *c; c++)
		for (const struct option *o = (*c)->options; o < (*c)->options + OPTIONS_MAX && o->name; o++)
			if (o->value && o->completes && strcmp(o->completes, "file") &&
				strcmp(o->completes, "directory"))
				fprintf(out,
					"\t%s)\n\t\tCOMPREPLY=($(compgen -W \"%s\" -- \"$cur\"))\n\t\treturn\n\t\t;;\n",
					o->name, o->completes);
	fputs("\tesac\n\tcase $command in\n", out);
	for (int two = 1; two >= 0; two--) {
		for (const struct command *const *c = commands; *c; c++) {
			if ((strchr((*c)->name, ' ') != NULL) != two) continue;
			fprintf(out, "\t\"%s\"%s) words=\"--help", (*c)->name, two ? "" : "*");
			for (const struct option *o = (*c)->options; o < (*c)->options + OPTIONS_MAX && o->name; o++)
				fprintf(out, " %s", o->name);
			fputs("\" ;;\n", out);
		}
	}
	fputs("\tesac\n\tif [ \"$COMP_CWORD ${COMP_WORDS[1]}\" = \"3 answer\" ]; then\n\t\twords=\"$words "
	      "$(_assay_ids questions)\"\n\tfi\n",
		out);
	fputs("\tif [ \"$COMP_CWORD\" = 2 ]; then\n\t\tcase ${COMP_WORDS[1]} in\n", out);

	str group = { 0 };
	bool is_open = false;

	for (const struct command *const *c = commands; *c; c++) {
		str rest = str_of((*c)->name), word;

		if (!strchr((*c)->name, ' ')) continue;
		str_word(&rest, &word);
		if (!str_equal(word, group)) {
			if (is_open) fputs("\" ;;\n", out);
			fprintf(out, "\t\t%.*s) words=\"$words", STR_FMT(word));
			is_open = true;
			group = word;
		}
		fprintf(out, " %.*s", STR_FMT(str_trim(rest)));
	}
	if (is_open) fputs("\" ;;\n", out);
	fputs("\t\tesac\n\tfi\n\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\ncomplete -o default -F _assay "
	      "assay\n",
		out);
}
