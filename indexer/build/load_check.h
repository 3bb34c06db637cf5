// SPDX-License-Identifier: GPL-2.0-or-later
//
// Checks through Xapian, before anybody reads a bulk-loaded database, that it holds what went in.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/build/stored_batch.h"
#include "indexer/documents/index_document.h"
#include "indexer/glass/version_file.h"

namespace ibid {

// Documents kept as they went in, spread evenly over all and few enough to hold in memory.
// Thread: one object, one thread.
class LoadSamples {
 public:
  struct Term {
    std::string term;
    std::uint32_t wdf = 0;
  };
  struct Sample {
    std::uint32_t docid = 0;
    std::string data;
    std::vector<Term> terms;   // all
    std::vector<Term> listed;  // those in its termlist, ascending by bytes
    std::vector<std::pair<std::uint32_t, std::string>> values;
    std::string positions;
  };

  explicit LoadSamples(TermLists lists) : lists_(lists) {}

  // `vocabulary`: of the document's words.
  void offer(std::uint32_t docid, const IndexDocument& document, const Vocabulary& vocabulary) {
    if (++offered_ % stride_ == 0) keep(docid, document, vocabulary);
  }
  const std::vector<Sample>& samples() const { return samples_; }

 private:
  void keep(std::uint32_t docid, const IndexDocument& document, const Vocabulary& vocabulary);
  void keep_terms(const IndexDocument& document, const Vocabulary& vocabulary,
                  Sample& sample) const;

  TermLists lists_;
  std::uint64_t offered_ = 0, stride_ = 1;
  std::vector<Sample> samples_;
};

// True if this Xapian reads what the loader writes. Writes an empty database to `scratch_dir`,
// which must not exist, opens and removes it. Throws Error{kSystem} if it cannot be written.
bool xapian_reads_bulk_loads(const std::string& scratch_dir);

// Runs Xapian's own check of each table, and compares the statistics and the samples with the
// database. Throws Error{kIndex} naming the first fault.
void check_load(const std::string& database_dir, const glass::Statistics& statistics,
                const std::vector<const LoadSamples*>& samples);

}  // namespace ibid
