// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/anchors.h"

#include <utility>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"
#include "search/passages/text_fragment.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostKept = 64U << 20;  // bytes of texts
constexpr std::uint64_t kPageBytes = 12;        // of a PageText, for each of the file

}  // namespace

std::optional<AnchorReader::Texts>& AnchorReader::texts_of(const ReportInfo& report) {
  const auto known = texts_.find(report.id);
  if (known != texts_.end()) return known->second;
  if (kept_bytes_ > kMostKept) {
    texts_.clear();
    kept_bytes_ = 0;
  }
  std::optional<Texts>& texts = texts_[report.id];
  try {
    std::string bytes = read_file(report.path);
    if (sha256_hex(bytes) != report.sha256) return texts;
    std::shared_ptr<const ExtractedFile> document;
    if (report.extraction) {
      document = report.load_text ? report.load_text() : nullptr;
      if (!document) return texts;
      bytes = document->text;
    }
    kept_bytes_ += bytes.size() * (report.url.empty() ? 2 : kPageBytes);
    ReportText selected(bytes, report.encoding, space_);
    texts.emplace(Texts{std::move(bytes), std::move(document), std::move(selected), std::nullopt});
  } catch (const Error&) {
    texts.reset();  // treated as missing
  }
  return texts;
}

Selectors AnchorReader::selectors_in(const Texts& texts, ByteRange bytes) {
  return texts.document ? selectors_of(texts.selected, *texts.document, bytes)
                        : selectors_of(texts.selected, bytes);
}

std::optional<Anchors> AnchorReader::read(const StoredPassage& passage) {
  const ReportInfo& report = passage.report;
  if (report.elsewhere) return std::nullopt;
  std::optional<Texts>& texts = texts_of(report);
  if (!texts) return std::nullopt;
  Anchors out{selectors_in(*texts, passage.bytes), ""};
  if (report.url.empty()) return out;
  if (out.selectors.fragment) {
    out.link = report.url + "#" + out.selectors.fragment->value;
    return out;
  }
  if (!texts->page) texts->page.emplace(texts->bytes, report.encoding);
  out.link = text_fragment_link(report.url, *texts->page, passage.bytes);
  return out;
}

std::optional<Selectors> AnchorReader::selectors(const ReportInfo& report, ByteRange bytes) {
  if (report.elsewhere) return std::nullopt;
  const std::optional<Texts>& texts = texts_of(report);
  if (!texts) return std::nullopt;
  return selectors_in(*texts, bytes);
}

}  // namespace ibid
