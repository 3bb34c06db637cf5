// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/quote_lines.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/code_points.h"
#include "corpus/error.h"

namespace ibid {
namespace {

// What is kept of a line: a quotation at its longest, in JSON escapes, with room for other members.
constexpr std::size_t kMostLineBytes = 8 * kMostQuoteBytes;

std::string id_text(const nlohmann::json& id) {
  return id.is_string() ? id.get<std::string>() : id.dump();
}

void read_json(const std::string& text, QuoteLine& line) {
  const auto object = nlohmann::json::parse(text, nullptr, false);
  if (!object.is_object()) {
    line.error =
        "the line begins with { but is no JSON object; write the quotation as "
        "{\"quote\": \"…\"}";
    return;
  }
  if (const auto id = object.find("id"); id != object.end() && !id->is_null()) {
    line.origin.id = id_text(*id);
  }
  auto quote = object.find("quote");
  if (quote == object.end()) quote = object.find("text");
  if (quote == object.end() || !quote->is_string()) {
    line.error = "the object has no \"quote\" and no \"text\" that is a string";
    return;
  }
  line.text = quote->get<std::string>();
}

}  // namespace

void QuoteLines::Closer::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

QuoteLines::QuoteLines(const std::string& path)
    : path_(path == "-" ? "standard input" : path),
      file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {
  struct stat about {};
  if (file_ && fstat(fileno(file_.get()), &about) == 0 && S_ISDIR(about.st_mode)) {
    throw Error(ErrorKind::kInput, "cannot read quotations from " + path_ + ": it is a folder");
  }
  if (!file_) {
    throw Error(ErrorKind::kInput,
                "cannot read quotations from " + path_ + ": " + std::strerror(errno));
  }
}

// False at the end. Bytes past kMostLineBytes are read and dropped.
bool QuoteLines::read_line(std::string& line) {
  line.clear();
  int c = std::getc(file_.get());
  if (c == EOF) {
    if (std::ferror(file_.get()) != 0) {
      throw Error(ErrorKind::kInput, "cannot read quotations from " + path_);
    }
    return false;
  }
  for (; c != EOF && c != '\n'; c = std::getc(file_.get())) {
    if (line.size() <= kMostLineBytes) line += static_cast<char>(c);
  }
  return true;
}

std::optional<QuoteLine> QuoteLines::next() {
  std::string text;
  while (read_line(text)) {
    ++number_;
    if (number_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (text.ends_with('\r')) text.pop_back();
    const std::string_view bare = trim(text);
    if (bare.empty()) continue;
    QuoteLine line;
    line.origin.line = number_;
    if (text.size() > kMostLineBytes) {
      line.error = "the line is longer than any quotation";
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
