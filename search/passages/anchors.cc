// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/anchors.h"

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"
#include "search/passages/text_fragment.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostKept = 64U << 20;  // bytes of files

}  // namespace

const std::optional<ReportText>& AnchorReader::text_of(const ReportInfo& report) {
  const auto known = texts_.find(report.id);
  if (known != texts_.end()) return known->second;
  if (kept_bytes_ > kMostKept) {
    texts_.clear();
    kept_bytes_ = 0;
  }
  std::optional<ReportText>& text = texts_[report.id];
  try {
    const std::string bytes = read_file(report.path);
    kept_bytes_ += bytes.size();
    if (sha256_hex(bytes) == report.sha256) text.emplace(bytes, report.encoding);
  } catch (const Error&) {
    text.reset();  // treated as missing
  }
  return text;
}

std::optional<Anchors> AnchorReader::read(const StoredPassage& passage) {
  return read(passage.report, passage.bytes);
}

std::optional<Anchors> AnchorReader::read(const ReportInfo& report, ByteRange bytes) {
  const std::optional<ReportText>& text = text_of(report);
  if (!text) return std::nullopt;
  return Anchors{selectors_of(*text, bytes), text_fragment_link(report.url, *text, bytes)};
}

}  // namespace ibid
