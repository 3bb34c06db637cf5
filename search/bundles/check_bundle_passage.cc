// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/check_bundle_passage.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::string_view kPageFragments = "http://tools.ietf.org/rfc/rfc8118";

// As in selectors: see report_text.h. Bytes that are not text equal no text.
std::string normalised(std::string_view bytes, Encoding encoding = Encoding::kUtf8) {
  try {
    return ReportText(bytes, encoding).text();
  } catch (const Error&) {
    return "\xFF";
  }
}

void check_selectors(const BundlePassage& passage, const ReportText& report,
                     std::vector<std::string>& wrong) {
  const std::string_view text = report.text();
  const TextQuoteSelector& quote = passage.selectors.quote;
  const ByteRange range = report.range_of(passage.bytes);
  if (slice(text, range) != quote.exact || !text.substr(0, range.begin).ends_with(quote.prefix) ||
      !text.substr(range.end).starts_with(quote.suffix)) {
    wrong.emplace_back("the text of its TextQuoteSelector is not there");
  }
  if (!passage.selectors.has_position) return;
  const TextPositionSelector& position = passage.selectors.position;
  if (report.code_points_before(range.begin) != position.start ||
      report.code_points_before(range.end) != position.end) {
    wrong.emplace_back("its TextPositionSelector leads elsewhere");
  }
}

// The selectors that a passage of its kind has, and that they agree with its other members.
void check_kinds(const BundlePassage& passage, std::vector<std::string>& wrong) {
  const Selectors& selectors = passage.selectors;
  const DataPositionSelector& data = selectors.data;
  if (!passage.anchor) {
    if (!selectors.has_position || !selectors.has_data || selectors.fragment) {
      wrong.emplace_back("its selectors are not those of a text file");
    } else if (data.start != passage.bytes.begin || data.end != passage.bytes.end) {
      wrong.emplace_back("its DataPositionSelector is not its range of bytes");
    }
    return;
  }
  const BundleAnchor& anchor = *passage.anchor;
  if (selectors.has_position) {
    wrong.emplace_back("it has a TextPositionSelector, but its text is not that of the file");
  }
  const bool one_range = anchor.grade == AnchorGrade::kByte && anchor.places.size() == 1;
  if (selectors.has_data != one_range) {
    wrong.emplace_back("its DataPositionSelector is not that of its anchor");
  } else if (one_range && anchor.places.front().bytes != ByteRange{data.start, data.end}) {
    wrong.emplace_back("its DataPositionSelector is not its range of bytes");
  }
  const bool on_page = anchor.grade == AnchorGrade::kPage && !anchor.places.empty();
  if (!on_page && selectors.fragment) {
    wrong.emplace_back("it has a FragmentSelector, but is on no page");
  } else if (on_page &&
             (!selectors.fragment || selectors.fragment->conforms_to != kPageFragments ||
              selectors.fragment->value != fmt::format("page={}", anchor.places.front().page))) {
    wrong.emplace_back("its FragmentSelector is not its page");
  }
}

}  // namespace

std::vector<std::string> wrong_in_manifest(const BundlePassage& passage) {
  std::vector<std::string> wrong;
  if (sha256_hex(passage.text) != passage.text_sha256) {
    wrong.emplace_back("its text does not have the SHA-256 given for it");
  }
  const HashRule rule = passage.anchor ? HashRule::kWords : HashRule::kExact;
  if (permalink(passage.id, passage.text, rule) != passage.permalink) {
    wrong.emplace_back("its permalink is not for this text");
  }
  const auto ref = parse_passage_ref(passage.id);
  if (!ref || ref->report != passage.report || ref->ordinal != passage.ordinal) {
    wrong.push_back("its id is not one of report " + passage.report);
  }
  std::uint64_t last = 0;
  for (const ByteRange sentence : passage.sentences) {
    if (sentence.begin < last || sentence.end > passage.text.size()) {
      wrong.emplace_back("its sentences are not ranges of its text");
      break;
    }
    last = sentence.end;
  }
  check_kinds(passage, wrong);
  return wrong;
}

std::uint64_t bytes_to_read(const BundlePassage& passage, std::uint64_t size) {
  std::uint64_t bytes = std::min(passage.bytes.size(), size);
  for (const Citation& citation : passage.citations) bytes += std::min(citation.bytes.size(), size);
  return bytes;
}

std::string_view quotation_in(const BundlePassage& passage, const ReportText& report) {
  const TextQuoteSelector& quote = passage.selectors.quote;
  const ByteRange range = report.range_of(passage.bytes);
  return slice(report.text(), {range.begin - quote.prefix.size(), range.end + quote.suffix.size()});
}

std::vector<std::string> wrong_in_excerpt(const BundlePassage& passage, std::string_view excerpt,
                                          Encoding encoding) {
  std::vector<std::string> wrong;
  if (excerpt.size() != passage.bytes.size()) {
    wrong.push_back(
        fmt::format("its range has {} bytes, its file {}", passage.bytes.size(), excerpt.size()));
    return wrong;
  }
  if (const std::string sum = sha256_hex(excerpt); sum != passage.sha256) {
    wrong.push_back(fmt::format("its bytes have the SHA-256 {}, not {}", sum, passage.sha256));
  }
  const std::string said = normalised(excerpt, encoding);
  if (said != normalised(passage.text)) wrong.emplace_back("its bytes do not say its text");
  if (said != passage.selectors.quote.exact) {
    wrong.emplace_back("its bytes do not say the text of its TextQuoteSelector");
  }
  for (const Citation& citation : passage.citations) {
    const bool inside =
        citation.bytes.begin >= passage.bytes.begin && citation.bytes.end <= passage.bytes.end;
    // A mark of an entry or link is a number, a name or an address as written.
    if (inside && citation.form >= Citation::Form::kListed) continue;
    if (!inside || normalised(excerpt.substr(citation.bytes.begin - passage.bytes.begin,
                                             citation.bytes.size()),
                              encoding) != normalised(citation.source)) {
      wrong.push_back("it does not cite " + citation.source + " at the bytes given");
    }
    if (citation.sentence == 0 || citation.sentence > passage.sentences.size()) {
      wrong.push_back("it has no sentence that cites " + citation.source);
    }
  }
  return wrong;
}

std::vector<std::string> wrong_in_source(const BundlePassage& passage, std::string_view text,
                                         std::string_view file) {
  const BundleAnchor& anchor = *passage.anchor;
  if (passage.bytes.end > text.size()) return {};
  if (std::string why = wrong_in_anchor(anchor, passage.bytes, file.size()); !why.empty()) {
    return {why};
  }
  if (anchor.decodes && !anchor_decodes(anchor, passage.bytes, text, file)) {
    return {"the bytes of the file at its anchor do not say its text"};
  }
  return {};
}

std::vector<std::string> wrong_in_report(const BundlePassage& passage, std::string_view file,
                                         const ReportText& text, Encoding encoding) {
  if (passage.bytes.end > file.size()) {
    return {
        fmt::format("its range ends at byte {} of a file of {}", passage.bytes.end, file.size())};
  }
  std::vector<std::string> wrong = wrong_in_excerpt(passage, slice(file, passage.bytes), encoding);
  check_selectors(passage, text, wrong);
  return wrong;
}

}  // namespace ibid
