// SPDX-License-Identifier: GPL-2.0-or-later
//
// See reader.h.
#include "corpus/files/reader.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "corpus/error.h"
#include "corpus/extract/mark_blocks.h"
#include "corpus/file_descriptor.h"
#include "corpus/markdown/markdown_text.h"
#include "corpus/parser/explain_head.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, std::string_view why) {
  throw Error(ErrorKind::kInput, fmt::format("cannot read {}: {}", path, why));
}

[[noreturn]] void refuse(const std::string& path, int error) {
  refuse(path, std::generic_category().message(error));
}

// The bytes of a file name may not be UTF-8; a title must be.
std::string valid_utf8(std::string_view name) {
  std::string valid;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    if (next_code_point(name, at) == 0xFFFD) {
      valid += "\xEF\xBF\xBD";
    } else {
      valid.append(name.substr(begin, at - begin));
    }
  }
  return valid;
}

bool is_markdown_name(const std::string& path) {
  const std::string extension = ascii_lower(fs::path(path).extension().string());
  return extension == ".md" || extension == ".markdown";
}

}  // namespace

std::string read_file(const std::string& path) {
  // Non-blocking, so that a pipe without a writer is refused rather than waited for.
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) refuse(path, errno);
  struct stat info {};
  if (fstat(file.get(), &info) != 0) refuse(path, errno);
  if (S_ISDIR(info.st_mode)) refuse(path, "it is a folder");
  if (!S_ISREG(info.st_mode)) refuse(path, "it is not a regular file");
  const auto too_large = fmt::format("it is larger than {} bytes; split it", kMaxFileBytes);
  if (static_cast<std::uint64_t>(info.st_size) > kMaxFileBytes) refuse(path, too_large);
  // The size is a hint: files in /proc report 0, and a file may grow while it is read.
  constexpr std::size_t kStep = std::size_t{1} << 16;
  std::string bytes;
  std::size_t used = 0;
  for (bytes.resize(static_cast<std::size_t>(info.st_size) + 1);;) {
    if (used == bytes.size()) bytes.resize(bytes.size() + std::max(kStep, bytes.size() / 2));
    const ssize_t got = read(file.get(), bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse(path, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > kMaxFileBytes) refuse(path, too_large);
  }
  bytes.resize(used);
  return bytes;
}

UnparsedReport::UnparsedReport(const std::string& path, std::string bytes,
                               std::string_view report_id, std::optional<Encoding> assumed)
    : path_(fs::absolute(path).lexically_normal().string()),
      stem_(valid_utf8(fs::path(path).stem().string())),
      report_id_(report_id),
      sha256_(sha256_hex(bytes)),
      size_(bytes.size()) {
  try {
    const Encoding encoding = tell_encoding(bytes, assumed);
    decoded_ = decode_file(std::move(bytes), encoding);
    if (is_markdown_name(path)) marked_ = read_markdown(decoded_.text);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kInput) refuse(path, error.what());
    throw;
  }
}

UnparsedReport::UnparsedReport(const std::string& path,
                               std::shared_ptr<const ExtractedFile> document,
                               std::string_view report_id, const FileIdentity& file)
    : path_(fs::absolute(path).lexically_normal().string()),
      stem_(valid_utf8(fs::path(path).stem().string())),
      report_id_(report_id),
      sha256_(file.sha256),
      size_(file.size),
      decoded_(decode_file(document->text, Encoding::kUtf8)),
      marked_(mark_blocks(*document)),
      document_(std::move(document)) {}

ParsedText UnparsedReport::text() const {
  return {decoded_, marked_ ? &*marked_ : nullptr, document_.get()};
}

std::string UnparsedReport::reader() const { return document_ ? document_->reader : ""; }

Report UnparsedReport::parse(std::uint64_t chunk_bytes, const TakeChunk& take) const {
  const auto corrected = [&](Report chunk) {
    apply_given_to(chunk);
    take(std::move(chunk));
  };
  return with_file(parse_in_chunks(text(), report_id_, stem_, chunk_bytes,
                                   given_ ? TakeChunk(corrected) : take));
}

Report UnparsedReport::parse() const { return with_file(parse_report(text(), report_id_, stem_)); }

std::vector<FieldOrigin> UnparsedReport::explain() const { return explain_head(text(), stem_); }

Report UnparsedReport::with_file(Report report) const {
  report.path = path_;
  report.sha256 = sha256_;
  report.size = size_;
  report.extracted = document_;
  if (report.extraction) report.extraction->reader_before = reader_before_;
  apply_given_to(report);
  return report;
}

void UnparsedReport::apply_given_to(Report& report) const {
  if (given_) apply_given(*given_, report);
}

Report read_report(const std::string& path, std::string bytes, std::string_view report_id,
                   std::optional<Encoding> assumed) {
  return UnparsedReport(path, std::move(bytes), report_id, assumed).parse();
}

}  // namespace ibid
