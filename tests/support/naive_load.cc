// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/naive_load.h"

#include <xapian.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "indexer/build/bulk_loader.h"
#include "indexer/build/memory_shares.h"
#include "indexer/glass/deflate.h"
#include "indexer/glass/postlist_writer.h"
#include "indexer/glass/termlist.h"
#include "indexer/glass/version_file.h"
#include "indexer/schema.h"

namespace ibid::testing {
namespace {

using glass::Table;

// Raw deflate by zlib, as in Xapian; false if the result is not smaller.
bool zlib_raw(const std::string& in, std::string& out) {
  z_stream stream{};
  if (::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::runtime_error("zlib has no memory");
  }
  out.resize(in.size());
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size() - 1);
  const bool whole = ::deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  return whole;
}

struct Posting {
  std::uint32_t docid;
  const OwnedTerm* entry;
};
using SlotValues = std::vector<std::pair<std::uint32_t, std::string>>;  // docid -> value

const std::string kTextLength(1, schema::kTextLength);

std::uint32_t length_of(const OwnedDocument& document) {
  std::uint32_t length = 0;
  for (const OwnedTerm& term : document.terms) length += term.wdf;
  return length;
}

void add_text_length(std::uint32_t length, std::vector<OwnedTerm>& terms) {
  if (length == 0) return;
  terms.push_back({kTextLength, length});
  std::sort(terms.begin(), terms.end(), [](auto& a, auto& b) { return a.term < b.term; });
}

// As the bulk loader writes them: with one term for all others of a document.
LoadInput with_text_lengths(LoadInput input) {
  for (auto& [docid, document] : input.documents) {
    add_text_length(length_of(document), document.terms);
  }
  if (!input.documents.empty()) {
    input.metadata.emplace_back(schema::kMetaExactLists,
                                std::to_string(input.documents.back().first));
  }
  return with_positions(std::move(input));
}

LoadInput with_exact_lists(LoadInput input) {
  for (auto& [docid, document] : input.documents) {
    const std::uint32_t length = length_of(document);
    std::erase_if(document.terms, [](const OwnedTerm& term) {
      return term.wdf != 0 || term.term.starts_with(schema::kResembles);
    });
    add_text_length(length, document.terms);
  }
  return input;
}

class Load {
 public:
  // `listed`: the same documents with the terms for their termlists.
  Load(const std::string& folder, const LoadInput& input, const LoadOptions& options,
       const LoadInput& listed)
      : folder_(folder), input_(input), listed_(listed), options_(options) {
    std::filesystem::create_directories(folder);
    for (const auto& [docid, document] : input_.documents) gather(docid, document);
    if (statistics_.min_doclen == UINT64_MAX) statistics_.min_doclen = 0;
  }

  void run() {
    write(Table::kPostlist, [&](auto& table) { write_postlist(table); });
    write(Table::kDocdata, [&](auto& table) { write_docdata(table); });
    write(Table::kTermlist, [&](auto& table) { write_termlist(table); });
    for (const Table absent : {Table::kPosition, Table::kSpelling, Table::kSynonym}) {
      roots_[index(absent)].compress_min = glass::kCompressMin[index(absent)];
    }
    glass::Uuid uuid{};
    uuid[0] = 0xA5;
    glass::publish_version_file(
        folder_, glass::encode_version_file(uuid, glass::kFirstRevision, roots_, statistics_));
  }

 private:
  static std::size_t index(Table table) { return static_cast<std::size_t>(table); }

  void gather(std::uint32_t docid, const OwnedDocument& document) {
    std::uint64_t length = 0;
    for (const OwnedTerm& entry : document.terms) {
      postings_[entry.term].push_back({docid, &entry});
      if (entry.term == kTextLength) continue;
      length += entry.wdf;
      statistics_.max_wdf = std::max<std::uint64_t>(statistics_.max_wdf, entry.wdf);
    }
    lengths_.push_back(static_cast<std::uint32_t>(length));
    for (const auto& [slot, value] : document.values) values_[slot].emplace_back(docid, value);
    ++statistics_.documents;
    statistics_.last_docid = docid;
    statistics_.max_doclen = std::max(statistics_.max_doclen, length);
    if (length != 0) statistics_.min_doclen = std::min(statistics_.min_doclen, length);
    statistics_.total_doclen += length;
  }

  template <class Fill>
  void write(Table which, Fill&& fill) {
    glass::TableWriter table(folder_ + "/" + glass::kTableFiles[index(which)],
                             {options_.block_size, glass::kCompressMin[index(which)]});
    fill(table);
    roots_[index(which)] = table.finish();
  }

  void write_postlist(glass::TableWriter& table) {
    glass::PostlistWriter out(table);
    for (const auto& [key, value] : input_.metadata) out.metadata(key, value);
    for (const std::uint32_t slot : slots_by(glass::value_statistics_key)) {
      const SlotValues& of_slot = values_[slot];
      const auto [low, high] = std::minmax_element(
          of_slot.begin(), of_slot.end(), [](auto& a, auto& b) { return a.second < b.second; });
      out.value_statistics(slot, static_cast<std::uint32_t>(of_slot.size()), low->second,
                           high->second);
    }
    for (const std::uint32_t slot : slots_by(glass::value_chunk_key)) {
      out.begin_values(slot);
      for (const auto& [docid, value] : values_[slot]) out.value(docid, value);
      out.end_values();
    }
    out.begin_lengths();
    for (std::size_t i = 0; i < lengths_.size(); ++i) {
      out.length(input_.documents[i].first, lengths_[i]);
    }
    out.end_lengths();
    for (const auto& [term, list] : postings_) {
      out.begin_term(term);
      for (const Posting& posting : list) out.posting(posting.docid, posting.entry->wdf);
      out.end_term();
    }
  }

  template <class Key>
  std::vector<std::uint32_t> slots_by(Key&& key) const {
    std::vector<std::uint32_t> slots;
    for (const auto& [slot, of_slot] : values_) slots.push_back(slot);
    std::sort(slots.begin(), slots.end(), [&](auto a, auto b) { return key(a) < key(b); });
    return slots;
  }

  void write_docdata(glass::TableWriter& table) {
    for (const auto& [docid, document] : input_.documents) {
      if (document.data.empty()) continue;
      std::string key;
      glass::append_sortable(key, docid);
      add(table, key, document.data, options_.compression);
    }
  }

  void write_termlist(glass::TableWriter& table) {
    const Compression compression = options_.compression == Compression::kAsXapian
                                        ? Compression::kAsXapian
                                        : Compression::kNone;
    for (std::size_t i = 0; i < lengths_.size(); ++i) {
      const OwnedDocument& document = input_.documents[i].second;
      std::vector<glass::TermWdf> terms;
      for (const OwnedTerm& entry : listed_.documents[i].second.terms) {
        terms.push_back({entry.term, entry.wdf});
      }
      std::string key, tag;
      glass::append_sortable(key, input_.documents[i].first);
      glass::append_termlist(tag, lengths_[i], terms);
      add(table, key, tag, compression);
      if (document.values.empty()) continue;
      std::vector<std::uint32_t> slots;
      for (const auto& [slot, value] : document.values) slots.push_back(slot);
      key += '\0';
      tag.clear();
      glass::append_value_slots(tag, slots);
      add(table, key, tag, compression);
    }
  }

  void add(glass::TableWriter& table, const std::string& key, const std::string& tag,
           Compression compression) {
    constexpr std::size_t kCompressMin = 18;
    bool smaller = false;
    if (compression == Compression::kFast) smaller = deflater_.raw(tag, deflated_);
    if (compression == Compression::kAsXapian && tag.size() > kCompressMin) {
      smaller = zlib_raw(tag, deflated_);
    }
    table.add(key, smaller ? deflated_ : tag, smaller);
  }

  std::string folder_;
  const LoadInput input_;
  const LoadInput& listed_;
  LoadOptions options_;
  std::map<std::string, std::vector<Posting>> postings_;
  std::map<std::uint32_t, SlotValues> values_;
  std::vector<std::uint32_t> lengths_;
  std::array<glass::TableRoot, glass::kTables> roots_;
  glass::Statistics statistics_{.min_doclen = UINT64_MAX};
  glass::Deflater deflater_;
  std::string deflated_;
};

}  // namespace

OwnedDocument owned(const IndexDocument& document) {
  OwnedDocument copy{document.data, {}, document.values, document.positions};
  for (const std::vector<TermEntry>* terms : {&document.text_terms, &document.exact_terms}) {
    for (const TermEntry& entry : *terms) {
      copy.terms.push_back({std::string(entry.term), entry.wdf});
    }
  }
  std::sort(copy.terms.begin(), copy.terms.end(), [](auto& a, auto& b) { return a.term < b.term; });
  return copy;
}

LoadInput with_positions(LoadInput input) {
  if (input.documents.empty()) return input;
  input.metadata.emplace_back(schema::kMetaPlaces, std::to_string(input.documents.back().first));
  std::sort(input.metadata.begin(), input.metadata.end());
  return input;
}

void naive_load(const std::string& folder, const LoadInput& input, const LoadOptions& options,
                TermLists lists) {
  if (lists == TermLists::kAll) {
    Load(folder, input, options, input).run();
  } else {
    const LoadInput listed = with_exact_lists(input);
    Load(folder, with_text_lengths(input), options, listed).run();
  }
}

void xapian_load(const std::string& folder, const LoadInput& input, const LoadOptions& options) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS,
                                    static_cast<int>(options.block_size));
  for (const auto& [docid, from] : input.documents) {
    Xapian::Document document;
    document.set_data(from.data);
    for (const OwnedTerm& entry : from.terms) {
      document.add_term(entry.term, entry.wdf);
    }
    for (const auto& [slot, value] : from.values) document.add_value(slot, value);
    database.replace_document(docid, document);
  }
  for (const auto& [key, value] : input.metadata) database.set_metadata(key, value);
  database.commit();
}

void bulk_load(const std::string& folder, const LoadInput& input, std::size_t shards,
               std::uint64_t memory_bytes, TermLists lists) {
  BulkLoader loader(folder, MemoryShares(memory_bytes, shards), lists);
  IndexDocument lent;
  StoredBatch batch;
  for (std::size_t i = 0; i < input.documents.size(); ++i) {
    const auto& [docid, document] = input.documents[i];
    BulkShard& shard = loader.shard(i / 3 % shards);
    lent.data = document.data;
    lent.values = document.values;
    lent.positions = document.positions;
    lent.text_terms.clear();
    lent.exact_terms.clear();
    for (const OwnedTerm& term : document.terms) {
      const TermId id = shard.builder().vocabulary().id_of(term.term);
      (term.wdf == 0 ? lent.exact_terms : lent.text_terms)
          .push_back({shard.builder().vocabulary().term(id), id, term.wdf});
    }
    batch.clear();
    shard.add(docid, lent, batch);
    loader.append(batch);
    if (i % 10 == 9) shard.end_report();
  }
  for (const auto& [key, value] : input.metadata) loader.set_metadata(key, value);
  const std::atomic<bool> stop = false;
  loader.finish("test", stop);
}

}  // namespace ibid::testing
