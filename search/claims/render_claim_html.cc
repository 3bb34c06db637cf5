// SPDX-License-Identifier: GPL-2.0-or-later
//
// The page is written claim by claim. Its totals come last; CSS shows them first.
#include <fmt/core.h>

#include "search/claims/render_claim.h"
#include "search/render/escape_markup.h"
#include "search/render/html_page.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

constexpr char kStyle[] =
    "mark{background:none;color:inherit;font-weight:700;text-decoration:underline;"
    "text-decoration-color:var(--bar)}\n"
    "dl{display:grid;grid-template-columns:max-content 1fr;column-gap:.75rem;margin:.5rem 0}\n"
    "dt{color:var(--faint);font-size:.875rem}dd{margin:0}\n"
    ".passages>li{margin:.75rem 0}\n";

// A row of what is held, lacked and so on; each item with its language.
std::string row(std::string_view name, const std::vector<std::string>& items,
                std::string_view style = "") {
  if (items.empty()) return {};
  std::string out = fmt::format("<dt>{}</dt><dd{}>", name,
                                style.empty() ? "" : fmt::format(" class=\"{}\"", style));
  for (std::size_t i = 0; i < items.size(); ++i) {
    out += fmt::format("{}<span{}>{}</span>", i == 0 ? "" : " · ", html_lang(items[i]),
                       escape_html(items[i]));
  }
  return out + "</dd>\n";
}

// "p. 7", "bytes 120–240"
std::string place_words(const ClaimEvidence& evidence) {
  const ByteRange bytes = evidence.sentence_bytes;
  if (!evidence.passage.report.extraction)
    return fmt::format("bytes {}–{}", bytes.begin, bytes.end);
  return span_words(evidence.passage, bytes);
}

std::vector<std::string> alike_rows(const ClaimEvidence& evidence) {
  std::vector<std::string> out;
  for (const NearCopy& copy : evidence.alike) {
    out.push_back(dotted({title_text(copy.report_title), copy.report_date, copy.permalink}));
  }
  return out;
}

std::string sentence_quote(const ClaimEvidence& evidence) {
  const std::string& text = evidence.passage.text;
  std::string out = fmt::format("<blockquote{}>", html_lang(text));
  for (const SentencePiece& piece : sentence_pieces(evidence)) {
    const std::string escaped = escape_html(piece.text);
    out += piece.held ? "<mark>" + escaped + "</mark>" : escaped;
  }
  return out + "</blockquote>\n";
}

class ClaimHtml final : public ClaimRenderer {
 public:
  explicit ClaimHtml(ClaimHead head) : head_(std::move(head)) {}

  std::string begin() const override {
    return html_page_head("Claims beside the reports", kStyle) +
           fmt::format(
               "<header><h1>Claims beside the reports</h1>\n<p class=\"faint\">{} By {} {}.</p>"
               "</header>\n<main>\n<div id=\"claims\">\n",
               kClaimNote, escape_html(head_.program), escape_html(head_.version));
  }

  std::string claim(const LineOrigin& origin, const ClaimAnswer& answer) const override {
    std::string out = article(origin, answer.claim, counted(answer.passages.size(), "passage"));
    for (const std::string& notice : answer.notices) {
      out += fmt::format("<p class=\"warning\">{}</p>\n", escape_html(notice));
    }
    if (!answer.passages.empty()) out += "<ol class=\"passages\">\n";
    for (const ClaimEvidence& evidence : answer.passages) out += passage(answer, evidence);
    if (!answer.passages.empty()) out += "</ol>\n";
    if (answer.certificate) {
      out += fmt::format("<p>No passage found: {}.</p>\n<dl>{}{}</dl>\n",
                         escape_html(coverage_text(*answer.certificate)),
                         row("looked for", answer.certificate->forms),
                         row("nearest", {nearest_text(*answer.certificate)}));
    }
    return out + "</details></article>\n";
  }

  std::string error(const LineOrigin& origin, const std::string& message) const override {
    return article(origin, "(not read)", "") +
           fmt::format("<p class=\"warning\">{}</p>\n</details></article>\n", escape_html(message));
  }

  std::string end(const ClaimTotals& totals) const override {
    return fmt::format(
        "</div>\n<section id=\"totals\"><p>{}</p></section>\n</main>\n</body>\n</html>\n",
        escape_html(totals_text(totals)));
  }

 private:
  static std::string article(const LineOrigin& origin, const std::string& claim,
                             const std::string& count) {
    return fmt::format(
        "<article id=\"line-{}\"><details open><summary><span class=\"faint\">{}</span> "
        "<h2{}>{}</h2> <span class=\"faint\">{}</span></summary>\n",
        origin.line, escape_html(origin_text(origin)), html_lang(claim), escape_html(claim), count);
  }

  std::string passage(const ClaimAnswer& answer, const ClaimEvidence& evidence) const {
    const StoredPassage& passage = evidence.passage;
    const std::string title = title_text(passage.report.title);
    const std::string section = section_path_text(passage.section);
    const ClaimLists lists = claim_lists(answer, evidence);
    std::string out = fmt::format(
        "<li><span{}>{}</span> <span class=\"faint\">{}</span>\n<div class=\"faint\"{}>{}</div>\n",
        html_lang(title), escape_html(title), escape_html(passage.report.date), html_lang(section),
        escape_html(section));
    out += sentence_quote(evidence) + "<dl>\n" + row("holds", lists.holds) +
           row("in part", lists.in_part) + row("elsewhere in the passage", lists.elsewhere) +
           row("lacks", lists.lacks, "warning") + row("other figures", lists.figures, "warning") +
           row("negation", lists.negations, "warning") +
           row("the other way round", lists.reversals, "warning") +
           row("sources", {sources_text(evidence)}) + row("nearly alike", alike_rows(evidence));
    if (evidence.stale) {
      out += row("stale", {"the file has changed since it was indexed, or is gone"}, "warning");
    }
    return out + fmt::format(
                     "<dt>place</dt><dd>{} <span class=\"faint\">{}</span><br>"
                     "<code>ibid show {}</code></dd>\n</dl></li>\n",
                     html_file_name(shown_path(passage.report.path, head_.base_dir)),
                     escape_html(place_words(evidence)),
                     escape_html(shell_word(passage.permalink)));
  }

  ClaimHead head_;
};

}  // namespace

std::unique_ptr<ClaimRenderer> claim_html(const ClaimHead& head) {
  return std::make_unique<ClaimHtml>(head);
}

}  // namespace ibid
