// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the files of an index hold and its passages do not: deleted, hidden and commented text,
// running heads, navigation. A quotation that no passage has may stand there. Names Xapian: search
// internals only. May throw Xapian::Error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/index_snapshot.h"
#include "search/quotes/forms/quote_answer.h"

namespace ibid {

// Of one state of an index. Thread: one object, one thread.
class LeftOutTexts {
 public:
  // Forgets what it knows. `report`: the only one looked into, unless it is empty.
  void reset(std::string report);

  // Where `quotation` occurs in normal form, each report and reason once, at most kMostLeftOut. The
  // first call reads the texts: of a report that left text out, all that its reader made of it.
  std::vector<LeftOutQuote> find(IndexSnapshot& snapshot, std::string_view quotation);
  // False if the index holds more left-out text than is kept in memory.
  bool complete() const { return complete_; }

 private:
  static constexpr std::size_t kMostBytes = std::size_t{32} << 20;

  struct Place {
    std::size_t begin = 0;     // in letters_
    std::uint32_t report = 0;  // index into reports_
    std::uint32_t index = 0;   // into ExtractedFile::left_out
  };
  void read(IndexSnapshot& snapshot);
  void add(const ExtractedFile& file);

  std::string report_;
  bool read_ = false, complete_ = true;
  std::vector<std::string> reports_;
  std::vector<Place> places_;
  std::string letters_;  // of all texts, folded, without spaces and signs; a LF behind each
};

}  // namespace ibid
