// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parameters of a request, read one by one. What nothing has asked for is refused at the end,
// so a misspelt parameter is an error and never ignored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/serve/messages/http_message.h"

namespace ibid {

// All functions throw ProblemError{kBadParameter} for a value that the parameter cannot have, or
// for one that is there twice. An empty value is that of an empty field of a form: as if it were
// not there.
class Parameters {
 public:
  // `fields`: lent for the object's life.
  explicit Parameters(const HttpFields& fields) : fields_(fields) {}

  // "" if it is not there.
  std::string text(std::string_view name, std::size_t most_bytes);
  // The same, but it must be there.
  std::string needed_text(std::string_view name, std::size_t most_bytes);
  std::optional<std::uint64_t> count(std::string_view name, std::uint64_t least,
                                     std::uint64_t most);
  // "true", "1", "yes", "on"; or "false", "0", "no", "off". An empty one is refused.
  bool flag(std::string_view name, bool otherwise = false);
  // May be there several times, at most `most` times.
  std::vector<std::string> texts(std::string_view name, std::size_t most_bytes, std::size_t most);
  // Likewise, and each may be several words with commas between; each word once.
  std::vector<std::string> words(std::string_view name);

  template <typename Value>
  using Choices = std::vector<std::pair<std::string_view, Value>>;

  template <typename Value>
  Value choice(std::string_view name, Value otherwise, const Choices<Value>& choices) {
    const std::string word = text(name, kMostWordBytes);
    if (word.empty()) return otherwise;
    return of_word(name, word, choices);
  }
  template <typename Value>
  static Value of_word(std::string_view name, std::string_view word,
                       const Choices<Value>& choices) {
    std::vector<std::string_view> known;
    for (const auto& [text, value] : choices) {
      if (text == word) return value;
      known.push_back(text);
    }
    refuse_word(name, word, known);
  }

  // Whether it is there with a value; does not count as asked for.
  bool has(std::string_view name) const;
  // Throws ProblemError if there is one that was not asked for, naming those that were.
  void finish() const;

  // `korean`: the same for a page in Korean; empty: it has the English sentence.
  [[noreturn]] static void refuse(std::string_view name, const std::string& why,
                                  const std::string& korean = {});

 private:
  static constexpr std::size_t kMostWordBytes = 200;
  [[noreturn]] static void refuse_word(std::string_view name, std::string_view word,
                                       const std::vector<std::string_view>& known);
  [[noreturn]] static void refuse_long(std::string_view name, std::size_t bytes, std::size_t most);
  const std::string* find(std::string_view name);
  void ask(std::string_view name);

  const HttpFields& fields_;
  std::vector<std::string> asked_;
};

}  // namespace ibid
