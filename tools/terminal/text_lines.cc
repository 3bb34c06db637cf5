// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/text_lines.h"

#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr char kBinary[] = "it contains NUL bytes, so it is not UTF-8 text; convert it first";

std::string id_text(const nlohmann::json& id) {
  return id.is_string() ? id.get<std::string>() : id.dump();
}

// The longest line: the longest text in JSON escapes, with room for other members.
std::size_t most_line_bytes(const TextInput& input) { return 8 * input.most_bytes; }

}  // namespace

void TextLines::Closer::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

TextLines::TextLines(const std::string& path, TextInput input)
    : input_(std::move(input)),
      path_(path == "-" ? "standard input" : path),
      file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {
  struct stat about {};
  if (!file_) fail(std::strerror(errno));
  if (fstat(fileno(file_.get()), &about) != 0) return;
  if (S_ISDIR(about.st_mode)) fail("it is a folder");
  if (S_ISREG(about.st_mode)) refuse_binary();
}

void TextLines::fail(const std::string& why) const {
  throw Error(ErrorKind::kInput,
              fmt::format("cannot read {}s from {}: {}", input_.one, path_, why));
}

// Checks the beginning before any line is answered.
void TextLines::refuse_binary() {
  const long at = std::ftell(file_.get());
  if (at < 0) return;
  std::array<char, 8192> head{};
  const std::size_t size = std::fread(head.data(), 1, head.size(), file_.get());
  if (std::find(head.begin(), head.begin() + size, '\0') != head.begin() + size) fail(kBinary);
  if (std::ferror(file_.get()) != 0 || std::fseek(file_.get(), at, SEEK_SET) != 0) {
    fail(std::strerror(errno));
  }
}

// Returns false at the end. Bytes past the longest line are read and dropped.
bool TextLines::read_line(std::string& line) {
  line.clear();
  int c = std::getc(file_.get());
  if (c == EOF) {
    if (std::ferror(file_.get()) != 0) fail(std::strerror(errno));
    return false;
  }
  const std::size_t most = most_line_bytes(input_);
  for (; c != EOF && c != '\n'; c = std::getc(file_.get())) {
    if (c == '\0') fail(fmt::format("line {}: {}", number_ + 1, kBinary));
    if (line.size() <= most) line += static_cast<char>(c);
  }
  return true;
}

void TextLines::read_json(const std::string& text, TextLine& line) const {
  const auto object = nlohmann::json::parse(text, nullptr, false);
  if (!object.is_object()) {
    line.error = fmt::format(
        "the line begins with {{ but is not a JSON object; write the {} as {{\"{}\": \"…\"}}",
        input_.one, input_.keys.front());
    return;
  }
  if (const auto id = object.find("id"); id != object.end() && !id->is_null()) {
    line.origin.id = id_text(*id);
  }
  auto found = object.end();
  std::string names;
  for (const std::string& key : input_.keys) {
    if (found == object.end()) found = object.find(key);
    names += fmt::format("{}\"{}\"", names.empty() ? "no " : " and no ", key);
  }
  if (found == object.end() || !found->is_string()) {
    line.error = fmt::format("the object has {} that is a string", names);
    return;
  }
  line.text = found->get<std::string>();
}

std::optional<TextLine> TextLines::next() {
  std::string text;
  while (read_line(text)) {
    ++number_;
    if (number_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (text.ends_with('\r')) text.pop_back();
    const std::string_view bare = trim(text);
    if (bare.empty()) continue;
    TextLine line;
    line.origin.line = number_;
    if (text.size() > most_line_bytes(input_)) {
      line.error = fmt::format("the line is longer than any {}; at most {} bytes can be read",
                               input_.one, input_.most_bytes);
    } else if (bare.front() == '{') {
      read_json(text, line);
    } else {
      line.text = std::move(text);
    }
    return line;
  }
  return std::nullopt;
}

}  // namespace ibid
