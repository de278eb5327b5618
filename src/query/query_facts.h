/* What is known of the rules' queries before any product is judged: which tables each reads, which it needs, and
 * under which parameters it gives nothing of empty ones. Then most queries of most products are neither prepared nor
 * asked. It is found out once for each set of rules, and kept beside them (rule_cache.h).
 *
 * The bytes: SHA-256 of the evidence's schema, le32 number of queries, and for each le64 x 2 tables read, le64 x 2
 * tables needed, le32 flags, le32 n, n x le64. Bytes of another schema, or of other rules, are none. / */
#ifndef ASSAY_QUERY_QUERY_FACTS_H
#define ASSAY_QUERY_QUERY_FACTS_H

#include "base/buf.h"
#include "query/query_cache.h"

void query_facts_write(struct query_cache *d, struct buf *to);
void query_facts_read(struct query_cache *d, span bytes);

#endif
