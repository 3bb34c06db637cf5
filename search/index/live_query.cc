// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/live_query.h"

#include <utility>

namespace ibid {
namespace {

// All deleted documents.
class DeletedSource : public Xapian::PostingSource {
 public:
  explicit DeletedSource(std::shared_ptr<const DeletedDocuments> deleted)
      : deleted_(std::move(deleted)) {}

  void init(const Xapian::Database& /*database*/) override { current_ = 0; }
  Xapian::doccount get_termfreq_min() const override { return deleted_->count(); }
  Xapian::doccount get_termfreq_est() const override { return deleted_->count(); }
  Xapian::doccount get_termfreq_max() const override { return deleted_->count(); }
  void next(double least_weight) override { skip_to(current_ + 1, least_weight); }
  void skip_to(Xapian::docid document, double /*least_weight*/) override {
    current_ = deleted_->next(document);
    at_end_ = current_ == 0;
  }
  bool at_end() const override { return at_end_; }
  Xapian::docid get_docid() const override { return current_; }
  PostingSource* clone() const override { return new DeletedSource(deleted_); }

 private:
  std::shared_ptr<const DeletedDocuments> deleted_;
  Xapian::docid current_ = 0;
  bool at_end_ = false;
};

}  // namespace

Xapian::Query live(const IndexView& index, const Xapian::Query& query) {
  if (query.empty() || index.deleted->empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query,
          Xapian::Query((new DeletedSource(index.deleted))->release())};
}

Xapian::Query steady(const IndexView& index, const Xapian::Query& query) {
  if (!is_on_nodes(index)) return query;
  return {Xapian::Query::OP_AND_MAYBE, query,
          Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query::MatchAll, 0.0)};
}

}  // namespace ibid
