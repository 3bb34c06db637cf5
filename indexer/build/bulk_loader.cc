// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/bulk_loader.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <future>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "indexer/build/frequent_letters.h"
#include "indexer/build/run_ahead.h"
#include "indexer/build/run_merger.h"
#include "indexer/folder/block_sums.h"
#include "indexer/glass/format.h"
#include "indexer/glass/postlist_writer.h"
#include "indexer/records/record_packing.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

using glass::read_varint;
using glass::Table;

constexpr std::size_t index_of(Table table) { return static_cast<std::size_t>(table); }

// Makes the folder in an initializer, so that tables can be opened in it.
const std::string& make_folder(const std::string& dir) {
  std::error_code error;
  if (!std::filesystem::create_directories(dir, error)) {
    throw Error(ErrorKind::kSystem, "cannot make the folder " + dir + ": " +
                                        (error ? error.message() : "it already exists"));
  }
  return dir;
}

// Reads the stop flag often enough to stop at once, seldom enough to cost nothing.
class Stopper {
 public:
  explicit Stopper(const std::atomic<bool>& stop) : stop_(stop) {}
  bool wanted() { return ++calls_ % 256 == 0 && stop_.load(std::memory_order_relaxed); }

 private:
  const std::atomic<bool>& stop_;
  unsigned calls_ = 0;
};

glass::TableWriter open_table(const std::string& dir, Table table) {
  return {dir + "/" + glass::kTableFiles[index_of(table)],
          {glass::kDefaultBlockSize, glass::kCompressMin[index_of(table)]}};
}

std::uint32_t slot_of(std::string_view key) {
  const char* at = key.data() + 1 + glass::kValueChunkPrefix.size();
  return static_cast<std::uint32_t>(read_varint(at, key.data() + key.size()));
}

// Returns the greatest wdf of a term's list.
std::uint32_t write_list(std::string_view key, const std::vector<RunMerger::Part>& parts,
                         FrequentLetters& letters, glass::PostlistWriter& out) {
  std::uint32_t max_wdf = 0, first = 0;
  std::uint64_t having = 0;
  switch (static_cast<ListKind>(key.front())) {
    case ListKind::kValues:
      out.begin_values(slot_of(key));
      merge_entries(parts, [&](std::uint32_t docid, const char*& at, const char* end) {
        const std::uint64_t size = read_varint(at, end);
        out.value(docid, {at, size});
        at += size;
      });
      out.end_values();
      break;
    case ListKind::kLengths:
      out.begin_lengths();
      merge_entries(parts, [&](std::uint32_t docid, const char*& at, const char* end) {
        out.length(docid, static_cast<std::uint32_t>(read_varint(at, end)));
      });
      out.end_lengths();
      break;
    case ListKind::kTerm:
      out.begin_term(key.substr(1));
      merge_entries(parts, [&](std::uint32_t docid, const char*& at, const char* end) {
        const auto wdf = static_cast<std::uint32_t>(read_varint(at, end));
        max_wdf = std::max(max_wdf, wdf);
        if (having++ == 0) first = docid;
        out.posting(docid, wdf);
      });
      letters.take(key.substr(1), having, first) ? out.drop_term() : out.end_term();
  }
  return max_wdf;
}

void add(const SlotStatistics& from, SlotStatistics& to) {
  if (to.documents == 0 || from.low < to.low) to.low = from.low;
  if (from.high > to.high) to.high = from.high;
  to.documents += from.documents;
}

}  // namespace

// ---- shard ----------------------------------------------------------------------------

void BulkShard::add(std::uint32_t docid, const IndexDocument& document, StoredBatch& batch) {
  const std::uint64_t length = length_of(document);
  ++statistics_.documents;
  statistics_.last_docid = docid;
  statistics_.total_doclen += length;
  statistics_.max_doclen = std::max(statistics_.max_doclen, length);
  if (length != 0) statistics_.min_doclen = std::min(statistics_.min_doclen, length);
  for (const auto& [slot, value] : document.values) {
    SlotStatistics& held = slots_[slot];
    if (held.documents == 0 || value < held.low) held.low = value;
    if (value > held.high) held.high = value;
    ++held.documents;
  }
  samples_.offer(docid, document, builder_.vocabulary());
  buffer_.add(docid, document, static_cast<std::uint32_t>(length));
  if (lists_ == TermLists::kExact && length != 0) {
    const TermId text_length = builder_.vocabulary().id_of({&schema::kTextLength, 1});
    buffer_.add(docid, text_length, static_cast<std::uint32_t>(length));
  }
  encoder_.add(docid, document, static_cast<std::uint32_t>(length), batch);
  // Words cannot be freed within a report; a run for each passage would not help.
  if (memory_bytes() > memory_.shard && buffer_.posting_bytes() > memory_.least_run) spill();
}

std::uint64_t BulkShard::memory_bytes() const {
  return buffer_.memory_bytes() + builder_.memory_bytes();
}

void BulkShard::end_report() {
  const std::uint64_t words = memory_bytes() - buffer_.posting_bytes();
  // Words that left no room for a run would have one written for each passage.
  const bool room = words + memory_.least_run <= memory_.shard;
  if (room && memory_bytes() <= memory_.shard) return;
  spill();
  // Otherwise they are kept, so that words need not be learnt again.
  if (words > memory_.shard_words) builder_.clear_vocabulary();
}

void BulkShard::release() {
  buffer_.clear();
  builder_.clear_vocabulary();
}

void BulkShard::spill() {
  if (buffer_.empty()) return;
  const std::size_t run = next_run_++;
  write_run(buffer_, run_path(run));
  buffer_.clear();
  keep(run, 0);
}

// Keeps the number of files small however many runs there were; each posting is copied once per
// level.
void BulkShard::keep(std::size_t run, std::size_t level) {
  constexpr std::size_t kMostOfALevel = 8;
  if (level == levels_.size()) levels_.emplace_back();
  levels_[level].push_back(run);
  if (levels_[level].size() < kMostOfALevel) return;
  const std::size_t joined = next_run_++;
  std::vector<std::unique_ptr<RunReader>> runs;
  for (const std::size_t part : levels_[level]) runs.push_back(read_run(run_path(part)));
  join_runs(std::move(runs), run_path(joined));
  std::error_code ignored;
  for (const std::size_t part : levels_[level]) std::filesystem::remove(run_path(part), ignored);
  levels_[level].clear();
  keep(joined, level + 1);
}

void BulkShard::open_runs(Ahead ahead, std::vector<std::unique_ptr<RunReader>>& out) const {
  for (const std::vector<std::size_t>& level : levels_) {
    for (const std::size_t run : level) out.push_back(read_run(run_path(run)));
  }
  if (ahead == Ahead::kNo) {
    out.push_back(read_run(buffer_));
  } else {
    out.push_back(std::make_unique<RunAhead>([this] { return read_run(buffer_); }));
  }
}

// ---- loader ---------------------------------------------------------------------------

BulkLoader::BulkLoader(const std::string& database_dir, const MemoryShares& memory, TermLists lists)
    : database_dir_(make_folder(database_dir)),
      runs_dir_(make_folder(database_dir + "/runs")),
      lists_(lists),
      documents_(database_dir) {
  prepare_to_pack();
  for (std::size_t i = 0; i < memory.threads; ++i) {
    shards_.push_back(
        std::make_unique<BulkShard>(runs_dir_ + "/" + std::to_string(i) + ".", memory, lists));
  }
}

void BulkLoader::set_metadata(std::string_view key, std::string_view value) {
  if (value.empty()) {
    metadata_.erase(std::string(key));
  } else {
    metadata_.insert_or_assign(std::string(key), std::string(value));
  }
}

std::vector<std::unique_ptr<RunReader>> BulkLoader::runs() const {
  std::vector<std::unique_ptr<RunReader>> runs;
  const auto ahead = shards_.size() > 1 ? BulkShard::Ahead::kYes : BulkShard::Ahead::kNo;
  for (const auto& shard : shards_) shard->open_runs(ahead, runs);
  return runs;
}

glass::Statistics BulkLoader::statistics() const {
  glass::Statistics sum{.min_doclen = UINT64_MAX, .max_wdf = max_wdf_};
  for (const auto& shard : shards_) {
    const glass::Statistics& of_shard = shard->statistics();
    sum.documents += of_shard.documents;
    sum.last_docid = std::max(sum.last_docid, of_shard.last_docid);
    sum.min_doclen = std::min(sum.min_doclen, of_shard.min_doclen);
    sum.max_doclen = std::max(sum.max_doclen, of_shard.max_doclen);
    sum.total_doclen += of_shard.total_doclen;
  }
  if (sum.min_doclen == UINT64_MAX) sum.min_doclen = 0;
  return sum;
}

std::map<std::uint32_t, SlotStatistics> BulkLoader::slots() const {
  std::map<std::uint32_t, SlotStatistics> sum;
  for (const auto& shard : shards_) {
    for (const auto& [slot, statistics] : shard->slots()) add(statistics, sum[slot]);
  }
  return sum;
}

glass::TableRoot BulkLoader::write_postlist(const std::atomic<bool>& stop) {
  glass::TableWriter table = open_table(database_dir_, Table::kPostlist);
  glass::PostlistWriter out(table);
  for (const auto& [key, value] : metadata_) out.metadata(key, value);
  std::map<std::string, std::uint32_t> slots_by_key;
  const std::map<std::uint32_t, SlotStatistics> all = slots();
  for (const auto& [slot, of_slot] : all) slots_by_key[glass::value_statistics_key(slot)] = slot;
  for (const auto& [key, slot] : slots_by_key) {
    const SlotStatistics& of_slot = all.at(slot);
    out.value_statistics(slot, of_slot.documents, of_slot.low, of_slot.high);
  }
  // Its wdf is the length of a document, not the wdf of a term.
  const std::string text_length{static_cast<char>(ListKind::kTerm), schema::kTextLength};
  RunMerger merger(runs());
  FrequentLetters letters(lists_, statistics().documents);
  for (Stopper stopper(stop); merger.next();) {
    if (stopper.wanted()) return {};
    letters.write_before(merger.key(), out);
    const std::uint32_t max_wdf = write_list(merger.key(), merger.parts(), letters, out);
    if (merger.key() != text_length) max_wdf_ = std::max(max_wdf_, max_wdf);
  }
  letters.write_rest(out);
  return table.finish();
}

bool BulkLoader::finish(std::string_view identity, const std::atomic<bool>& stop) {
  std::array<glass::TableRoot, glass::kTables> roots;
  if (const std::uint32_t documents = documents_.documents_with_positions(); documents != 0) {
    set_metadata(schema::kMetaPlaces, std::to_string(documents));
    if (lists_ == TermLists::kExact) {
      set_metadata(schema::kMetaExactLists, std::to_string(documents));
    }
  }
  {
    auto positions = std::async(std::launch::async, [&] { documents_.finish_positions(); });
    auto data = std::async(std::launch::async, [&] { return documents_.finish_data(); });
    auto terms = std::async(std::launch::async, [&] { return documents_.finish_terms(); });
    roots[index_of(Table::kPostlist)] = write_postlist(stop);
    roots[index_of(Table::kDocdata)] = data.get();
    roots[index_of(Table::kTermlist)] = terms.get();
    positions.get();
  }
  for (const Table absent : {Table::kPosition, Table::kSpelling, Table::kSynonym}) {
    roots[index_of(absent)].compress_min = glass::kCompressMin[index_of(absent)];
  }
  if (stop.load()) return false;
  glass::Uuid uuid{};
  const std::string digest = sha256_hex(identity);  // any bytes do that differ between contents
  std::memcpy(uuid.data(), digest.data(), uuid.size());
  const std::string version =
      glass::encode_version_file(uuid, glass::kFirstRevision, roots, statistics());
  std::error_code ignored;
  std::filesystem::remove_all(runs_dir_, ignored);
  glass::publish_version_file(database_dir_, version);
  for (const auto& shard : shards_) shard->release();
  check();
  make_block_sums(database_dir_);
  return true;
}

void BulkLoader::check() const {
  std::vector<const LoadSamples*> samples;
  for (const auto& shard : shards_) samples.push_back(&shard->samples());
  check_load(database_dir_, statistics(), samples);
}

}  // namespace ibid
