// SPDX-License-Identifier: GPL-2.0-or-later
//
// Documents -> a Xapian database, in three ways: by the parts of indexer/glass over maps in memory,
// by Xapian's own API, and by the bulk loader.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/build/stored_batch.h"

namespace ibid::testing {

// An IndexDocument that owns its data.
struct OwnedTerm {
  std::string term;
  std::uint32_t wdf = 0;
};
struct OwnedDocument {
  std::string data;
  std::vector<OwnedTerm> terms;
  std::vector<std::pair<std::uint32_t, std::string>> values;
  std::string positions = {};  // bulk_load() writes them to their file
};
OwnedDocument owned(const IndexDocument& document);

struct LoadInput {
  std::vector<std::pair<std::uint32_t, OwnedDocument>> documents;  // docid ascending, from 1
  std::vector<std::pair<std::string, std::string>> metadata;       // ascending, none empty
};

enum class Compression { kNone, kFast, kAsXapian };  // kFast: glass::Deflater

struct LoadOptions {
  std::size_t block_size = 8192;
  Compression compression = Compression::kFast;  // of document data; kAsXapian: termlists too
};

// Adds the metadata of the bulk loader: how many documents the file of positions covers.
LoadInput with_positions(LoadInput input);

// Makes `folder`, which must not exist, and the database in it.
void naive_load(const std::string& folder, const LoadInput& input, const LoadOptions& options = {},
                TermLists lists = TermLists::kAll);
void xapian_load(const std::string& folder, const LoadInput& input,
                 const LoadOptions& options = {});

// Documents go to `shards` shards, three at a time; each spills a run past its share of
// `memory_bytes`.
void bulk_load(const std::string& folder, const LoadInput& input, std::size_t shards,
               std::uint64_t memory_bytes, TermLists lists);

}  // namespace ibid::testing
