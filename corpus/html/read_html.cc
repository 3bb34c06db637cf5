// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/read_html.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "corpus/extract/reader_rules.h"
#include "corpus/html/web_address.h"
#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"

namespace ibid {
namespace {

constexpr std::size_t kDeclaredWithin = 4096;  // bytes of a page's start

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The name after "charset" or "encoding" and "=": euc-kr in content="text/html; charset=euc-kr".
std::string name_after(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  if (at >= text.size() || text[at] != '=') return "";
  at = skip_spaces(text, at + 1);
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) at = skip_spaces(text, at + 1);
  std::size_t end = at;
  while (end < text.size() && (is_ascii_letter(text[end]) || is_ascii_digit(text[end]) ||
                               text[end] == '-' || text[end] == '_' || text[end] == ':')) {
    ++end;
  }
  return std::string(text.substr(at, end - at));
}

// By the names of the Encoding standard that parse_encoding() does not know. Nothing for an
// encoding that is not read, and for UTF-16: a declaration in ASCII is not UTF-16.
std::optional<Encoding> encoding_named(const std::string& name) {
  static constexpr std::pair<std::string_view, Encoding> kNames[] = {
      {"korean", Encoding::kCp949},         {"ks_c_5601-1989", Encoding::kCp949},
      {"ksc5601", Encoding::kCp949},        {"ksc_5601", Encoding::kCp949},
      {"cseuckr", Encoding::kCp949},        {"csksc56011987", Encoding::kCp949},
      {"iso-ir-149", Encoding::kCp949},     {"x-windows-949", Encoding::kCp949},
      {"ascii", Encoding::kWindows1252},    {"us-ascii", Encoding::kWindows1252},
      {"x-cp1252", Encoding::kWindows1252}, {"iso_8859-1", Encoding::kWindows1252},
      {"l1", Encoding::kWindows1252},       {"unicode-1-1-utf-8", Encoding::kUtf8},
      {"x-unicode20utf8", Encoding::kUtf8}, {"unicode20utf8", Encoding::kUtf8},
  };
  for (const auto& [known, encoding] : kNames) {
    if (known == name) return encoding;
  }
  const auto encoding = parse_encoding(name);
  if (encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be) return std::nullopt;
  return encoding;
}

std::optional<Encoding> declared_encoding(std::string_view bytes) {
  const std::string start = ascii_lower(bytes.substr(0, kDeclaredWithin));
  if (start.starts_with("<?xml")) {
    const std::string_view line = std::string_view(start).substr(0, start.find("?>"));
    if (const auto at = line.find("encoding"); at != std::string_view::npos) {
      if (const auto found = encoding_named(name_after(line, at + 8))) return found;
    }
  }
  for (std::size_t at = 0; (at = start.find("<meta", at)) != std::string::npos; ++at) {
    const std::string_view tag = std::string_view(start).substr(at, start.find('>', at) - at);
    const std::size_t name = tag.find("charset");
    if (name == std::string_view::npos) continue;
    if (const auto found = encoding_named(name_after(tag, name + 7))) return found;
  }
  return std::nullopt;
}

}  // namespace

Encoding tell_html_encoding(std::string_view bytes, std::optional<Encoding> assumed) {
  for (const Encoding marked : {Encoding::kUtf8, Encoding::kUtf16Le, Encoding::kUtf16Be}) {
    if (byte_order_mark(bytes, marked) > 0) return tell_encoding(bytes, assumed);
  }
  if (is_utf8(bytes) && !is_ascii(bytes)) return Encoding::kUtf8;
  const auto declared = declared_encoding(bytes);
  // What is declared is not believed against NUL bytes.
  const bool has_nul = bytes.substr(0, 8192).find('\0') != std::string_view::npos;
  if (declared == Encoding::kUtf8 || !declared || has_nul) return tell_encoding(bytes, assumed);
  return *declared;
}

std::string html_reader_name() {
  return reader_rules(FileFormat::kHtml) + " gumbo " IBID_GUMBO_VERSION;
}

std::vector<ExtractedFile> read_html(const ReaderInput& input) {
  const DecodedText decoded = decode(input.bytes, tell_html_encoding(input.bytes, input.assumed));
  ExtractBuilder out(FileFormat::kHtml, AnchorGrade::kByte, html_reader_name(),
                     input.limits.text_bytes);
  AppendHtml how;
  how.part = out.add_part({});
  how.places = decoded.map.spans({0, decoded.text.size()}, 0);
  how.depth = input.limits.depth;
  for (const std::string& note : decoded.notes) out.add_note(note);
  append_html(out, decoded.text, how);
  std::vector<ExtractedFile> files;
  files.push_back(out.finish());
  return files;
}

}  // namespace ibid
