// SPDX-License-Identifier: GPL-2.0-or-later
//
// A passage as a document of the index, for the bulk loader (bulk_loader.h) and for Xapian's own
// API (xapian_writer.h). Library-internal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/documents/vocabulary.h"

namespace ibid {

// One term of one passage.
struct TermEntry {
  // Not in the vocabulary: an exact term that hardly any other passage has.
  static constexpr TermId kUnnumbered = UINT32_MAX;
  std::string_view term;  // lender: the vocabulary, or the maker of the document
  TermId id = 0;          // in the vocabulary
  std::uint32_t wdf = 0;  // within-document frequency
};

// Words of one spelling in one passage; each means all its terms (word_terms.h).
struct WordEntry {
  WordId id = 0;  // in the vocabulary
  std::uint32_t times = 0;
  std::uint32_t terms = 0;  // how many terms it has
};

// A passage ready to be stored. Reuse one object for many passages.
struct IndexDocument {
  std::string data;                    // the encoded PassageRecord
  std::vector<TermEntry> text_terms;   // wdf above 0; in any order, each once
  std::vector<WordEntry> words;        // in addition to text_terms; times above 0, each once
  std::vector<TermEntry> exact_terms;  // ids and other values, wdf 0; ascending by bytes, each once
  // Slot -> value, ascending, none empty.
  std::vector<std::pair<std::uint32_t, std::string>> values;
  std::string positions;  // of its words, see word_positions.h
  // The same for Xapian's own table of positions, if they are kept (DocumentBuilder::keep_places):
  // lender as of text_terms.
  std::vector<std::pair<std::string_view, std::uint32_t>> places;
};

}  // namespace ibid
