// SPDX-License-Identifier: GPL-2.0-or-later
//
// What belongs between two lines of a block: a space, nothing, or nothing in place of a hyphen? The
// document's own words are the evidence. A hyphen beside a digit or sign always stays, so that no
// figure changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/pdf/page_flow.h"

namespace ibid {

// Words of a line that no space parts.
struct LineToken {
  std::size_t begin = 0, end = 0;  // in PdfLine::words
  std::string text;
};
std::vector<LineToken> tokens_of(const PdfPage& page, const PdfLine& line);

struct LineEnd {
  enum class Join : std::uint8_t { kSpace, kNone, kDropHyphen };
  Join join = Join::kSpace;
  bool uncertain = false;  // whether there is a space
};

class LineEnds {
 public:
  LineEnds(const PdfSource& source, const std::vector<PageLayout>& layouts, const PageFlow& flow);

  struct Place {
    std::string_view before_last;  // the token before `last`, or empty
    std::string_view last, first;  // of the line, of the next line
    float room = 0;                // left empty at the end of the line, in widths of a syllable
  };
  LineEnd between(const Place& place) const;

 private:
  using Counts = std::unordered_map<std::string, std::uint32_t>;
  void learn(const PdfSource& source, const std::vector<PageLayout>& layouts, const PageFlow& flow);
  void learn_token(std::string_view token);
  void learn_korean_rate(const PdfSource& source, const std::vector<PageLayout>& layouts,
                         const PageFlow& flow);
  LineEnd at_hyphen(const Place& place) const;
  bool is_sign_of_figure(const Place& place) const;
  LineEnd in_korean(const Place& place) const;
  double korean_evidence(const Place& place) const;
  static std::uint32_t count(const Counts& counts, const std::string& word);

  Counts pieces_;            // runs of letters, lower case
  Counts pairs_;             // two of them with a hyphen between: "non-narcotic"
  Counts korean_;            // whole words with Hangul, without signs at the ends
  Counts prefixes_;          // of those, from two syllables on
  std::size_t dashes_ = 0;   // hyphens between two spaces inside lines
  std::size_t signed_ = 0;   // "-23%" inside lines
  double korean_prior_ = 0;  // above 0: lines of this document break inside words
};

}  // namespace ibid
