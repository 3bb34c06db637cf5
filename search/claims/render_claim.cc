// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/render_claim.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "corpus/text/code_points.h"
#include "search/hits/highlight.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

void add_once(std::vector<std::string>& items, const std::string& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

// It has fewer digits that are not zero.
bool is_rounder(std::string_view a, std::string_view b) {
  const auto digits = [](std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c > '0' && c <= '9'; });
  };
  return digits(a) < digits(b);
}

}  // namespace

std::string rounding_text(const ClaimUnit& unit, const HeldUnit& held) {
  const bool claim = is_rounder(unit.text, held.said);
  return fmt::format("{} rounds to {}", claim ? held.said : unit.text,
                     claim ? unit.text : held.said);
}

std::string held_text(const ClaimUnit& unit, const HeldUnit& held) {
  if (held.form == "alias") return fmt::format("{} ({}, alias)", unit.text, held.said);
  if (held.form == "without unit")
    return fmt::format("{} ({}, without unit)", unit.text, held.said);
  if (held.form == "rounded") {
    return is_rounder(unit.text, held.said)
               ? fmt::format("{} ({} rounds to it)", unit.text, held.said)
               : fmt::format("{} (rounds to {})", unit.text, held.said);
  }
  if (!held.whole && held.form == "bigram") return fmt::format("{} (in {})", unit.text, held.said);
  if (!held.whole) return fmt::format("{} (only {})", unit.text, held.said);
  return held.said == unit.text ? unit.text : fmt::format("{} ({})", unit.text, held.said);
}

ClaimLists claim_lists(const ClaimAnswer& answer, const ClaimEvidence& evidence) {
  ClaimLists out;
  for (const HeldUnit& held : evidence.held) {
    auto& list = !in_sentence(evidence, held) ? out.elsewhere
                 : held.whole                 ? out.holds
                                              : out.in_part;
    list.push_back(held_text(answer.units[held.unit], held));
  }
  for (const std::size_t unit : evidence.lacked) out.lacks.push_back(answer.units[unit].text);
  for (const ClaimDifference& difference : evidence.differences) {
    auto& list = difference.kind == DifferenceKind::kNegation   ? out.negations
                 : difference.kind == DifferenceKind::kReversal ? out.reversals
                                                                : out.figures;
    list.push_back(difference_text(difference));
  }
  return out;
}

std::string difference_text(const ClaimDifference& difference) {
  return fmt::format("{}: here {}", difference.claimed, difference.said);
}

std::string alike_text(const ClaimEvidence& evidence) {
  return evidence.alike.empty() ? ""
                                : fmt::format("in {} more, nearly alike", evidence.alike.size());
}

ClaimSources claim_sources(const ClaimEvidence& evidence) {
  ClaimSources out;
  for (const Citation& citation : evidence.passage.citations) {
    if (citation.sentence == evidence.sentence) add_once(out.sentence, citation.source);
  }
  for (const Citation& citation : evidence.passage.citations) {
    const auto& near = out.sentence;
    if (std::find(near.begin(), near.end(), citation.source) != near.end()) continue;
    add_once(out.elsewhere, citation.source);
  }
  return out;
}

std::string sources_text(const ClaimEvidence& evidence) {
  ClaimSources sources = claim_sources(evidence);
  for (std::vector<std::string>* list : {&sources.sentence, &sources.elsewhere}) {
    for (std::string& source : *list) source = source_words(evidence.passage, source);
  }
  if (sources.sentence.empty() && sources.elsewhere.empty()) {
    const PassageKind kind = evidence.passage.kind;
    return kind == PassageKind::kSource ? "is an entry of a source list"
           : kind == PassageKind::kNote ? "is a note, and cites no source"
                                        : "cites no source";
  }
  if (sources.sentence.empty()) {
    return "the sentence cites no source; the passage cites " + joined(sources.elsewhere, ", ");
  }
  std::string out = "the sentence cites " + joined(sources.sentence, ", ");
  if (!sources.elsewhere.empty())
    out += "; the passage also cites " + joined(sources.elsewhere, ", ");
  return out;
}

bool in_sentence(const ClaimEvidence& evidence, const HeldUnit& held) {
  const ByteRange sentence = evidence.sentence_text;
  return sentence.begin <= held.text.begin && held.text.end <= sentence.end;
}

std::vector<ByteRange> held_in_sentence(const ClaimEvidence& evidence) {
  std::vector<Highlight> marks;
  for (const HeldUnit& held : evidence.held) {
    if (in_sentence(evidence, held)) marks.push_back({held.text, 0});
  }
  std::sort(marks.begin(), marks.end(),
            [](const Highlight& a, const Highlight& b) { return a.range.begin < b.range.begin; });
  return merged_ranges(marks);
}

std::vector<SentencePiece> sentence_pieces(const ClaimEvidence& evidence) {
  const std::string_view text = evidence.passage.text;
  std::vector<SentencePiece> out;
  std::uint64_t at = evidence.sentence_text.begin;
  for (const ByteRange range : held_in_sentence(evidence)) {
    if (range.begin > at) out.push_back({slice(text, {at, range.begin}), false});
    out.push_back({slice(text, range), true});
    at = range.end;
  }
  if (at < evidence.sentence_text.end) {
    out.push_back({slice(text, {at, evidence.sentence_text.end}), false});
  }
  return out;
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  return fmt::format("{}", fmt::join(items, separator));
}

std::string share_text(double share) { return fmt::format("{:.0f} %", share * 100); }

std::string origin_text(const LineOrigin& origin) {
  std::string out = origin.line > 0 ? std::to_string(origin.line) : "";
  if (!origin.id.empty()) out += (out.empty() ? "" : "  ") + origin.id;
  return out;
}

std::string nearest_text(const ClaimCertificate& certificate) {
  return fmt::format(
      "the nearest passage holds {} of the claim; one is shown from {} and {} parts, or {} and {} "
      "parts on",
      share_text(certificate.nearest), share_text(kClaimFloor), kClaimUnits,
      share_text(kLongClaimFloor), kLongClaimUnits);
}

std::string totals_text(const ClaimTotals& totals) {
  std::string out =
      fmt::format("{}, {} with a passage, {} without", counted(totals.claims, "claim"),
                  totals.with_passage, totals.claims - totals.with_passage);
  if (totals.errors > 0) out += fmt::format(", {} not read", counted(totals.errors, "line"));
  return out;
}

}  // namespace ibid
