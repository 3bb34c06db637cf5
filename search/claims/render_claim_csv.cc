// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/core.h>

#include "corpus/text/code_points.h"
#include "search/claims/render_claim.h"
#include "search/render/csv.h"
#include "search/render/passage_lines.h"

namespace ibid {
namespace {

constexpr std::size_t kColumns = 28;
constexpr std::size_t kNoteColumn = kColumns - 2;

const std::vector<std::string>& column_names() {
  static const std::vector<std::string> names = {
      "line",          "id",     "claim",         "passages",  "rank",      "share",
      "permalink",     "report", "title",         "date",      "section",   "sentence",
      "sentence_text", "path",   "begin",         "end",       "holds",     "in_part",
      "elsewhere",     "lacks",  "other_figures", "negations", "reversals", "sentence_sources",
      "other_sources", "alike",  "note",          "place"};
  return names;
}

std::string padded(std::vector<std::string> cells) {
  cells.resize(kColumns);
  return csv_row(cells);
}

std::string list(const std::vector<std::string>& items) { return joined(items, "; "); }

class ClaimCsv final : public ClaimRenderer {
 public:
  explicit ClaimCsv(CsvStart start) : start_(start) {}

  std::string begin() const override {
    return std::string(csv_start(start_)) + csv_row(column_names());
  }

  std::string claim(const LineOrigin& origin, const ClaimAnswer& answer) const override {
    const std::vector<std::string> head = {std::to_string(origin.line), origin.id, answer.claim,
                                           std::to_string(answer.passages.size())};
    if (answer.certificate) {
      std::vector<std::string> cells = head;
      cells.resize(kColumns);
      cells[kNoteColumn] = coverage_text(*answer.certificate);
      return csv_row(cells);
    }
    std::string out;
    for (const ClaimEvidence& evidence : answer.passages) out += row(head, answer, evidence);
    return out;
  }

  std::string error(const LineOrigin& origin, const std::string& message) const override {
    std::vector<std::string> cells = {std::to_string(origin.line), origin.id};
    cells.resize(kColumns);
    cells[kNoteColumn] = message;
    return csv_row(cells);
  }

  std::string end(const ClaimTotals&) const override { return {}; }

 private:
  static std::string row(std::vector<std::string> cells, const ClaimAnswer& answer,
                         const ClaimEvidence& evidence) {
    const StoredPassage& passage = evidence.passage;
    const ClaimLists lists = claim_lists(answer, evidence);
    const ClaimSources sources = claim_sources(evidence);
    const bool extracted = passage.report.extraction != nullptr;
    std::vector<std::string> permalinks;
    for (const NearCopy& copy : evidence.alike) permalinks.push_back(copy.permalink);
    for (std::string cell : {std::to_string(evidence.rank),
                             fmt::format("{:.2f}", evidence.share),
                             passage.permalink,
                             passage.report.id,
                             passage.report.title,
                             passage.report.date,
                             section_path_text(passage.section),
                             std::to_string(evidence.sentence),
                             std::string(slice(passage.text, evidence.sentence_text)),
                             passage.report.path,
                             extracted ? "" : std::to_string(evidence.sentence_bytes.begin),
                             extracted ? "" : std::to_string(evidence.sentence_bytes.end),
                             list(lists.holds),
                             list(lists.in_part),
                             list(lists.elsewhere),
                             list(lists.lacks),
                             list(lists.figures),
                             list(lists.negations),
                             list(lists.reversals),
                             list(sources.sentence),
                             list(sources.elsewhere),
                             list(permalinks)}) {
      cells.push_back(std::move(cell));
    }
    cells.emplace_back(evidence.stale ? "the file has changed since it was indexed, or is gone"
                                      : "");
    cells.push_back(span_words(passage, evidence.sentence_bytes));
    return padded(std::move(cells));
  }

  CsvStart start_;
};

}  // namespace

std::unique_ptr<ClaimRenderer> claim_csv(CsvStart start) {
  return std::make_unique<ClaimCsv>(start);
}

}  // namespace ibid
