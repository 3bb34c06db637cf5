// SPDX-License-Identifier: GPL-2.0-or-later
//
// Character references of HTML ("&amp;", "&#x2019;"), and values of attributes. gumbo is the table
// of names: each reference is asked for once.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/text/code_points.h"

namespace ibid::html {

inline bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

class References {
 public:
  struct Decoded {
    std::string text;        // empty: the ampersand is only itself
    std::size_t length = 0;  // bytes of the source that became `text`
  };
  // The reference at the start of `source`, which begins with "&". The result is lent until the
  // next call.
  const Decoded& decode(std::string_view source);
  // `value` with its references replaced.
  std::string decode_all(std::string_view value);

 private:
  std::unordered_map<std::string, Decoded> known_;
  Decoded numeric_;
};

}  // namespace ibid::html
