// SPDX-License-Identifier: GPL-2.0-or-later
//
// A quotation in one text: the places where it stands, to the byte or in normal form. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/quotes/quote_normal_form.h"

namespace ibid {

// Where the bytes stand in `text` and cut no word, ascending; places may overlap.
std::vector<ByteRange> exact_places(std::string_view text, std::string_view quotation);

struct NormalFormMatch {
  ByteRange text;
  std::vector<FormDifference> differences;
  std::vector<std::string> left_out;
};

// A quotation in all the normal forms that a text is compared with.
class NormalQuotation {
 public:
  explicit NormalQuotation(std::string_view quotation);

  // Ascending, no overlap; of the first form that stands anywhere.
  std::vector<NormalFormMatch> places(std::string_view text) const;

 private:
  struct Variant {
    NormalText form;
    std::vector<NormalPiece> pieces;
  };
  std::vector<NormalFormMatch> places(std::string_view text, const NormalText& form,
                                  const std::vector<ByteRange>& marks) const;

  std::string quotation_;
  std::vector<Variant> variants_;
};

}  // namespace ibid
