// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/core.h>

#include "search/claims/render_claim.h"
#include "search/render/escape_markdown.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

std::string item(std::string_view name, const std::vector<std::string>& items) {
  if (items.empty()) return {};
  return fmt::format("   - {}: {}\n", name, escape_markdown(joined(items, " · ")));
}

std::string sentence_line(const ClaimEvidence& evidence) {
  std::string out = "   > ";
  for (const SentencePiece& piece : sentence_pieces(evidence)) {
    const bool before = piece.text.starts_with(' ');
    const bool after = piece.text.ends_with(' ') && piece.text.size() > 1;
    const std::string text = escape_markdown(piece.text);  // without white space at its ends
    if (before) out += ' ';
    out += piece.held ? "**" + text + "**" : text;
    if (after) out += ' ';
  }
  return out + "\n";
}

class ClaimMarkdown final : public ClaimRenderer {
 public:
  explicit ClaimMarkdown(ClaimHead head) : head_(std::move(head)) {}

  std::string begin() const override {
    return fmt::format("# Claims beside the reports\n\n{} By {} {}.\n\n", kClaimNote,
                       escape_markdown(head_.program), escape_markdown(head_.version));
  }

  std::string claim(const LineOrigin& origin, const ClaimAnswer& answer) const override {
    std::string out = heading(origin, answer.claim);
    for (const ClaimEvidence& evidence : answer.passages) out += passage(answer, evidence);
    if (answer.certificate) {
      out += fmt::format("No passage found: {}. Looked for: {}. As it is, {}.\n",
                         escape_markdown(coverage_text(*answer.certificate)),
                         escape_markdown(joined(answer.certificate->forms, "; ")),
                         nearest_text(*answer.certificate));
    }
    return out + "\n";
  }

  std::string error(const LineOrigin& origin, const std::string& message) const override {
    return heading(origin, "(not read)") + escape_markdown(message) + "\n\n";
  }

  std::string end(const ClaimTotals& totals) const override { return totals_text(totals) + ".\n"; }

 private:
  static std::string heading(const LineOrigin& origin, const std::string& claim) {
    return fmt::format("## {} {}\n\n", escape_markdown(origin_text(origin)),
                       escape_markdown(claim));
  }

  std::string passage(const ClaimAnswer& answer, const ClaimEvidence& evidence) const {
    const StoredPassage& passage = evidence.passage;
    const ClaimLists lists = claim_lists(answer, evidence);
    std::string out =
        fmt::format("{}. {}\n\n", evidence.rank,
                    escape_markdown(dotted({title_text(passage.report.title), passage.report.date,
                                            section_path_text(passage.section)})));
    out += sentence_line(evidence) + "\n";
    out += item("holds", lists.holds) + item("holds in part", lists.in_part) +
           item("elsewhere in the passage", lists.elsewhere) + item("lacks", lists.lacks) +
           item("other figures", lists.figures) + item("negation", lists.negations) +
           item("the other way round", lists.reversals);
    out += item("sources", {sources_text(evidence)});
    for (const NearCopy& copy : evidence.alike) {
      out += item("nearly alike", {dotted({copy.report_title, copy.report_date, copy.permalink})});
    }
    if (evidence.stale) out += item("stale", {"the file has changed, or is gone"});
    const std::string place = std::string(path_below(passage.report.path, head_.base_dir)) +
                              place_behind(passage, evidence.sentence_bytes);
    return out + fmt::format("   - place: {}, {}\n\n", markdown_code(passage.permalink),
                             markdown_code(place));
  }

  ClaimHead head_;
};

}  // namespace

std::unique_ptr<ClaimRenderer> claim_markdown(const ClaimHead& head) {
  return std::make_unique<ClaimMarkdown>(head);
}

}  // namespace ibid
