/* Every file of a corpus through its fuzz target (fuzz/): what once went wrong stays right, in every build.  replay FOLDER */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void replay(const char *path)
{
	FILE *file = fopen(path, "r");

	if (!file || fseek(file, 0, SEEK_END)) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(1);
	}

	long n = ftell(file);
	uint8_t *p = malloc(n > 0 ? (size_t)n : 1); /* exactly as large as the file: a sanitizer sees a byte too far */

	rewind(file);
	if (!p || n < 0 || fread(p, 1, (size_t)n, file) != (size_t)n) exit(1);
	fclose(file);
	LLVMFuzzerTestOneInput(p, (size_t)n);
	free(p);
}

int main(int argc, char **argv)
{
	DIR *d = argc == 2 ? opendir(argv[1]) : NULL;
	char path[4200];
	size_t count = 0;

	for (struct dirent *entry; d && (entry = readdir(d));) {
		if (entry->d_name[0] == '.') continue;
		snprintf(path, sizeof(path), "%s/%s", argv[1], entry->d_name);
		replay(path);
		count++;
	}
	if (d) closedir(d);
	if (!count) fprintf(stderr, "there is no corpus in %s\n", argc == 2 ? argv[1] : "nothing");
	return count ? 0 : 1;
}
