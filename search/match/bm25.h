// SPDX-License-Identifier: GPL-2.0-or-later
//
// BM25 with the parameters of ranking.h. Source: Robertson and Zaragoza, The Probabilistic
// Relevance Framework, 2009. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "search/index/index_view.h"

namespace ibid {

// What Xapian::BM25Weight makes of the same parameters, but that the mean length is that of
// passages that are there: those that are gone have none (indexer/folder/gone_documents.h).
class Bm25 {
 public:
  // Of an index: how many documents, how long they are on average, how many of them are gone.
  Bm25(double documents, double average_length, double gone);
  explicit Bm25(const IndexView& index);

  // Of a term that `having` documents hold and the query `repeats` times: what it would add to a
  // document that is nothing but it.
  double term_weight(double having, double repeats = 1) const;
  // How much of that it adds where it comes `wdf` times in `length` words: 0 to 1.
  double saturation(double wdf, double length) const { return wdf / (half(length) + wdf); }
  // How often a term comes where it adds half.
  double half(double length) const;

 private:
  double documents_;
  double length_factor_;  // 1 / mean length
};

// What Bm25 says of short documents, as most are, and of words that come a few times: looked up
// instead of divided. Thread: safe.
class Bm25Table {
 public:
  static constexpr std::uint32_t kLengths = 512, kWdfs = 4;

  explicit Bm25Table(const Bm25& bm25);

  // `wdf`: 1 to kWdfs; `length`: below kLengths.
  double saturation(std::uint32_t wdf, std::uint32_t length) const {
    return saturations_[wdf * kLengths + length - kLengths];
  }
  double half(std::uint32_t length) const { return halves_[length]; }

 private:
  std::array<double, std::size_t{kWdfs} * kLengths> saturations_{};
  std::array<double, kLengths> halves_{};
};

// Of an index; made when it is first asked for. Lender: what `index` keeps for the ranker.
const Bm25Table& bm25_table(const IndexView& index);

// The same for Xapian's own matcher.
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

  Xapian::doccount gone_;
  Bm25 bm25_{0, 0, 0};
  double weight_ = 0;  // of the term, were it everywhere in a document
};

}  // namespace ibid
