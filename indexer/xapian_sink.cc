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

class XapianSink : public IndexSink {
 public:
  XapianSink(const std::string& database_dir, OpenMode mode, std::uint64_t memory_bytes)
      : memory_bytes_(memory_bytes) {
    translating_xapian_errors("cannot open the index for writing", [&] {
      const int flags = mode == OpenMode::kCreate ? Xapian::DB_CREATE : Xapian::DB_OPEN;
      database_ = Xapian::WritableDatabase(database_dir, flags | Xapian::DB_BACKEND_GLASS);
    });
  }

  // Changes of one report reach the disk together: inside a transaction Xapian commits nothing.
  void begin_report(std::string_view report_id,
                    const std::pair<std::string, std::string>& unfinished) override {
    translating_xapian_errors("cannot write to the index", [&] {
      unfinished_ = unfinished;
      database_.begin_transaction(false);
      remove_documents(database_, report_term(report_id));
    });
  }

  void add(const IndexDocument& document) override {
    translating_xapian_errors("cannot write to the index", [&] {
      database_.add_document(to_xapian(document));
      if (pending_ <= memory_bytes_) return;
      if (!unfinished_.first.empty()) {
        database_.set_metadata(unfinished_.first, unfinished_.second);
      }
      database_.commit_transaction();
      commit();
      database_.begin_transaction(false);
    });
  }

  void end_report(const std::vector<std::pair<std::string, std::string>>& metadata) override {
    translating_xapian_errors("cannot write to the index", [&] {
      for (const auto& [key, value] : metadata) {
        database_.set_metadata(key, value);
        pending_ += key.size() + value.size();
      }
      database_.commit_transaction();
    });
  }

  void cancel_report() noexcept override {
    try {
      database_.cancel_transaction();
    } catch (const Xapian::Error&) {
      // Nothing is lost: the destructor drops an open transaction too.
    }
  }

  void remove_report(std::string_view report_id,
                     const std::vector<std::string>& metadata_keys) override {
    begin_report(report_id, {});
    std::vector<std::pair<std::string, std::string>> emptied;
    for (const std::string& key : metadata_keys) emptied.emplace_back(key, "");
    end_report(emptied);
    pending_ += kBytesPerDocument;
  }

  void set_metadata(std::string_view key, std::string_view value) override {
    translating_xapian_errors("cannot write to the index", [&] {
      database_.set_metadata(std::string(key), std::string(value));
    });
  }

  std::uint64_t pending_bytes() const override { return pending_; }

  void commit() override {
    translating_xapian_errors("cannot commit to the index", [&] { database_.commit(); });
    pending_ = 0;
  }

 private:
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
  std::pair<std::string, std::string> unfinished_;  // of the report at hand
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
