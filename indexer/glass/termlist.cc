// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/termlist.h"

#include <algorithm>

#include "indexer/glass/encoding.h"

namespace ibid::glass {
namespace {

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t n = 0;
  while (n < most && a[n] == b[n]) ++n;
  return n;
}

}  // namespace

void append_termlist(std::string& out, std::uint64_t length, std::span<const TermWdf> terms) {
  if (terms.empty()) return;
  append_varint(out, length);
  append_varint(out, terms.size());
  out += static_cast<char>(terms[0].term.size());
  out.append(terms[0].term);
  append_varint(out, terms[0].wdf);
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const std::string_view before = terms[i - 1].term;
    const auto [term, wdf] = terms[i];
    const std::size_t reused = shared_prefix(before, term);
    // A small wdf shares the byte of the prefix: the reader knows the length of the term before.
    const std::size_t both = wdf < 127 ? (wdf + 1) * (before.size() + 1) + reused : 256;
    out += static_cast<char>(both < 256 ? both : reused);
    out += static_cast<char>(term.size() - reused);
    out.append(term.substr(reused));
    if (both >= 256) append_varint(out, wdf);
  }
}

void append_value_slots(std::string& out, std::span<const std::uint32_t> slots) {
  std::uint32_t next = 0;
  for (const std::uint32_t slot : slots) {
    append_varint(out, slot - next);
    next = slot + 1;
  }
}

}  // namespace ibid::glass
