// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a passage has only in an index for nodes (docs/nodes.md). Xapian's servers run nothing of
// ours, so that which our own sources and keys do elsewhere is stored: positions of words in
// Xapian's table, values to sort and count by, figures as terms. Library-internal.
#pragma once

#include <xapian.h>

#include <string>

#include "indexer/documents/index_document.h"

namespace ibid {

// The value of metadata key schema::kMetaNodes.
std::string node_layout();

void add_node_values(const IndexDocument& source, Xapian::Document& document);

}  // namespace ibid
