// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bounds are sound only if strings and comments end here where they end for toml++. It stops at
// the first fault, so that texts that are not TOML may be read in any way after their first fault.
// Two faults it does not expect, a white space of Unicode and a brace where a value begins: they
// are refused here.
#include "corpus/files/bounded_toml.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "corpus/error.h"
#include "corpus/files/reader.h"

namespace ibid {
namespace {

class TomlBounds {
 public:
  TomlBounds(const std::string& path, std::string_view text, const TomlForm& form)
      : path_(path), text_(text), form_(form) {}

  void check() {
    check_lines();
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // the byte-order mark
    while (at_ < text_.size()) step();
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::kInput, fmt::format("{}:{}: {}", path_, line_, what));
  }

  char next(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void check_lines() {
    for (std::size_t begin = 0; begin < text_.size(); ++line_) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      if (end - begin > kMostTomlLineBytes) {
        fail(
            fmt::format("the line has {} bytes, and may have {}; write one name on each line of a "
                        "long list",
                        end - begin, kMostTomlLineBytes));
      }
      begin = end + 1;
    }
    line_ = 1;
  }

  // Outside strings.
  void step() {
    switch (const char c = text_[at_++]) {
      case '\n':
        ++line_;
        if (depth_ == 0) in_value_ = false;
        break;
      case '#':
        at_ = std::min(text_.find('\n', at_), text_.size());
        break;
      case '"':
      case '\'':
        next() == c&& next(1) == c ? skip_long_string(c) : skip_string(c);
        break;
      case '=':
        in_value_ = true;
        break;
      case '.':
        if (!in_value_) {
          fail("a dot outside quotes divides a name; write it in quotes: \"U.S.\"");
        }
        break;
      case '[':
        open_list();
        break;
      case ']':
        if (depth_ > 0) --depth_;
        break;
      case '{':
      case '}':
        fail_at_table();
      default:
        if (static_cast<unsigned char>(c) < 0x80) break;
        fail("letters outside quotes are ASCII only; write " + form_.example +
             ", with quotes around words like \"시진핑\"");
    }
  }

  [[noreturn]] void fail_at_table() const {
    fail("this table is not known here; write " + form_.example);
  }

  void open_list() {
    if (!in_value_) return skip_table_line();
    if (++depth_ <= kDeepestTomlList) return;
    fail(fmt::format("lists are in lists more than {} deep; write {}", kDeepestTomlList,
                     form_.example));
  }

  // After its first bracket.
  void skip_table_line() {
    for (const std::string& table : form_.tables) {
      const std::string rest = "[" + table + "]]";
      if (!text_.substr(at_).starts_with(rest)) continue;
      at_ += rest.size();
      return;
    }
    fail_at_table();
  }

  // To the quote that ends it, or the end of the line: a fault of the text.
  void skip_string(char quote) {
    for (; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
      if (text_[at_] == quote) {
        ++at_;
        return;
      }
      if (quote == '"' && text_[at_] == '\\' && next(1) != '\n') ++at_;
    }
  }

  // To the first three to five quotes in a row; of five, two belong to the text.
  void skip_long_string(char quote) {
    constexpr std::size_t kMostInARow = 5;
    at_ += 2;
    while (at_ < text_.size()) {
      std::size_t row = 0;
      while (row < kMostInARow && next(row) == quote) ++row;
      at_ += row;
      if (row >= 3) return;
      if (row > 0) continue;
      if (quote == '"' && text_[at_] == '\\') ++at_;
      if (next() == '\n') ++line_;
      ++at_;
    }
  }

  const std::string& path_;
  std::string_view text_;
  const TomlForm& form_;
  std::size_t at_ = 0, line_ = 1;
  std::size_t depth_ = 0;  // of open brackets of lists
  bool in_value_ = false;  // after the = of a name
};

void check_size(const std::string& path, std::uintmax_t size) {
  if (size <= kMostTomlBytes) return;
  throw Error(ErrorKind::kInput,
              fmt::format("{} has {} bytes, and may have {}; leave out names that no report uses",
                          path, size, kMostTomlBytes));
}

}  // namespace

std::string read_bounded_toml(const std::string& path, const TomlForm& form) {
  std::error_code unknown;  // what cannot be read is told by read_file()
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!unknown) check_size(path, size);
  std::string text = read_file(path);
  check_size(path, text.size());
  TomlBounds(path, text, form).check();
  return text;
}

}  // namespace ibid
