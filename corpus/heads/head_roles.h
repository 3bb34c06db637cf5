// SPDX-License-Identifier: GPL-2.0-or-later
//
// What each line above the text of a report is: a field, a date, a name, perhaps its title.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/heads/head_region.h"
#include "corpus/layout/head_fields.h"

namespace ibid {

enum class HeadRole : std::uint8_t {
  kFurniture,
  kKind,    // of the document
  kFields,  // with labels
  kDate,    // alone
  kByline,
  kSite,         // "From Wikipedia, the free encyclopedia"
  kPerson,       // above an institution
  kTeam,         // beside a date
  kSubtitle,     // "- … -"
  kInstitution,  // a candidate beside one of the above
  kCandidate,    // for the title
};

struct RoledLine {
  const HeadLine* line;  // of the region
  HeadRole role;
};

// Lender: the region.
class HeadRoles {
 public:
  using Fields = std::pair<const HeadLine*, std::vector<HeadValue>>;

  // `titled`: the title is known, so none of the lines need be it.
  HeadRoles(const HeadRegion& region, bool titled);

  const std::vector<RoledLine>& lines() const { return lines_; }  // above the text
  const std::vector<Fields>& fields() const { return fields_; }   // of the lines with that role
  const HeadLine* text_line() const { return text_line_; }        // the first of the text, if any
  bool release() const { return release_; }                       // it names a release of the press
  bool has(HeadRole role) const;
  // Of the first form the institution is below the date.
  bool institution_above_date() const;
  // The heading that ends the region may be the title.
  bool stop_may_be_title() const;

 private:
  void give_roles();
  std::optional<HeadRole> role_of(const HeadLine& line);
  bool is_named(std::size_t i) const;
  bool is_person_above(std::size_t i) const;
  void find_names(bool titled);

  const HeadRegion& region_;
  std::vector<RoledLine> lines_;
  std::vector<Fields> fields_;
  const HeadLine* text_line_ = nullptr;
  bool release_ = false;
};

}  // namespace ibid
