// SPDX-License-Identifier: GPL-2.0-or-later
//
// The matches of a quotation in one text, to the byte or in normal form. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/quotes/forms/letters_in_order.h"
#include "search/quotes/forms/quote_normal_form.h"

namespace ibid {

// A passage, or two joined, with the signs of Markdown in it. Lent.
struct MarkedText {
  std::string_view text;
  const std::vector<ByteRange>& markup;        // as Passage::markup
  const std::vector<ByteRange>& sentences;     // as Passage::sentences
  std::span<const std::uint64_t> joints = {};  // as PassageOrigin::joints
};

// Where `text` has the bytes without cutting a word, ascending; matches may overlap.
std::vector<ByteRange> exact_matches(MarkedText text, std::string_view quotation);

struct NormalFormMatch {
  ByteRange text;
  std::vector<FormDifference> differences;
  // For each ellipsis, as in the text. One at an edge stands for the rest of the sentence.
  std::vector<std::string> left_out;
  ByteRange with_edges;  // `text` and what is left out at its edges
};

// A quotation in all normal forms that texts are compared with.
class NormalQuotation {
 public:
  explicit NormalQuotation(std::string_view quotation);

  // Ascending, no overlap; of the first form that occurs at all. What a reader sees goes before the
  // text with its signs. At a joint of the text white space is as the quotation has it.
  std::vector<NormalFormMatch> matches(MarkedText text) const;

  // False: it does not begin in the first of two passages and end in the second.
  bool may_run_out_of(MarkedText first) const {
    return !first.markup.empty() || letters_.may_run_out_of(first.text);
  }
  bool may_run_into(MarkedText second) const {
    return !second.markup.empty() || letters_.may_run_into(second.text);
  }

 private:
  struct Variant {
    NormalText form;
    std::vector<NormalPiece> pieces;
  };
  struct Plain;
  std::vector<NormalFormMatch> plain_matches(std::string_view text,
                                             const std::vector<ByteRange>& sentences,
                                             std::span<const std::uint64_t> joints) const;
  std::vector<NormalFormMatch> matches(const Plain& plain) const;
  std::vector<NormalFormMatch> matches(const Plain& plain, const Variant& variant) const;
  void leave_out(const Plain& plain, const Variant& variant, const NormalMatch& match,
                 NormalFormMatch& found) const;

  std::string quotation_;
  std::vector<Variant> variants_;
  LettersInOrder letters_;  // of any variant
};

}  // namespace ibid
