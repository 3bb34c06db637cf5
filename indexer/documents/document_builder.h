// SPDX-License-Identifier: GPL-2.0-or-later
//
// Report -> its documents and metadata in the index.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/files/discover.h"
#include "corpus/parser/report_chunks.h"
#include "corpus/report/report.h"
#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/term.h"
#include "indexer/documents/document_terms.h"
#include "indexer/documents/index_document.h"
#include "indexer/documents/vocabulary.h"
#include "indexer/quantities/quantity.h"
#include "indexer/records/first_seen.h"

namespace ibid {

// Thread: one object, one thread.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(WordEntries words = WordEntries::kAsTerms)
      : terms_(vocabulary_, words) {}

  // Hands each passage of a report, or of a chunk of one (report_chunks.h), and its document to
  // `take`, in their order, one at a time. The document is valid only during `take`.
  using Take = std::function<void(const Passage&, const IndexDocument&)>;
  void build(const Report& report, const Take& take, const FirstSeen& first_seen = {});
  // Returns metadata key -> value of the report and its file. `report`: with or without passages.
  static std::vector<std::pair<std::string, std::string>> metadata(const Report& report,
                                                                   const PassageCounts& counts,
                                                                   const FileStamp& stamp);

  // From now on documents have their places.
  void keep_places() { terms_.keep_places(); }

  // Numbers the documents' terms. It grows from document to document.
  Vocabulary& vocabulary() { return vocabulary_; }
  void clear_vocabulary();
  // The memory that clear_vocabulary() frees, and what goes with it.
  std::uint64_t memory_bytes() const;

 private:
  // A term that all passages of a report or section have; one entry for each occurrence.
  struct Repeated {
    static constexpr std::uint32_t kNoPosition = 0, kMention = UINT32_MAX;
    TermId id;
    std::uint32_t position;
  };

  // The heading of a section above a passage, or of its own.
  struct Level {
    std::int32_t section;
    std::size_t terms;   // where its terms end
    std::uint32_t past;  // a position behind its words
  };

  void add_body(const Passage& passage, const std::vector<ByteRange>& skip);
  void read_quantities(const Passage& passage, const std::vector<ByteRange>& skip);
  void add_joints(const Passage& passage, const std::vector<ByteRange>& skip);
  void follow_numbers();
  void add_word(const Analysis& of, const Word& word, std::uint32_t position);
  void add_forms(const Analysis& of, const Word& word, std::size_t first, std::uint32_t position);
  std::size_t learn(const Analysis& of, const Word& word);
  void collect(TextField field, std::string_view text, std::uint32_t position_base,
               std::vector<Repeated>& out);
  void add_repeated(const std::vector<Repeated>& terms);
  void collect_headings(const Report& report, std::int32_t section);
  void add_head(const std::string& head);
  void mention(std::string_view term) { terms_.mention(vocabulary_.id_of(term)); }
  void add_quantities();
  void add_values(const Report& report, const Passage& passage);
  void add_first_seen(const FirstSeen& first_seen);
  // Collects the names that the text gives in both scripts.
  void collect_glossary(std::string_view text, std::vector<Repeated>& out);
  void add_repeat_terms(const Passage& passage);
  void add_exact_terms(const Report& report, const Passage& passage);

  Analyzer analyzer_;
  Analysis analysis_;        // of the current passage
  Analysis joint_analysis_;  // of the words at one of its joints
  Vocabulary vocabulary_;
  DocumentTerms terms_;  // of the current passage
  IndexDocument document_;
  std::vector<Quantity> quantities_;
  std::string text_hash_;             // of the passage
  std::vector<Repeated> title_;       // of the report, and its id
  std::vector<Repeated> headings_;    // of the current section
  std::vector<Level> levels_;         // of headings_, from the outermost
  std::uint32_t past_headings_ = 0;   // a position behind theirs
  std::vector<Repeated> table_head_;  // of the passage, a row
  std::vector<Repeated> glossary_;    // of the passage
  std::vector<std::pair<std::string, Vocabulary::Hash>> learnt_;  // terms of a word
  // The analyzer's word 0 is this word of the vocabulary, and so on.
  WordId first_known_ = 0;
  std::uint32_t known_generation_ = 0;
};

}  // namespace ibid
