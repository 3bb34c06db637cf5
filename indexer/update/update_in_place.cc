// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/update_in_place.h"

#include <algorithm>
#include <utility>

#include "corpus/parser/report_chunks.h"
#include "indexer/schema.h"
#include "indexer/system/stopped.h"
#include "indexer/update/kept_report.h"

namespace ibid {
namespace {

constexpr std::uint64_t kLargeReport = 1u << 20;  // bytes of its file; some two seconds of work

}  // namespace

XapianWriter& UpdateInPlace::writer() {
  if (!writer_) {
    writer_.emplace(database_.dir, database_.mode, database_.memory.pending, database_.made_for);
  }
  return *writer_;
}

bool UpdateInPlace::apply(const UpdatePlan& plan) {
  progress_.begin(plan.to_read);
  remove_vanished(plan);
  for (const PlannedFile& file : plan.to_read) {
    progress_.state().current = file.stamp.path;
    if (!progress_.report(UpdateProgress::Phase::kIndexing)) return false;
    if (!read_and_write(file)) return false;
    ++progress_.state().files_done;
    progress_.state().bytes_done += file.stamp.size;
    if (writer_ && writer_->pending_bytes() > database_.memory.pending) commit();
  }
  return true;
}

void UpdateInPlace::remove_vanished(const UpdatePlan& plan) {
  const bool has_new = std::ranges::any_of(
      plan.to_read, [](const PlannedFile& file) { return file.known == nullptr; });
  for (const std::string& id : plan.vanished) {
    const std::string& sha256 = database_.files.at(id).sha256;
    vanished_hashes_.insert(sha256);
    if (has_new) note_vanished(id, sha256);
    writer().remove_report(
        id, {schema::kMetaReport + id, schema::kMetaFile + id, schema::kMetaText + id});
    ++counts_.removed;
    ++reports_removed_;
  }
}

// What has the permalinks of a report of before continues it, and so does what has its bytes.
FirstSeen UpdateInPlace::first_seen(const PlannedFile& file, const std::string& sha256,
                                    const std::string& reader) {
  const std::uint64_t now = database_.generation + 1;
  const bool unchanged =
      file.known != nullptr && file.known->sha256 == sha256 && file.known->reader == reader;
  const ReportToCome report{file.report_id, sha256, unchanged, now};
  if (database_.earlier != nullptr) return database_.earlier->first_seen(report);
  std::shared_ptr<const EarlierTexts> texts;
  if (file.known != nullptr) {
    if (const auto found = writer().first_seen(report)) return *found;
  } else if (const auto at = vanished_ids_.find(file.report_id); at != vanished_ids_.end()) {
    texts = at->second;
  } else if (const auto same = vanished_bytes_.find(sha256); same != vanished_bytes_.end()) {
    texts = same->second;
  }
  return {now, texts};
}

void UpdateInPlace::note_vanished(const std::string& id, const std::string& sha256) {
  if (const auto seen = writer().first_seen({id, sha256, false, 0})) {
    vanished_ids_[id] = vanished_bytes_[sha256] = seen->earlier;
  }
}

bool UpdateInPlace::read_and_write(const PlannedFile& file) {
  try {
    return file.keep ? keep(file) : read_file_and_write(file);
  } catch (const Stopped&) {  // while the file was read
    return false;
  }
}

// An error in a file becomes a problem and affects nothing else. Returns false if stopped.
bool UpdateInPlace::read_file_and_write(const PlannedFile& file) {
  // A new database has nothing of the file yet.
  const bool fresh = database_.mode == OpenMode::kCreate;
  ReadReport read =
      read_one(file, database_.reading, fresh ? SameBytes::kDecode : SameBytes::kLeave);
  counts_.bytes += read.bytes;
  if (!read.problem.empty()) {
    if (!keep(file)) read.problem += "; what was indexed of it cannot be kept either";
    counts_.problems.push_back({file.stamp.path, std::move(read.problem)});
    ++counts_.failed;
    return true;
  }
  if (!read.unparsed) {
    touch(file);
    return true;
  }
  PassageCounts counts;
  const std::optional<Report> report = write(*read.unparsed, file, counts);
  if (!report) return false;
  count(file, *report, counts);
  return true;
}

// Returns none if the caller stopped the run in the middle of the report, which is then not
// written. Only a large report can be stopped. That drops all uncommitted changes, so earlier ones
// are committed first. A small report is done in a moment.
std::optional<Report> UpdateInPlace::write(const UnparsedReport& text, const PlannedFile& file,
                                           PassageCounts& counts) {
  const bool large = file.stamp.size > kLargeReport;
  const std::uint64_t bytes_before = progress_.state().bytes_done;
  if (large && writer().pending_bytes() > 0) commit();
  const FirstSeen seen = first_seen(file, text.sha256(), text.reader());
  writer().begin_report(file.report_id);
  const auto add = [&](const Passage& passage, const IndexDocument& document) {
    writer_->add(document);
    progress_.state().bytes_done = bytes_before + passage.bytes.end;
    ++progress_.state().passages;
    if (!progress_.report(UpdateProgress::Phase::kIndexing) && large) throw Stopped{};
  };
  std::optional<Report> report;
  try {
    PassageTotals totals;
    report = text.parse(kChunkBytes, [&](Report chunk) {
      totals.append(finish_chunk(chunk));
      builder_.build(chunk, add, seen);
      if (builder_.memory_bytes() > database_.memory.words) builder_.clear_vocabulary();
    });
    counts = totals.counts;
    conclude(*report, std::move(totals));
    writer_->end_report(DocumentBuilder::metadata(*report, counts, file.stamp));
    const bool had_text = file.known != nullptr && !file.known->reader.empty();
    if (had_text && !report->extracted) writer_->set_metadata(schema::kMetaText + report->id, "");
  } catch (const Stopped&) {
    writer_->drop_pending();
    report.reset();
  }
  progress_.state().bytes_done = bytes_before;
  return report;
}

void UpdateInPlace::count(const PlannedFile& file, const Report& report,
                          const PassageCounts& counts) {
  for (const std::string& note : report.notes) counts_.notes.push_back({file.stamp.path, note});
  if (counts.passages == 0) counts_.notes.push_back({file.stamp.path, "contains no passage"});
  counts_.passages += counts.passages;
  if (report.encoding != Encoding::kUtf8) ++counts_.encodings[report.encoding];
  if (file.known == nullptr || database_.mode == OpenMode::kCreate) ++reports_added_;
  if (file.known != nullptr) {
    const bool same = file.known->sha256 == report.sha256 &&
                      file.known->stamp.given == file.stamp.given &&
                      file.known->reader == reader_of(report);
    ++(same ? counts_.unchanged : counts_.updated);
    return;
  }
  const auto from = vanished_hashes_.find(report.sha256);
  if (from != vanished_hashes_.end()) {
    vanished_hashes_.erase(from);
    ++counts_.moved;
    ++counts_.updated;
    --counts_.removed;
  } else {
    ++counts_.added;
  }
}

// Writes the report that was made from a file that cannot be read now, if this is another database.
bool UpdateInPlace::keep(const PlannedFile& file) {
  if (file.known == nullptr || database_.keep_from.empty()) return true;
  const std::optional<Report> report = kept_report(database_.keep_from, file.report_id);
  if (!report) return false;
  writer().begin_report(file.report_id);
  builder_.build(
      *report, [this](const Passage&, const IndexDocument& document) { writer_->add(document); },
      first_seen(file, file.known->sha256, file.known->reader));
  writer_->end_report(
      DocumentBuilder::metadata(*report, count_passages(*report), file.known->stamp));
  ++reports_added_;
  return true;
}

void UpdateInPlace::touch(const PlannedFile& file) {
  ++counts_.unchanged;
  if (file.stamp == file.known->stamp) return;  // read to compare its bytes
  FileRecord known = *file.known;
  known.stamp = file.stamp;
  writer().set_metadata(schema::kMetaFile + file.report_id, encode(known));
  ++counts_.touched;
}

void UpdateInPlace::commit() {
  progress_.report(UpdateProgress::Phase::kCommitting);
  const std::uint64_t reports = database_.files.size() + reports_added_ - reports_removed_;
  writer_->set_metadata(schema::kMetaReports, std::to_string(reports));
  writer_->set_metadata(schema::kMetaGeneration, std::to_string(++database_.generation));
  writer_->set_metadata(generation_time_key(database_.generation),
                        std::to_string(commit_time(database_.commit_time)));
  writer_->commit();
  builder_.clear_vocabulary();
}

void UpdateInPlace::finish() {
  if (writer_) commit();
  writer_.reset();
}

}  // namespace ibid
