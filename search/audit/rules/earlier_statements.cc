// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/earlier_statements.h"

#include <algorithm>
#include <utility>

#include "indexer/analysis/term.h"
#include "indexer/records/order_value.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

bool has_one_of(std::span<const std::uint32_t> words, WordSet all) {
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t word) {
    return std::binary_search(all.begin(), all.end(), word);
  });
}

}  // namespace

void EarlierStatements::add(const ReportView& view, const FigureStatements& statements) {
  if (!keeps_all_ || statements.empty()) return;
  std::vector<std::uint32_t> documents;
  documents.reserve(view.passages.size());
  for (const StoredPassage& passage : view.passages) documents.push_back(passage.document);
  if (!newer_) newer_ = std::make_unique<Kept>();
  newer_->list.append(statements, documents);
  while (newer_->index.size() < newer_->list.size()) newer_->index.add_next();
  const std::size_t bytes = newer_->list.memory_bytes() + newer_->index.memory_bytes();
  if (bytes >= kMostKeptBytes / 2) older_ = std::move(newer_);
}

void EarlierStatements::near(const ReportView& view, const FigureStatementRef& statement,
                             const std::function<Next(const FigureStatementRef&)>& take) {
  if (keeps_all_) {
    Next next = Next::kGoOn;
    const auto take_until = [&](const FigureStatementRef& other) { return next = take(other); };
    if (newer_) newer_->index.near(statement, numbers_, take_until);
    if (older_ && next == Next::kGoOn) older_->index.near(statement, numbers_, take_until);
    return;
  }
  std::size_t compared = 0;
  const std::vector<std::uint32_t> rarest = rarest_words(statement, numbers_);
  for (const Xapian::docid document : documents_near(view, statement, rarest)) {
    const auto read = read_.of(document, [&] { return statements_of(document); });
    for (std::size_t i = read->size(); i-- > 0;) {
      const FigureStatementRef other{read.get(), i};
      if (!has_one_of(rarest, other.words(other.statement().nearby))) continue;
      if (other.statement().measure != statement.statement().measure) continue;
      if (compared++ == kMostCompared) return;
      if (are_near(statement, other) && take(other) == Next::kStop) return;
    }
  }
}

// Passages of earlier reports with one of the rarest words and least_nearby() of those beside the
// figure, the last ones first, at most kMostRead.
std::vector<Xapian::docid> EarlierStatements::documents_near(
    const ReportView& view, const FigureStatementRef& statement,
    std::span<const std::uint32_t> rarest) const {
  const Xapian::Database& database = snapshot_.database();
  const auto each_with = [&](std::uint32_t word, auto take) {
    const std::string term = form_term(TextField::kBody, FormKind::kStem, numbers_.word(word));
    const auto end = database.postlist_end(term);
    for (auto it = database.postlist_begin(term); it != end; ++it) take(*it);
  };
  const std::size_t least = least_nearby(statement.statement().kind);
  std::vector<std::uint8_t> nearby(database.get_lastdocid() + std::size_t{1});
  for (const std::uint32_t word : statement.words(statement.statement().nearby)) {
    each_with(word, [&](Xapian::docid document) { ++nearby[document]; });
  }
  std::vector<Xapian::docid> sharing;
  for (const std::uint32_t word : rarest) {
    each_with(word, [&](Xapian::docid document) {
      if (nearby[document] < least) return;
      nearby[document] = 0;  // once
      sharing.push_back(document);
    });
  }
  std::sort(sharing.begin(), sharing.end());
  std::vector<std::pair<std::string, Xapian::docid>> earlier;  // by order value
  auto order = database.valuestream_begin(schema::kSlotOrder);
  const auto end = database.valuestream_end(schema::kSlotOrder);
  for (const Xapian::docid document : sharing) {
    if (order == end) break;
    order.skip_to(document);
    if (order == end) break;
    if (order.get_docid() != document) continue;  // deleted
    std::string value = *order;
    if (read_order_value(value).report_id < view.ref.id) {
      earlier.emplace_back(std::move(value), document);
    }
  }
  std::sort(earlier.begin(), earlier.end(), std::greater<>());
  earlier.resize(std::min(earlier.size(), kMostRead));
  std::vector<Xapian::docid> documents;
  for (const auto& [value, document] : earlier) documents.push_back(document);
  return documents;
}

FigureStatements EarlierStatements::statements_of(Xapian::docid document) {
  const std::vector<StoredPassage> passage = {snapshot_.passage(document)};
  std::vector<AuditSentence> sentences;
  add_sentences(0, passage.front(), find_citation_marks(passage.front().text), analyzer_,
                sentences);
  FigureStatements read, out;
  read.read(passage, sentences, numbers_, names_);
  out.append(read, std::vector<std::uint32_t>{document});
  return out;
}

}  // namespace ibid
