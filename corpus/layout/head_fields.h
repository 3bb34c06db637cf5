// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines of a report's head that say what they are: "작성일: 2024. 9. 5. | 작성자: 데이터팀",
// "보도시점 2024. 9. 5.(목)  배포 2024. 9. 4.", a date alone. The labels are in
// corpus/word_lists/head_labels.txt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

enum class HeadField : std::uint8_t {
  kDate,
  kLaterDate,  // of distribution or change: the report's only if it has no other
  kTitle,
  kPublisher,
  kAuthor,
  kUrl,
  kEither,  // a date if the value has one, else the publisher
  kOther,
};

struct HeadValue {
  HeadField field = HeadField::kOther;
  std::string_view label;  // as written; empty for a date alone
  std::string_view value;  // trimmed; may be empty
};

// Reads all fields of `line`; empty if any of it is something else. Lender: `line`.
std::vector<HeadValue> read_field_line(std::string_view line);

// True for a label that may come before a date on a line that holds only it: "published". `small`:
// in small letters.
bool is_date_label(std::string_view small);

// True for a line that holds a date and nothing but what may stand beside one: a label, a weekday,
// a time.
bool is_date_alone(std::string_view line);

// True for a line that ends with a date which is not part of a sentence or a title: "Weekly
// briefing, June 27, 2024", but not "What changed after June 27, 2024".
bool ends_with_its_date(std::string_view line);

}  // namespace ibid
