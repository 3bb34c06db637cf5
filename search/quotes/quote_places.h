// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages in which a quotation is looked for, one or two joined, and places in them as they are
// reported. Names Xapian: search internals only. May throw Xapian::Error.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/records/passage_record.h"
#include "search/index/index_snapshot.h"
#include "search/quotes/forms/quote_answer.h"
#include "search/quotes/quote_matches.h"

namespace ibid {

// A passage, or two that follow each other.
struct Passages {
  Xapian::docid first = 0, second = 0;  // second: 0 where one passage holds it
  bool operator==(const Passages&) const = default;
};

// Of two passages, joined by a space.
struct JoinedText {
  std::string text;
  std::vector<ByteRange> markup, sentences;  // as of a Passage
  std::vector<std::uint64_t> joints;
  MarkedText marked() const { return {text, markup, sentences, joints}; }
};

// Thread: that of the snapshot, which is lent for the object's life.
class QuotePlaces {
 public:
  explicit QuotePlaces(IndexSnapshot& snapshot) : snapshot_(snapshot) {}

  // The text of a passage. Owner: this object; valid until the next call.
  const ComparedText& text(Xapian::docid document);
  // Decodes a record; one that was read lately not again.
  std::shared_ptr<const PassageRecord> read(Xapian::docid document);
  JoinedText text_of(const Passages& where);

  // `range`: of text_of(where).text.
  QuoteMatch place(const Passages& where, ByteRange range,
                   const std::vector<std::string>& left_out);

 private:
  static constexpr std::size_t kMostKept = 64;

  IndexSnapshot& snapshot_;
  ComparedText text_;
  std::map<Xapian::docid, std::shared_ptr<const PassageRecord>> records_;
};

}  // namespace ibid
