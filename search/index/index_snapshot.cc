// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_snapshot.h"

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "indexer/analysis/term.h"
#include "indexer/folder/one_state.h"
#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/index/freshness.h"

namespace ibid {
namespace {

Xapian::Database open_database(const IndexDir& dir, std::uint64_t build) {
  const std::string path = dir.database(build);
  expect_one_state(dir.path(), path);
  return Xapian::Database(path);
}

// Holds the database open, and what it has loaded as long as anybody holds that.
std::function<std::shared_ptr<const ExtractedFile>()> text_loader(const Xapian::Database& database,
                                                                  const std::string& report_id) {
  return [database, report_id, loaded = std::weak_ptr<const ExtractedFile>()]() mutable {
    std::shared_ptr<const ExtractedFile> text = loaded.lock();
    if (text) return text;
    try {
      text = stored_text(database, report_id);
    } catch (const Xapian::Error&) {  // overwritten meanwhile
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kIndex) throw;
    }
    loaded = text;
    return text;
  };
}

}  // namespace

IndexSnapshot::IndexSnapshot(const IndexDir& dir)
    : manifest_(dir.usable_manifest()),
      index_{.database = open_database(dir, manifest_.build),
             .directory = dir.database(manifest_.build)} {
  expect_documents(dir);
  index_.deleted = std::make_shared<DeletedDocuments>(index_.database);
  index_.positions = open_places(index_.database, index_.directory);
  open_tables(index_);
  state_ = {stored_generation(database()), database().get_doccount() - index_.deleted->count(),
            stored_report_count(database())};
}

// Xapian treats a table that it cannot open, for whatever reason, as empty.
void IndexSnapshot::expect_documents(const IndexDir& dir) const {
  const std::string reports(1, schema::kReportId);
  const auto report = database().allterms_begin(reports);
  if (report == database().allterms_end(reports)) return;
  const auto any = database().postlist_begin(*report);
  if (any != database().postlist_end(*report)) {
    const bool data = !database().get_document(*any).get_data().empty();
    if (data && database().termlist_begin(*any) != database().termlist_end(*any)) return;
  }
  throw Error(ErrorKind::kSystem, "cannot read the passages of the index in " + dir.path() +
                                      ": one of its files is missing or cannot be opened; try "
                                      "again, or see `ibid info --check`");
}

const ReportInfo& IndexSnapshot::report_ref(const std::string& report_id) {
  return known_report(report_id).info;
}

const IndexSnapshot::KnownReport& IndexSnapshot::known_report(const std::string& report_id) {
  return reports_.get(report_id, [&] { return read_report(report_id); });
}

IndexSnapshot::KnownReport IndexSnapshot::read_report(const std::string& report_id) const {
  KnownReport report;
  const auto record = stored_report(database(), report_id);
  if (!record) {
    throw Error(ErrorKind::kIndex, "the record of report " + report_id +
                                       " is missing: the index is damaged; run `ibid index "
                                       "--rebuild`");
  }
  report.info = report_info(record->report);
  if (report.info.extraction) report.info.load_text = text_loader(database(), report_id);
  for (const ListedSource& listed : record->report.listed_sources) {
    if (listed.id.empty() || (listed.title.empty() && listed.publisher.empty())) continue;
    report.sources.try_emplace(
        listed.id, NamedSource{listed.id, listed.title, listed.publisher, listed.date, listed.url});
  }
  return report;
}

PassageRecord IndexSnapshot::record(Xapian::docid document) const {
  return decode_passage(ibid::record(index_, document));
}

StoredPassage IndexSnapshot::passage(PassageRecord record) {
  Passage& source = record.passage;
  StoredPassage passage;
  const KnownReport& report = known_report(record.report_id);
  const HashRule rule = report.info.extraction ? HashRule::kWords : HashRule::kExact;
  passage.permalink = permalink(source.id, source.text, rule);
  passage.id = std::move(source.id);
  passage.kind = source.kind;
  passage.language = std::move(source.language);
  for (Section& section : record.section) {
    passage.section.push_back(
        {std::move(section.number), std::move(section.title), std::move(section.entity_type)});
  }
  passage.ordinal = source.ordinal;
  passage.sequence = source.sequence;
  passage.text = std::move(source.text);
  passage.bytes = source.bytes;
  passage.spans = std::move(source.spans);
  passage.sentences = std::move(source.sentences);
  passage.citations = std::move(source.citations);
  passage.markup = std::move(source.markup);
  passage.origin = std::move(source.origin);
  passage.report = report.info;
  for (const Citation& citation : passage.citations) {
    const auto named = report.sources.find(citation.source);
    if (named == report.sources.end() || find_named(passage.sources, citation.source) != nullptr) {
      continue;
    }
    passage.sources.push_back(named->second);
  }
  return passage;
}

StoredPassage IndexSnapshot::passage(Xapian::docid document) {
  StoredPassage made = passage(record(document));
  made.document = document;
  return made;
}

std::optional<NamedSource> IndexSnapshot::listed(const std::string& source) {
  const std::string term = value_term(schema::kLists, source);
  const auto end = database().postlist_end(term);
  for (auto it = database().postlist_begin(term); it != end; ++it) {
    const std::string order = order_of(*it);
    if (order.empty()) continue;
    const KnownReport& report = known_report(std::string(read_order_value(order).report_id));
    const auto named = report.sources.find(source);
    if (named != report.sources.end()) return named->second;
  }
  return std::nullopt;
}

std::optional<Xapian::docid> IndexSnapshot::find_passage(const std::string& passage_id) const {
  const std::string term = value_term(schema::kPassageId, passage_id);
  const auto found = database().postlist_begin(term);
  if (found == database().postlist_end(term)) return std::nullopt;
  return *found;
}

// Empty if the document does not exist or was deleted.
std::string IndexSnapshot::order_of(Xapian::docid document) const {
  if (index_.postings) {
    return std::string(index_.postings->values(schema::kSlotOrder).value(document));
  }
  auto value = database().valuestream_begin(schema::kSlotOrder);
  const auto end = database().valuestream_end(schema::kSlotOrder);
  if (value == end) return {};
  value.skip_to(document);
  return value != end && value.get_docid() == document ? *value : std::string();
}

// The documents of a report are usually adjacent, in the order of its passages: try that first.
std::optional<Xapian::docid> IndexSnapshot::neighbour(Xapian::docid document, Side side) const {
  const std::string own = order_of(document);
  PassageOrder order = read_order_value(own);
  if (order.report_id.empty() || (side == Side::kBefore && order.sequence == 0)) return {};
  order.sequence += side == Side::kAfter ? 1 : UINT32_MAX;
  const std::string wanted = order_value(order);
  const Xapian::docid guess = side == Side::kAfter ? document + 1 : document - 1;
  if (guess != 0 && order_of(guess) == wanted) return guess;
  const std::string term = value_term(schema::kReportId, order.report_id);
  auto value = database().valuestream_begin(schema::kSlotOrder);
  const auto end = database().valuestream_end(schema::kSlotOrder);
  for (auto it = database().postlist_begin(term); it != database().postlist_end(term); ++it) {
    value.skip_to(*it);
    if (value == end) break;
    if (value.get_docid() == *it && *value == wanted) return *it;
  }
  return std::nullopt;
}

std::vector<StoredPassage> IndexSnapshot::passages_of(std::string_view report_id,
                                                      const PassageFilter& filter) {
  const std::string term = value_term(schema::kReportId, report_id);
  std::vector<StoredPassage> passages;
  for (auto it = database().postlist_begin(term); it != database().postlist_end(term); ++it) {
    if (!filter || (*filter)[*it]) passages.push_back(passage(*it));
  }
  std::sort(passages.begin(), passages.end(),
            [](const StoredPassage& a, const StoredPassage& b) { return a.sequence < b.sequence; });
  return passages;
}

std::optional<ReportRecord> IndexSnapshot::report(std::string_view report_id) const {
  return stored_report(database(), report_id);
}

std::optional<std::string> IndexSnapshot::report_after(std::string_view report_id) const {
  const std::string prefix = schema::kMetaReport;
  std::string beyond = prefix + std::string(report_id);
  if (!report_id.empty()) beyond += '\0';
  auto key = database().metadata_keys_begin(prefix);
  key.skip_to(beyond);
  if (key == database().metadata_keys_end(prefix)) return std::nullopt;
  return (*key).substr(prefix.size());
}

bool IndexSnapshot::is_stale(std::string_view report_id, FreshnessCheck check) {
  constexpr std::size_t kMostKnown = 100'000;
  const auto known = stale_.find(report_id);
  if (known != stale_.end() && known->second.check >= check) return known->second.stale;
  const std::optional<FileRecord>& file = files_.get(report_id, [&]() -> std::optional<FileRecord> {
    const std::string key = schema::kMetaFile + std::string(report_id);
    const std::string bytes = metadata(index_, key);
    if (bytes.empty()) return std::nullopt;
    return decode_file(bytes);
  });
  if (stale_.size() >= kMostKnown) stale_.clear();
  const bool stale = !file || is_stale_file(*file, check);
  stale_.insert_or_assign(std::string(report_id), Freshness{check, stale});
  return stale;
}

}  // namespace ibid
