// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON and JSON lines: see text_kind.h.
#include <algorithm>

#include "corpus/extract/text_kind.h"

namespace ibid {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

// Checks the grammar of RFC 8259 as far as the bytes go.
class JsonStart {
 public:
  explicit JsonStart(std::string_view text) : text_(text) {}

  enum class Found { kNoJson, kUnfinished, kValue };
  // From `at`, which is moved to the end of the value.
  Found value(std::size_t& at) {
    at_ = at;
    open_.clear();
    bool expects_value = true;
    for (;;) {
      skip_spaces();
      if (at_ == text_.size()) return Found::kUnfinished;
      if (!(expects_value ? begin_value(expects_value) : after_value(expects_value))) {
        return at_ >= text_.size() ? Found::kUnfinished : Found::kNoJson;
      }
      if (open_.empty() && !expects_value) break;
    }
    at = at_;
    return Found::kValue;
  }

 private:
  void skip_spaces() { at_ = std::min(text_.size(), text_.find_first_not_of(kSpaces, at_)); }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool begin_value(bool& expects_value) {
    if (take('{')) return begin_member('{', '}', expects_value);
    if (take('[')) {
      open_ += '[';
      skip_spaces();
      expects_value = !take(']');
      if (!expects_value) open_.pop_back();
      return open_.size() < 1000;
    }
    expects_value = false;
    return text_[at_] == '"' ? string() : scalar();
  }
  // A name and its colon, or the end of the object; `before` was taken.
  bool begin_member(char before, char end, bool& expects_value) {
    if (before == '{') open_ += '{';
    skip_spaces();
    expects_value = true;
    if (before == '{' && take(end)) {
      open_.pop_back();
      expects_value = false;
      return true;
    }
    if (at_ < text_.size() && text_[at_] != '"') return false;
    if (open_.size() >= 1000 || !string()) return false;
    skip_spaces();
    return take(':');
  }
  bool after_value(bool& expects_value) {
    const bool object = open_.back() == '{';
    if (take(',')) {
      expects_value = true;
      return !object || begin_member(',', '}', expects_value);
    }
    if (!take(object ? '}' : ']')) return false;
    open_.pop_back();
    return true;
  }
  bool string() {
    if (!take('"')) return false;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '"') {
        ++at_;
        return true;
      } else if (static_cast<unsigned char>(text_[at_]) < 0x20) {
        return false;
      }
    }
    at_ = text_.size();
    return false;
  }
  bool scalar() {
    const std::size_t end = std::min(text_.size(), text_.find_first_of(" \t\r\n,]}", at_));
    const std::string_view word = text_.substr(at_, end - at_);
    const auto is_number = [](char c) { return (c >= '0' && c <= '9') || c == '-'; };
    if (end == text_.size()) return at_ = end, false;  // cut, perhaps
    if (word != "true" && word != "false" && word != "null" &&
        !(is_number(word.empty() ? 'x' : word.front()) &&
          word.find_first_not_of("0123456789+-.eE") == std::string_view::npos)) {
      return false;
    }
    at_ = end;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;  // brackets
};

// Whether what starts here may hold documents: an object, or an array of them.
bool holds_objects(std::string_view text) {
  if (text.front() == '{') return true;
  const std::size_t inside = text.find_first_not_of(kSpaces, 1);
  return inside == std::string_view::npos || text[inside] == '{';
}

}  // namespace

std::optional<FormatGuess> tell_json(std::string_view start, std::string_view extension,
                                     bool whole) {
  const bool lines_by_name = extension == "jsonl" || extension == "ndjson";
  const auto is = [](FileFormat format) { return FormatGuess{format, {}}; };
  std::size_t at = std::min(start.size(), start.find_first_not_of(kSpaces));
  const bool begins = at < start.size() && (start[at] == '{' || start[at] == '[');
  const bool named = lines_by_name || extension == "json";
  if (!begins) return {};
  JsonStart json(start);
  const std::size_t begin = at;
  const JsonStart::Found first = json.value(at);
  if (!named && (first == JsonStart::Found::kNoJson || !holds_objects(start.substr(begin)) ||
                 (first == JsonStart::Found::kUnfinished && whole))) {
    return {};
  }
  if (first != JsonStart::Found::kValue) {
    return is(lines_by_name ? FileFormat::kJsonLines : FileFormat::kJson);
  }
  const std::size_t next = start.find_first_not_of(kSpaces, at);
  if (next == std::string_view::npos) {
    return is(lines_by_name ? FileFormat::kJsonLines : FileFormat::kJson);
  }
  const bool on_a_new_line = start.substr(at, next - at).find('\n') != std::string_view::npos;
  const bool one_a_line = on_a_new_line && start[begin] == '{' && start[next] == '{' &&
                          start.substr(begin, at - begin).find('\n') == std::string_view::npos;
  if (one_a_line) return is(FileFormat::kJsonLines);
  if (!named) return {};
  return is(lines_by_name ? FileFormat::kJsonLines : FileFormat::kJson);
}

}  // namespace ibid
