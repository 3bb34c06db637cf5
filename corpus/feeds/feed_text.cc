// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/feed_text.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kLongestDeclaration = 1000;  // bytes
constexpr std::size_t kDoctypeWithin = 4096;       // bytes from the start

// The encoding that `<?xml … encoding="…"?>` at the start of ASCII bytes names; may be empty.
std::string_view declared_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, kLongestDeclaration);
  const std::size_t begin = skip_spaces(bytes, 0);
  if (!bytes.substr(begin).starts_with("<?xml")) return {};
  bytes = bytes.substr(begin, bytes.find("?>", begin) - begin);
  const std::size_t name = bytes.find("encoding");
  if (name == std::string_view::npos) return {};
  const std::size_t quote = bytes.find_first_of("\"'", name);
  if (quote == std::string_view::npos) return {};
  const std::size_t end = bytes.find(bytes[quote], quote + 1);
  if (end == std::string_view::npos) return {};
  return bytes.substr(quote + 1, end - quote - 1);
}

std::optional<Encoding> assumed_of(std::string_view bytes, std::optional<Encoding> assumed) {
  const auto declared = parse_encoding(declared_encoding(bytes));
  return declared ? declared : assumed;
}

}  // namespace

FeedText::FeedText(std::string_view bytes, std::optional<Encoding> assumed)
    : source_(bytes, assumed_of(bytes, assumed)) {
  skipped_ = skip_spaces(source_.text(), 0);
  plain_ = source_.text().substr(skipped_);
  const std::string declared = ascii_lower(declared_encoding(plain_));
  if (!declared.empty() && declared != "utf-8") blank(0, plain_.find("?>") + 2);
  const std::size_t doctype = plain_.substr(0, kDoctypeWithin).find("<!DOCTYPE");
  if (doctype == std::string_view::npos) return;
  const std::size_t end = plain_.find_first_of("[>", doctype);
  if (end != std::string_view::npos && plain_[end] == '>') blank(doctype, end + 1);
}

void FeedText::blank(std::size_t begin, std::size_t end) {
  if (changed_.empty()) changed_ = plain_;
  std::fill(changed_.begin() + static_cast<std::ptrdiff_t>(begin),
            changed_.begin() + static_cast<std::ptrdiff_t>(std::min(end, changed_.size())), ' ');
}

void FeedText::append(MappedText& out, std::string_view text, ByteRange bytes) const {
  const ByteRange range{bytes.begin + skipped_, bytes.end + skipped_};
  if (slice(source_.text(), range) == text) return source_.append_to(out, range);
  out.append(text, source_.place(range));
}

void FeedText::append_markup(MappedText& out, std::uint64_t begin, std::uint64_t from,
                             std::string_view name) const {
  if (begin >= 2 && plain_[begin - 2] == '/') return;  // "<content/>"
  for (std::size_t at = plain_.find("</", from); at != std::string_view::npos;
       at = plain_.find("</", at + 2)) {
    const std::string_view tag = plain_.substr(at + 2, plain_.find('>', at) - at - 2);
    const std::string_view local = trim(tag.substr(tag.find(':') + 1));
    if (local != name) continue;
    return source_.append_to(out, {begin + skipped_, at + skipped_});
  }
}

}  // namespace ibid
