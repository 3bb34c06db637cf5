// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the changes of an update go. Xapian's own API stands behind it (xapian_sink.h); what is
// built anew goes through the bulk loader (bulk_loader.h), in the same documents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/vocabulary.h"

namespace ibid {

// One term of one passage.
struct TermEntry {
  // Not in the vocabulary: an exact term that hardly another passage has.
  static constexpr TermId kUnnumbered = UINT32_MAX;
  std::string_view term;  // lender: the vocabulary, or who made the document
  TermId id = 0;          // in the vocabulary
  std::uint32_t wdf = 0;  // within-document frequency
};

// Words of one spelling in one passage: each stands for all its terms (word_terms.h).
struct WordEntry {
  WordId id = 0;  // in the vocabulary
  std::uint32_t times = 0;
  std::uint32_t terms = 0;  // how many it stands for
};

// A passage ready to be stored. Reuse one object for many passages.
struct IndexDocument {
  std::string data;                    // the encoded PassageRecord
  std::vector<TermEntry> text_terms;   // wdf above 0; in any order, each once
  std::vector<WordEntry> words;        // count on top of text_terms; times above 0, each once
  std::vector<TermEntry> exact_terms;  // ids and other values, wdf 0; ascending by bytes, each once
  // Slot -> value, ascending, none empty.
  std::vector<std::pair<std::uint32_t, std::string>> values;
  std::string places;  // of its words, see word_places.h
};

// Thread: one sink, one thread. Throws Error{kIndex, kSystem}.
class IndexSink {
 public:
  virtual ~IndexSink() = default;

  // begin_report, any number of add, then end_report: the documents take the place of all that
  // `report_id` had, whole or not at all, also after a crash and however large the report is.
  virtual void begin_report(std::string_view report_id) = 0;
  virtual void add(const IndexDocument& document) = 0;
  virtual void end_report(const std::vector<std::pair<std::string, std::string>>& metadata) = 0;

  // Forgets all since the last commit, the report at hand and whole ones. Happens in the end, too.
  virtual void drop_pending() noexcept = 0;

  virtual void remove_report(std::string_view report_id,
                             const std::vector<std::string>& metadata_keys) = 0;
  virtual void set_metadata(std::string_view key, std::string_view value) = 0;

  // Bytes of memory that a commit would set free, as far as the sink can tell.
  virtual std::uint64_t pending_bytes() const = 0;

  // Makes everything so far durable and visible to readers, at once.
  virtual void commit() = 0;
};

}  // namespace ibid
