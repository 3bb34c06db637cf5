// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/load_check.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <sstream>

#include "corpus/error.h"
#include "indexer/documents/document_terms.h"
#include "indexer/glass/format.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"

namespace ibid {
namespace {

constexpr std::size_t kMostSamples = 64;
constexpr std::size_t kTermsLookedUp = 8;  // of each sample, spread over its terms

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorKind::kIndex, "the new index does not hold what went into it: " + what);
}

void expect_equal(const char* what, std::uint64_t got, std::uint64_t wanted) {
  if (got == wanted) return;
  fail(std::string(what) + " should be " + std::to_string(wanted) + " and is " +
       std::to_string(got));
}

void check_table(const std::string& database_dir, glass::Table table) {
  const std::string file = glass::kTableFiles[static_cast<std::size_t>(table)];
  const std::string path = database_dir + "/" + file.substr(0, file.find('.'));
  std::ostringstream output;
  if (Xapian::Database::check(path, 0, &output) != 0) fail("xapian-check finds faults in " + file);
}

// Checks each table alone, on two threads: Xapian would read them one after the other. The table
// that takes longest comes first; the others together take about as long.
void check_tables(const std::string& database_dir) {
  using glass::Table;
  auto data = std::async(std::launch::async, [&] { check_table(database_dir, Table::kDocdata); });
  for (const Table table : {Table::kPostlist, Table::kTermlist}) check_table(database_dir, table);
  data.get();
}

class SampleCheck {
 public:
  SampleCheck(const Xapian::Database& database, const PositionFile& positions,
              const LoadSamples::Sample& sample)
      : database_(database),
        positions_(positions),
        sample_(sample),
        document_(database.get_document(sample.docid)) {}

  void run() const {
    if (document_.get_data() != sample_.data) wrong("data");
    for (const auto& [slot, value] : sample_.values) {
      if (document_.get_value(slot) != value) wrong("value");
    }
    expect_equal("the number of values of a document", document_.values_count(),
                 sample_.values.size());
    if (positions() != sample_.positions) wrong("word position");
    check_terms();
    const std::size_t step = std::max<std::size_t>(1, sample_.terms.size() / kTermsLookedUp);
    for (std::size_t i = 0; i < sample_.terms.size(); i += step) look_up(sample_.terms[i]);
  }

 private:
  [[noreturn]] void wrong(const std::string& what) const {
    fail("document " + std::to_string(sample_.docid) + " has another " + what);
  }

  std::string_view positions() const {
    if (sample_.docid > positions_.documents()) return {};
    return positions_.value(sample_.docid);
  }

  void check_terms() const {
    auto found = database_.termlist_begin(sample_.docid);
    std::uint64_t length = 0;
    for (const LoadSamples::Term& term : sample_.listed) {
      if (found == database_.termlist_end(sample_.docid) || *found != term.term ||
          found.get_wdf() != term.wdf) {
        wrong("list of terms");
      }
      length += term.wdf;
      ++found;
    }
    if (found != database_.termlist_end(sample_.docid)) wrong("list of terms");
    expect_equal("the length of a document", database_.get_doclength(sample_.docid), length);
  }

  void look_up(const LoadSamples::Term& term) const {
    auto found = database_.postlist_begin(term.term);
    if (found == database_.postlist_end(term.term) && is_left_out(term.term)) return;
    found.skip_to(sample_.docid);
    if (found == database_.postlist_end(term.term) || *found != sample_.docid ||
        found.get_wdf() != term.wdf) {
      wrong("posting of " + term.term);
    }
  }

  bool is_left_out(const std::string& term) const {
    return term.starts_with(schema::kFormGram) &&
           database_.term_exists(schema::kFormFrequentGram + term.substr(1));
  }

  const Xapian::Database& database_;
  const PositionFile& positions_;
  const LoadSamples::Sample& sample_;
  Xapian::Document document_;
};

}  // namespace

void LoadSamples::keep(std::uint32_t docid, const IndexDocument& document,
                       const Vocabulary& vocabulary) {
  Sample& sample = samples_.emplace_back();
  sample.docid = docid;
  sample.data = document.data;
  sample.values = document.values;
  sample.positions = document.positions;
  keep_terms(document, vocabulary, sample);
  if (samples_.size() < kMostSamples) return;
  stride_ *= 2;
  for (std::size_t i = 0; i < samples_.size() / 2; ++i) {
    samples_[i] = std::move(samples_[2 * i + 1]);
  }
  samples_.resize(samples_.size() / 2);
}

void LoadSamples::keep_terms(const IndexDocument& document, const Vocabulary& vocabulary,
                             Sample& sample) const {
  std::uint32_t length = 0;
  const std::vector<TermEntry> text_terms = all_text_terms(document, vocabulary);
  for (const std::vector<TermEntry>* terms : {&text_terms, &document.exact_terms}) {
    for (const TermEntry& entry : *terms) {
      sample.terms.push_back({std::string(entry.term), entry.wdf});
      length += entry.wdf;
    }
  }
  std::vector<glass::TermWdf> listed;
  listed_terms(document, length, lists_, listed);
  for (const glass::TermWdf& term : listed) {
    sample.listed.push_back({std::string(term.term), term.wdf});
  }
}

bool xapian_reads_bulk_loads(const std::string& scratch_dir) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::create_directories(scratch_dir, error);
  if (error) {
    throw Error(ErrorKind::kSystem,
                "cannot make the folder " + scratch_dir + ": " + error.message());
  }
  for (const glass::Table table : {glass::Table::kPostlist, glass::Table::kTermlist}) {
    write_durably(scratch_dir + "/" + glass::kTableFiles[static_cast<std::size_t>(table)], "");
  }
  std::array<glass::TableRoot, glass::kTables> roots;
  for (std::size_t i = 0; i < roots.size(); ++i) roots[i].compress_min = glass::kCompressMin[i];
  glass::publish_version_file(
      scratch_dir, glass::encode_version_file(glass::Uuid{}, glass::kFirstRevision, roots, {}));
  bool readable = false;
  try {
    readable = Xapian::Database(scratch_dir).get_doccount() == 0;
  } catch (const Xapian::Error&) {
    // Another format: then its own API writes the index.
  }
  fs::remove_all(scratch_dir, error);
  return readable;
}

void check_load(const std::string& database_dir, const glass::Statistics& statistics,
                const std::vector<const LoadSamples*>& samples) {
  try {
    check_tables(database_dir);
    const Xapian::Database database(database_dir);
    expect_equal("the number of documents", database.get_doccount(), statistics.documents);
    expect_equal("the last document", database.get_lastdocid(), statistics.last_docid);
    expect_equal("the length of all documents", database.get_total_length(),
                 statistics.total_doclen);
    const auto positions = open_places(database, database_dir);
    if (!positions->intact()) fail("the word positions are damaged");
    for (const LoadSamples* of_shard : samples) {
      for (const auto& sample : of_shard->samples()) {
        SampleCheck(database, *positions, sample).run();
      }
    }
  } catch (const Xapian::Error& error) {
    fail(error.get_msg());
  }
}

}  // namespace ibid
