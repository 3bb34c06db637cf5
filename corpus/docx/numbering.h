// SPDX-License-Identifier: GPL-2.0-or-later
//
// Labels of lists: they are not in the text, only as rules in numbering.xml (ECMA-376 part
// 1, 17.9). A paragraph names a num, which leads to an abstractNum with nine levels; all nums of
// one abstractNum count together.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/docx/styles.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

inline constexpr int kListLevels = 9;

struct ListLevel {
  int start = 0;  // Word's start without an element
  std::string format = "decimal";
  std::string text;  // "%1.%2"
  std::string font;  // of the label
  std::string style;
  std::optional<int> restart;  // 0: never; n: after level n, from 1; else after each higher one
  bool legal = false;          // all numbers of the label decimal
  bool vanish = false;
};

class Numbering {
 public:
  Numbering() = default;
  // `xml` is the part `part_name`. Throws Error{kInput} as parse_xml() does.
  Numbering(std::string_view part_name, std::string_view xml, const Styles& styles,
            const ReaderLimits& limits);

  struct List {
    std::string abstract_id;  // which counts
    std::array<ListLevel, kListLevels> levels;
    std::array<std::optional<int>, kListLevels> start_overrides;
  };
  // nullptr for "0" and ids that lead nowhere.
  const List* find(std::string_view num_id) const;
  // The level whose paragraphs have the style.
  static std::optional<int> level_of_style(const List& list, std::string_view style);

 private:
  friend class NumberingHandler;
  std::map<std::string, List, std::less<>> lists_;
};

// Counts the paragraphs of one story.
class ListCounters {
 public:
  // The label of the next paragraph at `level` (0-8) of `list`, whose id is `num_id`.
  std::string next(const Numbering::List& list, std::string_view num_id, int level);

 private:
  struct Counts {
    std::array<std::optional<std::int64_t>, kListLevels> values;
  };
  std::map<std::string, Counts, std::less<>> counts_;  // by abstractNum
  std::set<std::pair<std::string, int>> begun_;        // num and level
};

}  // namespace ibid
