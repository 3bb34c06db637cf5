// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/encoding.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

struct Name {
  std::string_view name;
  Encoding encoding;
};

// The first entry of each encoding is its own name.
constexpr std::array<Name, 19> kNames = {{{"UTF-8", Encoding::kUtf8},
                                          {"utf8", Encoding::kUtf8},
                                          {"UTF-16LE", Encoding::kUtf16Le},
                                          {"utf16le", Encoding::kUtf16Le},
                                          {"UTF-16BE", Encoding::kUtf16Be},
                                          {"utf16be", Encoding::kUtf16Be},
                                          {"CP949", Encoding::kCp949},
                                          {"windows-949", Encoding::kCp949},
                                          {"ms949", Encoding::kCp949},
                                          {"uhc", Encoding::kCp949},
                                          {"euc-kr", Encoding::kCp949},
                                          {"euckr", Encoding::kCp949},
                                          {"ks_c_5601-1987", Encoding::kCp949},
                                          {"windows-1252", Encoding::kWindows1252},
                                          {"cp1252", Encoding::kWindows1252},
                                          {"latin1", Encoding::kWindows1252},
                                          {"latin-1", Encoding::kWindows1252},
                                          {"iso-8859-1", Encoding::kWindows1252},
                                          {"iso8859-1", Encoding::kWindows1252}}};

}  // namespace

const char* to_string(Encoding encoding) {
  const auto* at = std::find_if(kNames.begin(), kNames.end(),
                                [&](const Name& name) { return name.encoding == encoding; });
  return at == kNames.end() ? "UTF-8" : at->name.data();
}

std::optional<Encoding> parse_encoding(std::string_view name) {
  const std::string wanted = ascii_lower(name);
  for (const Name& known : kNames) {
    if (ascii_lower(known.name) == wanted) return known.encoding;
  }
  return std::nullopt;
}

std::size_t byte_order_mark(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    case Encoding::kUtf16Le:
      return bytes.starts_with("\xFF\xFE") ? 2 : 0;
    case Encoding::kUtf16Be:
      return bytes.starts_with("\xFE\xFF") ? 2 : 0;
    default:
      return 0;
  }
}

}  // namespace ibid
