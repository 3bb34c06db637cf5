// SPDX-License-Identifier: GPL-2.0-or-later
//
// BM25 with the parameters of ranking.h. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <string>

#include "search/index_view.h"

namespace ibid {

// What Xapian::BM25Weight makes of the same parameters, but that the mean length is that of
// passages that are there: those that are gone have none (indexer/gone_documents.h). Source:
// Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009.
class Bm25Weight : public Xapian::Weight {
 public:
  explicit Bm25Weight(const IndexView& index) : Bm25Weight(index.gone->count()) {}

  std::string name() const override { return "ibid::Bm25Weight"; }
  Bm25Weight* clone() const override { return new Bm25Weight(gone_); }
  void init(double factor) override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  explicit Bm25Weight(Xapian::doccount gone);

  double saturation(double wdf, double length) const;

  Xapian::doccount gone_;
  double weight_ = 0;         // of the term, were it everywhere in a document
  double length_factor_ = 0;  // 1 / mean length
};

}  // namespace ibid
