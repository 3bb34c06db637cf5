// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/pictures/page_pictures.h"

#include <filesystem>
#include <system_error>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"
#include "tools/serve/page/pictures/png_writer.h"

namespace ibid {
namespace {

using Why = NoPicture::Why;

// Twice as wide as a text column on most screens.
constexpr std::uint32_t kMostWidth = 1200, kMostHeight = 2400;

ReaderPoolOptions of_pictures() {
  ReaderPoolOptions options;
  options.cpu = std::chrono::milliseconds(4'000);
  options.cpu_per_mib = std::chrono::milliseconds(0);
  options.patience = 2;
  options.memory_bytes = std::uint64_t{768} << 20;
  options.most_file_bytes = kMostDrawnFileBytes;
  options.most_answer_bytes = std::uint64_t{kMostWidth} * kMostHeight * 3 + 4096;
  return options;
}

std::string indexed_bytes(const ReportInfo& report) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(report.path, error);
  if (!error && size > kMostDrawnFileBytes) throw NoPicture{Why::kLarge};
  std::string bytes;
  try {
    bytes = read_file(report.path);
  } catch (const Error& failed) {
    if (failed.kind() != ErrorKind::kInput) throw;
    throw NoPicture{Why::kChanged};
  }
  if (sha256_hex(bytes) != report.sha256) throw NoPicture{Why::kChanged};
  return bytes;
}

}  // namespace

PagePictures::PagePictures() : readers_(of_pictures()) {}

std::shared_ptr<const std::string> PagePictures::png(const ReportInfo& report, std::uint32_t page) {
  const auto& extraction = report.extraction;
  if (!extraction || extraction->grade != AnchorGrade::kPage || page >= extraction->parts.size()) {
    throw NoPicture{Why::kNoPage};
  }
  const Key key{report.sha256, page};
  std::shared_ptr<const std::string> png = find(key);
  if (!png) {
    png = std::make_shared<const std::string>(drawn(report, page));
    keep(key, png);
  }
  if (png->empty()) throw NoPicture{Why::kFailed};
  return png;
}

std::string PagePictures::drawn(const ReportInfo& report, std::uint32_t page) {
  const std::string bytes = indexed_bytes(report);
  ReaderInput input;
  input.bytes = bytes;
  input.format = report.extraction->format;
  try {
    return png_of(readers_.draw(input, {page, kMostWidth, kMostHeight}));
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kInput) return {};
    throw NoPicture{Why::kFailed};  // no reader today, perhaps one tomorrow
  }
}

std::shared_ptr<const std::string> PagePictures::find(const Key& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found->second);
  return found->second->png;
}

void PagePictures::keep(const Key& key, std::shared_ptr<const std::string> png) {
  constexpr std::size_t kOfEntry = 256;  // bytes of one besides its picture
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;
  bytes_ += png->size() + kOfEntry;
  kept_.push_front({key, std::move(png)});
  by_key_[key] = kept_.begin();
  while (bytes_ > kMostBytes && kept_.size() > 1) {
    bytes_ -= kept_.back().png->size() + kOfEntry;
    by_key_.erase(kept_.back().key);
    kept_.pop_back();
  }
}

}  // namespace ibid
