// SPDX-License-Identifier: GPL-2.0-or-later
//
// Recent answers by text: a cache of a fixed size, in which a new entry replaces the one whose hash
// has the same remainder. It allocates only for texts longer than before.
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
  // `find(text)` computes an answer that is not cached. If it throws, nothing is cached.
  template <class Find>
  Answer get(std::string_view text, Find&& find) {
    Entry& entry = entries_[std::hash<std::string_view>()(text) % kEntries];
    if (entry.known && entry.text == text) return entry.answer;
    const Answer answer = find(text);
    entry.known = false;  // until the entry is complete
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
