// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/earlier_texts.h"

#include <algorithm>
#include <chrono>

#include "indexer/analysis/term.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

struct EarlierPassage {
  Xapian::docid docid;
  std::uint64_t generation;  // in which it was first seen
};

// `value_of` a document: in slot kSlotFirstSeen.
template <class ValueOf>
std::vector<EarlierPassage> passages_of(const Xapian::Database& database, const std::string& report,
                                        ValueOf value_of) {
  std::vector<EarlierPassage> out;
  const std::string term = value_term(schema::kReportId, report);
  const auto end = database.postlist_end(term);
  for (auto it = database.postlist_begin(term); it != end; ++it) {
    out.push_back({*it, read_first_seen_value(value_of(*it))});
  }
  return out;
}

std::shared_ptr<const EarlierTexts> texts_of(const Xapian::Database& database,
                                             const std::vector<EarlierPassage>& passages) {
  auto texts = std::make_shared<EarlierTexts>();
  const std::string prefix(1, schema::kTextHash);
  for (const auto& [docid, generation] : passages) {
    auto term = database.termlist_begin(docid);
    term.skip_to(prefix);
    if (term == database.termlist_end(docid)) continue;
    const std::string hash = *term;
    if (!hash.starts_with(prefix)) continue;
    const auto [at, is_new] = texts->emplace(hash.substr(prefix.size()), generation);
    if (!is_new) at->second = std::min(at->second, generation);
  }
  return texts;
}

std::optional<FirstSeen> first_seen_of(const Xapian::Database& database, const ReportToCome& report,
                                       const std::vector<EarlierPassage>& passages) {
  if (passages.empty()) return std::nullopt;
  const auto [first, last] = std::ranges::minmax_element(passages, {}, &EarlierPassage::generation);
  const std::uint64_t latest = last->generation;
  // Most files, most often: their lists of terms need not be read.
  if (report.is_unchanged && first->generation == latest) return FirstSeen{latest, nullptr};
  return FirstSeen{report.is_unchanged ? latest : report.generation, texts_of(database, passages)};
}

// For many reports, one after the other in the order of their documents.
std::optional<FirstSeen> streamed_first_seen(const Xapian::Database& database,
                                             const ReportToCome& report) {
  auto value = database.valuestream_begin(schema::kSlotFirstSeen);
  const auto end = database.valuestream_end(schema::kSlotFirstSeen);
  const auto value_of = [&](Xapian::docid docid) {
    if (value != end) value.skip_to(docid);
    return value != end && value.get_docid() == docid ? *value : std::string();
  };
  return first_seen_of(database, report, passages_of(database, report.id, value_of));
}

}  // namespace

// Not by a stream of values: of a writer, that would write out the pending ones of every slot.
std::optional<FirstSeen> first_seen_in(const Xapian::Database& database,
                                       const ReportToCome& report) {
  const auto value_of = [&](Xapian::docid docid) {
    return database.get_document(docid).get_value(schema::kSlotFirstSeen);
  };
  return first_seen_of(database, report, passages_of(database, report.id, value_of));
}

std::vector<std::pair<std::string, std::string>> generation_times(
    const Xapian::Database& database) {
  std::vector<std::pair<std::string, std::string>> times;
  const auto end = database.metadata_keys_end(schema::kMetaTime);
  for (auto key = database.metadata_keys_begin(schema::kMetaTime); key != end; ++key) {
    times.emplace_back(*key, database.get_metadata(*key));
  }
  return times;
}

std::uint64_t commit_time(std::uint64_t given) {
  if (given != 0) return given;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

EarlierDatabase::Open EarlierDatabase::open() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      Open database = std::move(idle_.back());
      idle_.pop_back();
      return database;
    }
  }
  return std::make_unique<Xapian::Database>(dir_);
}

void EarlierDatabase::give_back(Open database) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(database));
}

FirstSeen EarlierDatabase::first_seen(const ReportToCome& report) {
  const FirstSeen is_new{report.generation, nullptr};
  if (dir_.empty()) return is_new;
  try {
    Open database = open();
    auto found = streamed_first_seen(*database, report);
    if (const auto gone = vanished_.find(report.sha256); !found && gone != vanished_.end()) {
      found = streamed_first_seen(
          *database, {gone->second, report.sha256, report.is_unchanged, report.generation});
    }
    give_back(std::move(database));
    return found.value_or(is_new);
  } catch (const Xapian::Error&) {
    return is_new;
  }
}

std::vector<std::pair<std::string, std::string>> EarlierDatabase::times() const {
  if (dir_.empty()) return {};
  try {
    return generation_times(Xapian::Database(dir_));
  } catch (const Xapian::Error&) {
    return {};
  }
}

}  // namespace ibid
