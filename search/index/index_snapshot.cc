// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_snapshot.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "indexer/analysis/term.h"
#include "indexer/folder/one_state.h"
#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/index/freshness.h"
#include "search/index/index_metadata.h"

namespace ibid {
namespace {

Xapian::Database open_database(const IndexDir& dir, std::uint64_t build) {
  const std::string path = dir.database(build);
  expect_one_state(dir.path(), path);
  return Xapian::Database(path);
}

// Holds the database open, and what it has loaded as long as anybody holds that.
std::function<std::shared_ptr<const ExtractedFile>()> text_loader(const IndexView& index,
                                                                  const std::string& report_id) {
  return [databases = is_on_nodes(index) ? index.nodes : std::vector{index.database}, report_id,
          loaded = std::weak_ptr<const ExtractedFile>()]() mutable {
    std::shared_ptr<const ExtractedFile> text = loaded.lock();
    if (text) return text;
    try {
      for (const Xapian::Database& database : databases) {
        if (!text) text = stored_text(database, report_id);
      }
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

IndexSnapshot::IndexSnapshot(std::vector<Xapian::Database> nodes, std::vector<NodeState> states,
                             std::shared_ptr<KnownTerms> terms) {
  for (const Xapian::Database& node : nodes) index_.database.add_database(node);
  index_.nodes = std::move(nodes);
  index_.deleted = std::make_shared<DeletedDocuments>();
  index_.positions = std::make_shared<PositionFile>();
  index_.derived->statistics = std::make_shared<NodeStatistics>(index_.database, std::move(terms));
  for (const NodeState& node : states) {
    state_.generation += node.generation;
    state_.passages += node.passages;
    state_.reports += node.reports;
    state_.complete = state_.complete && node.status == NodeStatus::kAnswered;
  }
  state_.nodes = std::move(states);
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
  const auto record = this->report(report_id);
  if (!record) {
    throw Error(ErrorKind::kIndex, "the record of report " + report_id +
                                       " is missing: the index is damaged; run `ibid index "
                                       "--rebuild`");
  }
  report.info = report_info(record->report);
  report.info.elsewhere = is_on_nodes(index_);
  if (report.info.extraction) report.info.load_text = text_loader(index_, report_id);
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
  std::vector<Xapian::docid> documents;
  const auto end = database().postlist_end(term);
  for (auto it = database().postlist_begin(term); it != end; ++it) documents.push_back(*it);
  std::vector<std::string> orders = values_of(index_, schema::kSlotOrder, documents);
  // The numbers of joined databases are in no order of reports.
  if (is_on_nodes(index_)) std::sort(orders.begin(), orders.end());
  for (const std::string& order : orders) {
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
  if (is_on_nodes(index_)) return values_of(index_, schema::kSlotOrder, {&document, 1}).front();
  if (index_.postings) {
    return std::string(index_.postings->values(schema::kSlotOrder).value(document));
  }
  auto value = database().valuestream_begin(schema::kSlotOrder);
  const auto end = database().valuestream_end(schema::kSlotOrder);
  if (value == end) return {};
  value.skip_to(document);
  return value != end && value.get_docid() == document ? *value : std::string();
}

bool IndexSnapshot::has_order(Xapian::docid document, const std::string& order) const {
  try {
    return order_of(document) == order;
  } catch (const Xapian::DocNotFoundError&) {  // of a node with fewer passages
    return false;
  }
}

// The documents of a report are usually adjacent, in the order of its passages: try that first.
std::optional<Xapian::docid> IndexSnapshot::neighbour(Xapian::docid document, Side side) const {
  const std::string own = order_of(document);
  PassageOrder order = read_order_value(own);
  if (order.report_id.empty() || (side == Side::kBefore && order.sequence == 0)) return {};
  order.sequence += side == Side::kAfter ? 1 : UINT32_MAX;
  const std::string wanted = order_value(order);
  // Joined databases number their documents in turns.
  const auto step = static_cast<Xapian::docid>(std::max<std::size_t>(index_.nodes.size(), 1));
  const Xapian::docid guess = side == Side::kAfter ? document + step : document - step;
  const bool may_be = side == Side::kAfter ? guess <= database().get_lastdocid() : document > step;
  if (may_be && has_order(guess, wanted)) return guess;
  const std::string term = value_term(schema::kReportId, order.report_id);
  for (auto it = database().postlist_begin(term); it != database().postlist_end(term); ++it) {
    if (has_order(*it, wanted)) return *it;
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
  return report_record(index_, report_id);
}

std::optional<std::string> IndexSnapshot::report_after(std::string_view report_id) const {
  if (is_on_nodes(index_)) {
    const std::vector<std::string>& ids = kept_report_ids();
    const auto after = report_id.empty()
                           ? ids.begin()
                           : std::upper_bound(ids.begin(), ids.end(), report_id, std::less<>());
    return after == ids.end() ? std::nullopt : std::optional(*after);
  }
  const std::string prefix = schema::kMetaReport;
  std::string beyond = prefix + std::string(report_id);
  if (!report_id.empty()) beyond += '\0';
  auto key = database().metadata_keys_begin(prefix);
  key.skip_to(beyond);
  if (key == database().metadata_keys_end(prefix)) return std::nullopt;
  return (*key).substr(prefix.size());
}

const std::vector<std::string>& IndexSnapshot::kept_report_ids() const {
  if (report_ids_.empty()) report_ids_ = report_ids(index_);
  return report_ids_;
}

bool IndexSnapshot::is_stale(std::string_view report_id, FreshnessCheck check) {
  constexpr std::size_t kMostKnown = 100'000;
  if (is_on_nodes(index_)) return false;
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
