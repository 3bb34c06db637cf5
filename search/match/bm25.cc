// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/bm25.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "search/match/ranking.h"

namespace ibid {

Bm25::Bm25(double documents, double average_length, double deleted) : documents_(documents) {
  const double total = average_length * documents;
  length_factor_ = total == 0 ? 0 : (documents - deleted) / total;
}

Bm25::Bm25(const IndexView& index)
    : Bm25(statistics(index).documents(), statistics(index).average_length(),
           index.deleted->count()) {}

double Bm25::term_weight(double having, double repeats) const {
  double odds = (documents_ - having + 0.5) / (having + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;  // as in Xapian: a term in most passages still adds a little
  return std::log(odds) * (kBm25K3 + 1) * repeats / (kBm25K3 + repeats) * (kBm25K1 + 1);
}

double Bm25::half(double length) const {
  const double normal = std::max(length * length_factor_, kBm25MinLength);
  return kBm25K1 * (normal * kBm25B + (1 - kBm25B));
}

Bm25Table::Bm25Table(const Bm25& bm25) {
  for (std::uint32_t length = 0; length < kLengths; ++length) {
    halves_[length] = bm25.half(length);
    for (std::uint32_t wdf = 1; wdf <= kWdfs; ++wdf) {
      saturations_[(wdf - 1) * kLengths + length] = bm25.saturation(wdf, length);
    }
  }
}

const Bm25Table& bm25_table(const IndexView& index) {
  std::shared_ptr<const Bm25Table>& table = index.derived->bm25;
  if (!table) table = std::make_shared<const Bm25Table>(Bm25(index));
  return *table;
}

Bm25Weight::Bm25Weight(Xapian::doccount deleted) : deleted_(deleted) {
  need_stat(COLLECTION_SIZE);
  need_stat(TERMFREQ);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(WQF);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
  need_stat(AVERAGE_LENGTH);
}

void Bm25Weight::init(double factor) {
  bm25_ = Bm25(get_collection_size(), get_average_length(), deleted_);
  weight_ = factor * bm25_.term_weight(get_termfreq(), get_wqf());
}

double Bm25Weight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                               Xapian::termcount /*unique_terms*/) const {
  return weight_ * bm25_.saturation(wdf, length);
}

// A document is at least as long as its most frequent term occurs often.
double Bm25Weight::get_maxpart() const {
  const Xapian::termcount most = get_wdf_upper_bound();
  return weight_ * bm25_.saturation(most, std::max(most, get_doclength_lower_bound()));
}

void score_by_bm25(Xapian::Enquire& enquire, const IndexView& index) {
  if (is_on_nodes(index)) {
    enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25K1, 0, kBm25K3, kBm25B, kBm25MinLength));
  } else {
    enquire.set_weighting_scheme(Bm25Weight(index));
  }
}

}  // namespace ibid
