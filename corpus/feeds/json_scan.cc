// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/json_scan.h"

#include <fmt/core.h>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kShown = 20;  // bytes of a text that is not JSON

bool is_hex(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// What is at `at`, for users.
std::string seen(std::string_view text, std::size_t at) {
  if (at >= text.size()) return "the end";
  std::size_t end = at;
  char32_t c = next_code_point(text, end);
  if (c < 0x20 || c == 0x7F) return fmt::format("the control character U+{:04X}", std::uint32_t{c});
  if (!is_letter(c)) return fmt::format("{}", text.substr(at, end - at));
  for (std::size_t more = end; more < text.size() && more - at < kShown; end = more) {
    c = next_code_point(text, more);
    if (!is_letter_or_digit(c)) break;
  }
  return std::string(text.substr(at, end - at));
}

}  // namespace

bool JsonScanner::fail(std::size_t at, std::string_view what) {
  fault_at_ = at;
  fault_ = fmt::format("{} instead of {}", seen(text_, at), what);
  return false;
}

void JsonScanner::skip_space(std::size_t& at) const {
  while (at < text_.size() &&
         (text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\r' || text_[at] == '\t')) {
    ++at;
  }
}

bool JsonScanner::escape(std::size_t& at) {
  switch (next(at + 1)) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      at += 2;
      return true;
    case 'u':
      for (std::size_t digit = at + 2; digit < at + 6; ++digit) {
        if (!is_hex(next(digit))) return fail(digit, "a digit of \\u");
      }
      at += 6;
      return true;
    default:
      return fail(at + 1, "an escape");
  }
}

bool JsonScanner::string(std::size_t& at) {
  for (++at; at < text_.size();) {
    const char c = text_[at];
    if (c == '"') {
      ++at;
      return true;
    }
    if (c == '\\') {
      if (!escape(at)) return false;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      return fail(at, "an escape for it");
    } else {
      ++at;
    }
  }
  return fail(at, "the quote that ends a string");
}

bool JsonScanner::number(std::size_t& at) {
  const auto digits = [&] {
    const std::size_t begin = at;
    while (is_ascii_digit(next(at))) ++at;
    return at > begin;
  };
  if (next(at) == '-') ++at;
  if (next(at) == '0') {
    ++at;
    if (is_ascii_digit(next(at))) return fail(at, "a number without zeros before it");
  } else if (!digits()) {
    return fail(at, "a number");
  }
  if (next(at) == '.') {
    ++at;
    if (!digits()) return fail(at, "a digit");
  }
  if (next(at) == 'e' || next(at) == 'E') {
    ++at;
    if (next(at) == '+' || next(at) == '-') ++at;
    if (!digits()) return fail(at, "a digit");
  }
  return true;
}

bool JsonScanner::word(std::size_t& at, JsonValue& value) {
  for (const std::string_view word : {"true", "false", "null"}) {
    if (!text_.substr(at).starts_with(word)) continue;
    if (at + word.size() < text_.size() && is_ascii_letter(text_[at + word.size()])) break;
    value.kind = word == "null" ? JsonValue::Kind::kNull : JsonValue::Kind::kBool;
    at += word.size();
    return true;
  }
  return fail(at, "a value");
}

bool JsonScanner::scalar(std::size_t& at, JsonValue& value) {
  value.raw.begin = at;
  bool whole = false;
  if (next(at) == '"') {
    value.kind = JsonValue::Kind::kString;
    whole = string(at);
  } else if (next(at) == '-' || is_ascii_digit(next(at))) {
    value.kind = JsonValue::Kind::kNumber;
    whole = number(at);
  } else {
    whole = word(at, value);
  }
  value.raw.end = at;
  return whole;
}

bool JsonScanner::name_and_colon(std::size_t& at, ByteRange& name) {
  skip_space(at);
  if (next(at) != '"') return fail(at, "a name in quotes");
  name.begin = at;
  if (!string(at)) return false;
  name.end = at;
  skip_space(at);
  if (next(at) != ':') return fail(at, "a colon");
  ++at;
  return true;
}

// Within value(): closes brackets, and steps over a comma to the next name or element.
bool JsonScanner::behind_value(std::size_t& at) {
  while (!open_.empty()) {
    skip_space(at);
    const char close = open_.back() == '{' ? '}' : ']';
    if (next(at) == close && at < text_.size()) {
      ++at;
      open_.pop_back();
      continue;
    }
    if (next(at) != ',') return fail(at, close == '}' ? "a comma or }" : "a comma or ]");
    ++at;
    ByteRange name;
    return close == ']' || name_and_colon(at, name);
  }
  return true;
}

bool JsonScanner::value(std::size_t& at, JsonValue& value) {
  skip_space(at);
  open_.clear();
  const std::size_t begin = at;
  do {
    skip_space(at);
    const char c = next(at);
    if (c == '{' || c == '[') {
      if (open_.size() >= most_depth_) {
        return fail(at, fmt::format("at most {} brackets in brackets", most_depth_));
      }
      open_.push_back(c);
      ++at;
      skip_space(at);
      if (next(at) != (c == '{' ? '}' : ']')) {
        ByteRange name;
        if (c == '{' && !name_and_colon(at, name)) return false;
        continue;
      }
      ++at;
      open_.pop_back();
    } else if (JsonValue ignored; !scalar(at, ignored)) {
      return false;
    } else if (open_.empty()) {
      value = ignored;
      return true;
    }
    if (!behind_value(at)) return false;
  } while (!open_.empty());
  value.kind = text_[begin] == '{' ? JsonValue::Kind::kObject : JsonValue::Kind::kArray;
  value.raw = {begin, at};
  return true;
}

bool JsonScanner::object(std::size_t& at, const TakeMember& take) {
  skip_space(at);
  if (next(at) != '{') return fail(at, "an object in { }");
  skip_space(++at);
  if (next(at) == '}') {
    ++at;
    return true;
  }
  for (;; ++at) {
    ByteRange name;
    JsonValue member;
    if (!name_and_colon(at, name) || !value(at, member)) return false;
    if (!take(name, member)) return true;
    skip_space(at);
    if (next(at) == '}') break;
    if (next(at) != ',') return fail(at, "a comma or }");
  }
  ++at;
  return true;
}

bool JsonScanner::array(std::size_t& at, const TakeElement& take) {
  skip_space(at);
  if (next(at) != '[') return fail(at, "a list in [ ]");
  skip_space(++at);
  if (next(at) == ']') {
    ++at;
    return true;
  }
  for (;; ++at) {
    JsonValue element;
    if (!value(at, element)) return false;
    if (!take(element)) return true;
    skip_space(at);
    if (next(at) == ']') break;
    if (next(at) != ',') return fail(at, "a comma or ]");
  }
  ++at;
  return true;
}

}  // namespace ibid
