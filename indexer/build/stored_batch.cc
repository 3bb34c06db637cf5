// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/stored_batch.h"

#include <algorithm>

#include "indexer/glass/encoding.h"
#include "indexer/glass/format.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

std::string path_of(const std::string& database_dir, glass::Table table) {
  return database_dir + "/" + glass::kTableFiles[static_cast<std::size_t>(table)];
}

glass::TableOptions options_of(glass::Table table) {
  return {glass::kDefaultBlockSize, glass::kCompressMin[static_cast<std::size_t>(table)]};
}

}  // namespace

void listed_terms(const IndexDocument& document, std::uint32_t length, TermLists lists,
                  std::vector<glass::TermWdf>& out) {
  out.clear();
  for (const TermEntry& entry : document.exact_terms) {
    // An audit skips passages that are gone, and nobody else reads these: a third of a list.
    if (lists == TermLists::kExact && entry.term.starts_with(schema::kResembles)) continue;
    out.push_back({entry.term, entry.wdf});
  }
  const auto before = [](auto& a, auto& b) { return a.term < b.term; };
  if (lists == TermLists::kAll) {
    for (const TermEntry& entry : document.text_terms) out.push_back({entry.term, entry.wdf});
    std::sort(out.begin(), out.end(), before);
  } else if (length != 0) {
    const glass::TermWdf all{std::string_view(&schema::kTextLength, 1), length};
    out.insert(std::lower_bound(out.begin(), out.end(), all, before), all);
  }
}

void BatchEncoder::add(std::uint32_t docid, const IndexDocument& document, std::uint32_t length,
                       StoredBatch& batch) {
  StoredBatch::Item item;
  item.docid = docid;
  item.data = append(document.data, batch.bytes);  // a record is already packed

  listed_terms(document, length, lists_, terms_);
  tag_.clear();
  glass::append_termlist(tag_, length, terms_);
  item.terms = append_list(tag_, batch.bytes);

  slots_.clear();
  for (const auto& [slot, value] : document.values) slots_.push_back(slot);
  tag_.clear();
  if (!slots_.empty()) glass::append_value_slots(tag_, slots_);
  item.slots = append(tag_, batch.bytes);

  item.positions.size = static_cast<std::uint32_t>(document.positions.size());
  batch.bytes += document.positions;
  batch.items.push_back(item);
}

StoredBatch::Tag BatchEncoder::append(std::string_view tag, std::string& out) {
  out.append(tag);
  return {static_cast<std::uint32_t>(tag.size()), false};
}

// Deflating short lists, of ids and hashes, would save a tenth of them for a twentieth of the CPU
// time of a build.
StoredBatch::Tag BatchEncoder::append_list(std::string_view tag, std::string& out) {
  constexpr std::size_t kShortest = 512;
  if (tag.size() < kShortest || !deflater_.raw(tag, deflated_)) return append(tag, out);
  out.append(deflated_);
  return {static_cast<std::uint32_t>(deflated_.size()), true};
}

BatchWriter::BatchWriter(const std::string& database_dir)
    : database_dir_(database_dir),
      data_(path_of(database_dir, glass::Table::kDocdata), options_of(glass::Table::kDocdata)),
      terms_(path_of(database_dir, glass::Table::kTermlist), options_of(glass::Table::kTermlist)) {}

void BatchWriter::write(const StoredBatch& batch) {
  const char* at = batch.bytes.data();
  const auto take = [&](const StoredBatch::Tag& tag) {
    const std::string_view bytes(at, tag.size);
    at += tag.size;
    return bytes;
  };
  for (const StoredBatch::Item& item : batch.items) {
    key_.clear();
    glass::append_sortable(key_, item.docid);
    const std::string_view data = take(item.data);
    if (!data.empty()) data_.add(key_, data, item.data.deflated);
    terms_.add(key_, take(item.terms), item.terms.deflated);
    const std::string_view slots = take(item.slots);
    key_ += '\0';
    if (!slots.empty()) terms_.add(key_, slots, item.slots.deflated);
    const std::string_view positions = take(item.positions);
    if (!positions_) positions_.emplace(database_dir_ + "/" + schema::kPlacesFile);
    positions_->add(item.docid, positions);
  }
}

void BatchWriter::finish_positions() {
  if (positions_) positions_->finish();
}

}  // namespace ibid
