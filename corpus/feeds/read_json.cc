// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/read_json.h"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/feeds/json_item.h"
#include "corpus/feeds/json_scan.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostNamesShown = 12;

class JsonFeedReader {
 public:
  JsonFeedReader(const ReaderInput& input, const TakeDocument& take)
      : input_(input),
        source_(input.bytes, input.assumed),
        text_(source_.text()),
        scanner_(text_, input.limits.depth),
        documents_(input, is_lines() ? FileFormat::kJsonLines : FileFormat::kJson, take) {}

  std::vector<std::string> read() {
    for (std::string& note : source_.notes()) documents_.add_note(std::move(note));
    if (is_lines()) {
      read_lines();
    } else {
      read_value();
    }
    return documents_.finish(why_nothing());
  }

 private:
  // The first line is an object, and another begins below it.
  static bool has_objects_below(std::string_view text) {
    const std::size_t begin = skip_spaces(text, 0);
    const std::size_t line = text.find('\n', begin);
    if (line == std::string_view::npos || begin >= text.size() || text[begin] != '{') return false;
    const std::size_t next = skip_spaces(text, line);
    if (next >= text.size() || text[next] != '{') return false;
    JsonScanner scanner(text.substr(0, line), 64);
    JsonValue value;
    std::size_t at = begin;
    return scanner.value(at, value) && skip_spaces(text.substr(0, line), at) == line;
  }

  bool is_lines() const {
    return input_.format == FileFormat::kJsonLines || has_objects_below(text_);
  }

  std::size_t line_of(std::size_t at) const {
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(at, text_.size()));
    return 1 + static_cast<std::size_t>(std::count(text_.begin(), end, '\n'));
  }

  [[noreturn]] void fail_at(std::size_t at, const std::string& what) const {
    throw Error(ErrorKind::kInput, fmt::format("it is not JSON: line {}: {}", line_of(at), what));
  }

  void take_object() {
    if (object_.too_many()) {
      documents_.add_note(fmt::format("line {}: an object with more than {} fields is left out",
                                      line_number_, JsonObject::kMostMembers));
      return;
    }
    if (names_.empty()) names_ = object_.names(kMostNamesShown);
    documents_.add(entry_of(object_, source_, input_.mapping, feed_));
  }

  void read_lines() {
    std::size_t begin = 0;
    for (line_number_ = 1; begin < text_.size(); ++line_number_) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      read_line(begin, end);
      begin = end + 1;
    }
  }

  void read_line(std::size_t begin, std::size_t end) {
    // Of its own text, so that no value crosses the end of the line.
    JsonScanner scanner(text_.substr(0, end), input_.limits.depth);
    std::size_t at = begin;
    scanner.skip_space(at);
    if (at == end) return;
    if (!object_.read(source_, scanner, at)) {
      return documents_.add_note(
          fmt::format("line {} is not JSON: {}", line_number_, scanner.fault()));
    }
    scanner.skip_space(at);
    if (at != end) {
      return documents_.add_note(
          fmt::format("line {} is not JSON: more text after its object", line_number_));
    }
    take_object();
  }

  void read_value() {
    JsonValue value;
    std::size_t at = 0;
    if (!scanner_.value(at, value)) fail_at(scanner_.fault_at(), scanner_.fault());
    std::size_t end = at;
    scanner_.skip_space(end);
    if (end != text_.size()) {
      fail_at(end, "more text behind the first value; write an object a line, or a list of them");
    }
    if (value.kind == JsonValue::Kind::kArray) {
      read_list(value);
    } else if (value.kind == JsonValue::Kind::kObject) {
      read_object(value);
    } else {
      throw Error(ErrorKind::kInput, "it contains no JSON object and so no document");
    }
  }

  void read_object(const JsonValue& value) {
    std::size_t at = value.raw.begin;
    object_.read(source_, scanner_, at);
    if (const auto list = list_in(object_, input_.mapping)) {
      feed_ = feed_fields(object_, source_);
      names_ = object_.names(kMostNamesShown);
      const std::vector<std::string> outer = std::move(names_);
      names_.clear();
      read_list(*list);
      if (documents_.taken() > 0 || !names_.empty()) return;
      // An object with an empty list, or one of numbers: it may be a document all the same.
      names_ = outer;
      at = value.raw.begin;
      object_.read(source_, scanner_, at);
      feed_.clear();
    } else if (!input_.mapping.items.empty()) {
      throw Error(
          ErrorKind::kInput,
          fmt::format("it has no list {}, which ibid.toml names as its items; its fields "
                      "are {}",
                      input_.mapping.items, fmt::join(object_.names(kMostNamesShown), ", ")));
    }
    take_object();
  }

  void read_list(const JsonValue& list) {
    JsonScanner scanner(text_, input_.limits.depth);
    std::size_t at = list.raw.begin;
    std::uint64_t others = 0;
    scanner.array(at, [&](const JsonValue& element) {
      if (element.kind != JsonValue::Kind::kObject) {
        ++others;
        return true;
      }
      std::size_t begin = element.raw.begin;
      object_.read(source_, scanner_, begin);
      if (object_.too_many()) line_number_ = line_of(element.raw.begin);
      take_object();
      return true;
    });
    if (others > 0)
      documents_.add_note(fmt::format("entries of its list that are not objects: {}", others));
  }

  std::string why_nothing() const {
    if (names_.empty()) return "it contains no JSON object and so no document";
    return fmt::format(
        "none of its objects has a field known to hold the text; their fields are {}; name its "
        "field in ibid.toml: [[feed]] and below it match = \"NAME*\", text = \"FIELD\"",
        fmt::join(names_, ", "));
  }

  const ReaderInput& input_;
  SourceText source_;
  std::string_view text_;
  JsonScanner scanner_;
  FeedDocuments documents_;
  JsonObject object_;
  std::vector<ExtractedField> feed_;
  std::vector<std::string> names_;  // of the first object
  std::size_t line_number_ = 1;
};

}  // namespace

std::vector<std::string> stream_json(const ReaderInput& input, const TakeDocument& take) {
  return JsonFeedReader(input, take).read();
}

std::vector<ExtractedFile> read_json(const ReaderInput& input) {
  return collect_documents(input,
                           [&](const TakeDocument& take) { return stream_json(input, take); });
}

}  // namespace ibid
