// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/xapian_sink.h"

#include <xapian.h>

#include "indexer/gone_documents.h"
#include "indexer/schema.h"
#include "indexer/xapian_error.h"

namespace ibid {
namespace {

// What Xapian 1.4's inverter holds of a posting until it flushes: a map node and its key, shared
// between passages for all but the first posting of a term; measured.
constexpr std::uint64_t kBytesPerPosting = 96;
constexpr std::uint64_t kBytesPerDocument = 512;

class XapianSink final : public IndexSink {
 public:
  XapianSink(const std::string& database_dir, OpenMode mode, std::uint64_t memory_bytes)
      : memory_bytes_(memory_bytes), what_("cannot write to the index " + database_dir) {
    translating_xapian_errors(what_, [&] {
      const int flags = mode == OpenMode::kCreate ? Xapian::DB_CREATE : Xapian::DB_OPEN;
      database_ = Xapian::WritableDatabase(database_dir, flags | Xapian::DB_BACKEND_GLASS);
    });
  }

  // Xapian's own object would commit what is pending, without the counts that belong to it.
  ~XapianSink() override { drop_pending(); }
  XapianSink(const XapianSink&) = delete;
  XapianSink& operator=(const XapianSink&) = delete;

  // Changes of one report become part of the index together: inside a transaction Xapian commits
  // nothing.
  void begin_report(std::string_view report_id) override {
    translating_xapian_errors(what_, [&] {
      database_.begin_transaction(false);
      in_report_ = true;
      remove_documents(database_, report_term(report_id));
    });
  }

  void add(const IndexDocument& document) override {
    translating_xapian_errors(what_, [&] {
      database_.add_document(to_xapian(document));
      if (pending_ > memory_bytes_) write_out();
    });
  }

  void end_report(const std::vector<std::pair<std::string, std::string>>& metadata) override {
    translating_xapian_errors(what_, [&] {
      for (const auto& [key, value] : metadata) {
        database_.set_metadata(key, value);
        pending_ += key.size() + value.size();
      }
      database_.commit_transaction();
      in_report_ = false;
    });
  }

  void drop_pending() noexcept override {
    try {
      if (!in_report_) database_.begin_transaction(false);
      database_.cancel_transaction();
    } catch (...) {
      // It is broken, and commits nothing any more.
    }
    in_report_ = false;
    pending_ = 0;
  }

  void remove_report(std::string_view report_id,
                     const std::vector<std::string>& metadata_keys) override {
    begin_report(report_id);
    std::vector<std::pair<std::string, std::string>> emptied;
    for (const std::string& key : metadata_keys) emptied.emplace_back(key, "");
    end_report(emptied);
    pending_ += kBytesPerDocument;
  }

  void set_metadata(std::string_view key, std::string_view value) override {
    translating_xapian_errors(
        what_, [&] { database_.set_metadata(std::string(key), std::string(value)); });
  }

  std::uint64_t pending_bytes() const override { return pending_; }

  void commit() override {
    translating_xapian_errors(what_, [&] { database_.commit(); });
    pending_ = 0;
  }

 private:
  // Of a report larger than the memory: what Xapian holds goes into its tables, in blocks that
  // belong to no revision before the commit. It writes lists out where they are to be read.
  void write_out() {
    database_.allterms_begin();
    database_.valuestream_begin(schema::kSlotPlaces);
    pending_ = 0;
  }

  static std::string report_term(std::string_view report_id) {
    return schema::kReportId + std::string(report_id);
  }

  Xapian::Document to_xapian(const IndexDocument& source) {
    Xapian::Document document;
    document.set_data(source.data);
    for (const std::vector<TermEntry>* terms : {&source.text_terms, &source.exact_terms}) {
      for (const TermEntry& entry : *terms) {
        document.add_term(std::string(entry.term), entry.wdf);
        pending_ += kBytesPerPosting + entry.term.size();
      }
    }
    for (const auto& [slot, value] : source.values) {
      document.add_value(slot, value);
      pending_ += value.size();
    }
    if (!source.places.empty()) document.add_value(schema::kSlotPlaces, source.places);
    pending_ += kBytesPerDocument + source.data.size() + source.places.size();
    return document;
  }

  Xapian::WritableDatabase database_;
  std::uint64_t memory_bytes_;
  std::string what_;  // fails, if something does
  bool in_report_ = false;
  std::uint64_t pending_ = 0;
};

}  // namespace

std::unique_ptr<IndexSink> open_xapian_sink(const std::string& database_dir, OpenMode mode,
                                            std::uint64_t memory_bytes) {
  return std::make_unique<XapianSink>(database_dir, mode, memory_bytes);
}

void compact_database(const std::string& from, const std::string& to) {
  translating_xapian_errors("cannot compact the new index", [&] {
    Xapian::Database(from).compact(to, Xapian::DBCOMPACT_NO_RENUMBER);
  });
}

}  // namespace ibid
