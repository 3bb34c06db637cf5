// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/checked_phrase.h"

#include <limits>

namespace ibid {
namespace {

// Stands past every document, but never at its end: at the end Xapian would take the AND_NOT away.
class PastEverything : public Xapian::PostingSource {
 public:
  void init(const Xapian::Database& /*database*/) override {}
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return 0; }
  void next(double /*least_weight*/) override {}
  void skip_to(Xapian::docid /*document*/, double /*least_weight*/) override {}
  bool at_end() const override { return false; }
  Xapian::docid get_docid() const override { return std::numeric_limits<Xapian::docid>::max(); }
  PostingSource* clone() const override { return new PastEverything; }
};

}  // namespace

Xapian::Query checked_phrase(const Xapian::Query& phrase) {
  const Xapian::Query nothing((new PastEverything)->release());
  return {Xapian::Query::OP_AND_NOT, phrase, nothing};
}

}  // namespace ibid
