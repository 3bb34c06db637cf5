// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bm25.h"

#include <algorithm>
#include <cmath>

#include "search/ranking.h"

namespace ibid {

Bm25Weight::Bm25Weight(Xapian::doccount gone) : gone_(gone) {
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
  const double having = get_termfreq();
  const double all = get_collection_size();
  double odds = (all - having + 0.5) / (having + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;  // as Xapian does: a term in most passages is worth a little
  const double repeats = get_wqf();
  weight_ = std::log(odds) * factor * (kBm25K3 + 1) * repeats / (kBm25K3 + repeats) * (kBm25K1 + 1);
  const double total = get_average_length() * all;
  length_factor_ = total == 0 ? 0 : (all - gone_) / total;
}

double Bm25Weight::saturation(double wdf, double length) const {
  const double normal = std::max(length * length_factor_, kBm25MinLength);
  return wdf / (kBm25K1 * (normal * kBm25B + (1 - kBm25B)) + wdf);
}

double Bm25Weight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                               Xapian::termcount /*unique_terms*/) const {
  return weight_ * saturation(wdf, length);
}

// A document is as long as its most frequent term comes often.
double Bm25Weight::get_maxpart() const {
  const Xapian::termcount most = get_wdf_upper_bound();
  return weight_ * saturation(most, std::max(most, get_doclength_lower_bound()));
}

}  // namespace ibid
