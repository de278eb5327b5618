/* An image (or the archive that a directory was made into) to facts: regions, files, and what the collectors see in
 * them. Runs in the jail. */
#ifndef ASSAY_SOURCE_IMAGE_H
#define ASSAY_SOURCE_IMAGE_H

#include "evidence/facts.h"

struct image_options {
	bool is_directory; /* the outermost archive is ours: its region is called a directory */
};

err collect_image(struct facts *f, span image, const struct image_options *options);

#endif
