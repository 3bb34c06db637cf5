// SPDX-License-Identifier: GPL-2.0-or-later
//
// What was answered lately, by text: a cache of a fixed size, whose later entries take the place of
// earlier ones with the same rest of the hash. It allocates for texts longer than before only.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

// Thread: one object, one thread.
template <class Answer>
class RecentAnswers {
 public:
  // `find(text)` answers what is not known. Where it throws, nothing is kept.
  template <class Find>
  Answer get(std::string_view text, Find&& find) {
    Entry& entry = entries_[std::hash<std::string_view>()(text) % kEntries];
    if (entry.known && entry.text == text) return entry.answer;
    const Answer answer = find(text);
    entry.known = false;  // until all of it is
    entry.text = text;
    entry.answer = answer;
    entry.known = true;
    return answer;
  }

 private:
  struct Entry {
    std::string text;
    Answer answer{};
    bool known = false;
  };
  static constexpr std::size_t kEntries = 1024;
  std::vector<Entry> entries_ = std::vector<Entry>(kEntries);
};

}  // namespace ibid
