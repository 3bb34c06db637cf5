// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/core.h>

#include "search/claims/render_claim.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

Prose sentence_prose(const ClaimEvidence& evidence) {
  Prose out;
  for (const SentencePiece& piece : sentence_pieces(evidence)) {
    const std::uint64_t begin = out.text.size();
    out.text += escape_prose(piece.text);
    if (piece.held) out.marked.push_back({begin, out.text.size()});
  }
  return out;
}

void add_list(Page& page, std::string_view name, const std::vector<std::string>& items,
              Role role = Role::kPlain) {
  constexpr std::size_t kIndent = 4, kColumns = 11;
  if (items.empty()) return;
  page.prose(fmt::format("{:{}}{:<{}}", "", kIndent, name, kColumns), kIndent + kColumns,
             plain(joined(items, " · "), role));
}

void add_evidence(Page& page, const ClaimAnswer& answer, const ClaimEvidence& evidence) {
  const StoredPassage& passage = evidence.passage;
  const ClaimLists lists = claim_lists(answer, evidence);
  page.prose(fmt::format("  {:<2}", evidence.rank), 4,
             plain(dotted({title_text(passage.report.title), passage.report.date})));
  if (!passage.section.empty()) {
    page.prose("    ", 6, plain(section_path_text(passage.section), Role::kLocation));
  }
  page.prose(6, sentence_prose(evidence));
  add_list(page, "holds", lists.holds);
  add_list(page, "in part", lists.in_part);
  add_list(page, "elsewhere", lists.elsewhere);
  add_list(page, "lacks", lists.lacks, Role::kWarning);
  add_list(page, "figures", lists.figures, Role::kWarning);
  add_list(page, "negation", lists.negations, Role::kWarning);
  add_list(page, "reversed", lists.reversals, Role::kWarning);
  add_list(page, "sources", {sources_text(evidence)});
  for (const NearCopy& copy : evidence.alike) {
    add_list(page, "alike", {dotted({title_text(copy.report_title), copy.report_date})});
    page.line(15, Role::kId, escape_terminal(copy.permalink));
  }
  if (evidence.stale) {
    page.prose(
        4, plain("stale: the file has changed since it was indexed, or is gone", Role::kWarning));
  }
  page.line(4, Role::kId, escape_terminal(passage.permalink));
  page.line(4, Role::kFaint,
            shown_path(passage.report.path, page.layout().base_dir) +
                escape_terminal(place_behind(passage, evidence.sentence_bytes)));
}

void add_certificate(Page& page, const ClaimCertificate& certificate) {
  page.prose(4, plain(coverage_text(certificate)));
  page.prose("    looked for  ", 16, plain(joined(certificate.forms, "; ")));
  page.prose(4, plain(nearest_text(certificate)));
}

class ClaimTextPage final : public ClaimRenderer {
 public:
  explicit ClaimTextPage(TextLayout layout) : layout_(std::move(layout)) {}

  std::string begin() const override { return {}; }

  std::string claim(const LineOrigin& origin, const ClaimAnswer& answer) const override {
    Page page(layout_);
    add_head(page, origin, answer.claim);
    for (const std::string& notice : answer.notices) page.prose(4, plain(notice, Role::kWarning));
    for (const ClaimEvidence& evidence : answer.passages) add_evidence(page, answer, evidence);
    if (answer.certificate) {
      page.line(4, Role::kWarning, "no passage found");
      add_certificate(page, *answer.certificate);
    }
    page.blank();
    return page.take();
  }

  std::string error(const LineOrigin&, const std::string&) const override { return {}; }

  std::string end(const ClaimTotals& totals) const override {
    Page page(layout_);
    page.prose(0, plain(totals_text(totals), Role::kFaint));
    page.prose(0, plain(kClaimNote, Role::kFaint));
    return page.take();
  }

 private:
  static void add_head(Page& page, const LineOrigin& origin, const std::string& claim) {
    std::string head = escape_terminal(origin_text(origin));
    if (!head.empty()) head += "  ";
    page.prose(head, 4, plain(claim, Role::kTitle));
  }

  TextLayout layout_;
};

}  // namespace

std::unique_ptr<ClaimRenderer> claim_text(const TextLayout& layout) {
  return std::make_unique<ClaimTextPage>(layout);
}

}  // namespace ibid
