#include "format/lzma_alone.h"

#include <lzma.h>

bool lzma_alone_header(span in, struct lzma_alone *ret)
{
	reader r = { .in = in };
	uint8_t properties = read_u8(&r);
	struct lzma_alone h = { .dictionary = read_le32(&r) };

	h.size = read_le64(&r);
	if (failed(reader_done(&r)) || properties >= 9 * 5 * 5) return false;
	h.lc = properties % 9;
	h.lp = properties / 9 % 5;
	h.pb = properties / 45;
	h.has_size = h.size != UINT64_MAX;
	if (h.lc + h.lp > LZMA_LCLP_MAX) return false;
	*ret = h;
	return true;
}

struct lzma_progress lzma_decode(const struct lzma_alone *how, span body, uint8_t *out, size_t room)
{
	/* A dictionary larger than the output is never looked at. */
	uint64_t wanted = how->has_size && how->size < room ? how->size : room;
	lzma_options_lzma options = { .dict_size = how->dictionary < wanted ? how->dictionary : (uint32_t)wanted,
		.lc = how->lc,
		.lp = how->lp,
		.pb = how->pb,
		.ext_flags = LZMA_LZMA1EXT_ALLOW_EOPM };
	const lzma_filter filters[] = { { .id = LZMA_FILTER_LZMA1EXT, .options = &options },
		{ .id = LZMA_VLI_UNKNOWN } };
	lzma_stream s = LZMA_STREAM_INIT;
	struct lzma_progress progress = { 0 };

	if (options.dict_size < LZMA_DICT_SIZE_MIN) options.dict_size = LZMA_DICT_SIZE_MIN;
	lzma_set_ext_size(options, how->has_size ? how->size : UINT64_MAX);

	lzma_ret status = lzma_raw_decoder(&s, filters);

	if (status == LZMA_OK) {
		s.next_in = body.p;
		s.avail_in = body.n;
		s.next_out = out;
		s.avail_out = room;
		status = lzma_code(&s, LZMA_FINISH);
	}
	progress.read = body.n - s.avail_in;
	progress.written = room - s.avail_out;
	if (status == LZMA_MEM_ERROR || status == LZMA_OPTIONS_ERROR) progress.read = progress.written = 0;
	/* Some encoders leave the last bytes of the range coder out: what was promised is there all the same. */
	progress.is_done = status == LZMA_STREAM_END || (how->has_size && progress.written == how->size);
	progress.is_broken = !progress.is_done && status != LZMA_OK && status != LZMA_BUF_ERROR;
	lzma_end(&s);
	return progress;
}
