// SPDX-License-Identifier: GPL-2.0-or-later
//
// Report -> the documents and metadata that stand for it in the index.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/discover.h"
#include "corpus/report.h"
#include "indexer/analyzer.h"
#include "indexer/index_sink.h"
#include "indexer/quantity.h"
#include "indexer/term.h"

namespace ibid {

// The skip ranges of a passage's analysis: its citation marks and ids, in writer and searcher
// alike.
std::vector<ByteRange> unanalyzed_ranges(std::string_view text);

// Thread: one object, one thread.
class DocumentBuilder {
 public:
  // Hands each passage and its document to `take`, in their order; one at a time, for a report can
  // be large.
  using Take = std::function<void(const Passage&, const IndexDocument&)>;
  void build(const Report& report, const Take& take);
  // Metadata key -> value of the report and its file.
  static std::vector<std::pair<std::string, std::string>> metadata(const Report& report,
                                                                   const FileStamp& stamp);

 private:
  using TermMap = std::unordered_map<std::string, TermEntry>;

  void add_text(TextField field, std::string_view text, const std::vector<ByteRange>& skip,
                std::uint32_t position_base, TermMap& terms);
  void add_headings(const Report& report, const Passage& passage, TermMap& terms);
  void add_figure_terms(TermMap& terms);
  void add_values(const Report& report, const Passage& passage, IndexDocument& document);
  // The names that the text gives in both scripts.
  void add_glossary(std::string_view text, TermMap& terms);
  static void add_repeat_terms(const Passage& passage, const Analysis& analysis, TermMap& terms);
  static void add_exact_terms(const Report& report, const Passage& passage, TermMap& terms);

  Analyzer analyzer_;
  Analysis analysis_;
  std::vector<Quantity> figures_;  // of the passage at hand
};

}  // namespace ibid
