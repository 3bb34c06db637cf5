// SPDX-License-Identifier: GPL-2.0-or-later
//
// BM25 with the parameters of ranking.h. Source: Robertson and Zaragoza, The Probabilistic
// Relevance Framework, 2009.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "search/index/index_view.h"

namespace ibid {

// Equals Xapian::BM25Weight with the same parameters, except that the mean length is that of the
// passages that are not deleted: deleted ones have no length (indexer/folder/deleted_documents.h).
class Bm25 {
 public:
  // The number of documents of an index, their average length, and how many of them are deleted.
  Bm25(double documents, double average_length, double deleted);
  explicit Bm25(const IndexView& index);

  // The score that a term in `having` documents, `repeats` times in the query, would add to a
  // document that consists of nothing else.
  double term_weight(double having, double repeats = 1) const;
  // The share of that score that it adds if it occurs `wdf` times in `length` words: 0 to 1.
  double saturation(double wdf, double length) const { return wdf / (half(length) + wdf); }
  // How often a term must occur to add half of it.
  double half(double length) const;

 private:
  double documents_;
  double length_factor_;  // 1 / mean length
};

// Bm25 for short documents, which most are, and words that occur a few times: a table instead of a
// division. Thread: safe.
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

// The table of an index, made on first use. Owner: the ranking cache of `index`.
const Bm25Table& bm25_table(const IndexView& index);

// The same for Xapian's own matcher.
class Bm25Weight : public Xapian::Weight {
 public:
  explicit Bm25Weight(const IndexView& index) : Bm25Weight(index.deleted->count()) {}

  std::string name() const override { return "ibid::Bm25Weight"; }
  Bm25Weight* clone() const override { return new Bm25Weight(deleted_); }
  void init(double factor) override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  explicit Bm25Weight(Xapian::doccount deleted);

  Xapian::doccount deleted_;
  Bm25 bm25_{0, 0, 0};
  double weight_ = 0;  // of the term in a document that consists of nothing else
};

// Makes a query score so, by Xapian's own class where ours cannot run.
void score_by_bm25(Xapian::Enquire& enquire, const IndexView& index);

}  // namespace ibid
