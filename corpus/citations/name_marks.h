// SPDX-License-Identifier: GPL-2.0-or-later
//
// Marks of authors and a year: "(Kim 2021, p. 14; see also Lee and Park 2020)", "Kim (2021)".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/citations/reference_list.h"
#include "corpus/report/source_id.h"
#include "corpus/text/byte_range.h"

namespace ibid {

class NameMarks {
 public:
  // Both outlive this.
  NameMarks(std::string_view text, const ReferenceList& references)
      : text_(text), references_(references) {}

  // The sources that `inside`, the trimmed inside of the bracket at `open`, names by year.
  std::vector<MarkedSource> read_names(ByteRange inside, std::size_t open) const;
  // Whether `inside` has the shape of one such source, whatever the entries.
  bool all_shaped(ByteRange inside) const;

 private:
  static bool all_capitalized(std::string_view names);
  std::optional<ByteRange> find_year(ByteRange item) const;
  const Reference* by_names(std::string_view names, std::string_view year) const;
  std::string_view names_before(std::size_t open, std::string_view year) const;

  std::string_view text_;
  const ReferenceList& references_;
};

}  // namespace ibid
