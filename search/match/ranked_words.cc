// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/ranked_words.h"

#include <optional>
#include <utility>

#include "search/match/window_scorer.h"

namespace ibid {
namespace {

// Skips documents that score less than the matcher still accepts.
class RankedSource : public Xapian::PostingSource {
 public:
  RankedSource(IndexView index, std::shared_ptr<const RankedWords> words)
      : index_(std::move(index)), words_(std::move(words)) {}

  void init(const Xapian::Database& /*database*/) override {
    scorer_.emplace(index_, *words_);
    set_maxweight(scorer_->most_score());
    current_ = 0;
    at_end_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return scorer_->least_matches(); }
  Xapian::doccount get_termfreq_est() const override { return scorer_->estimated_matches(); }
  Xapian::doccount get_termfreq_max() const override { return scorer_->most_matches(); }

  void next(double least) override { go_to(std::uint64_t{current_} + 1, least); }
  void skip_to(Xapian::docid document, double least) override {
    if (document > current_) go_to(document, least);
  }
  bool at_end() const override { return at_end_; }
  Xapian::docid get_docid() const override { return current_; }
  double get_weight() const override { return scorer_->score(); }
  PostingSource* clone() const override { return new RankedSource(index_, words_); }
  std::string name() const override { return "ibid::RankedSource"; }

 private:
  void go_to(std::uint64_t docid, double least) {
    current_ = scorer_->next(docid, glass::PostingReader::kEnd, least);
    at_end_ = current_ == 0;
  }

  IndexView index_;
  std::shared_ptr<const RankedWords> words_;
  std::optional<WindowScorer> scorer_;
  Xapian::docid current_ = 0;
  bool at_end_ = false;
};

}  // namespace

Xapian::Query ranked_query(const IndexView& index, std::shared_ptr<const RankedWords> words) {
  return Xapian::Query((new RankedSource(index, std::move(words)))->release());
}

}  // namespace ibid
