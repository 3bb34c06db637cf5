// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/read_report.h"

#include <fmt/core.h>

#include "corpus/error.h"
#include "corpus/extract/reader_rules.h"
#include "corpus/extract/tell_format.h"
#include "corpus/report/sha256.h"

namespace ibid {
namespace {

[[noreturn]] void refuse(const std::string& path, std::string_view why) {
  throw Error(ErrorKind::kInput, fmt::format("cannot read {}: {}", path, why));
}

// Of the same bytes, the text that another reader has made is gone; who made it is kept.
std::string reader_before(const FileRecord* known, const FileIdentity& identity,
                          const ExtractedFile& document) {
  if (known == nullptr || known->sha256 != identity.sha256 || known->reader.empty()) return {};
  return known->reader == document.reader ? known->reader_before : known->reader;
}

bool is_text(FileFormat format) {
  return format == FileFormat::kText || format == FileFormat::kMarkdown;
}

}  // namespace

std::vector<ExtractedFile> read_documents(const std::string& path, std::string_view bytes,
                                          FileFormat format, const ReadOptions& options,
                                          const FieldMapping& mapping) {
  if (!options.read) refuse(path, fmt::format("this program does not read {}", to_string(format)));
  try {
    std::vector<ExtractedFile> documents = options.read({.bytes = bytes,
                                                         .format = format,
                                                         .assumed = options.assumed,
                                                         .mapping = mapping,
                                                         .limits = {}});
    if (documents.empty()) refuse(path, "it holds no document");
    return documents;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput) throw;
    if (std::string_view(error.what()).starts_with("cannot read ")) throw;
    refuse(path, error.what());
  }
}

FileFormat format_of(const std::string& path, std::string_view bytes) {
  const FormatGuess guess = tell_format(bytes, path);
  if (!guess.refused.empty()) refuse(path, guess.refused);
  return guess.format;
}

namespace {

// The bytes, what is said of them by hand and the rules by which they are read are the indexed
// ones.
bool is_indexed(const PlannedFile& file, const FileIdentity& identity) {
  return file.known != nullptr && file.stamp.given == file.known->stamp.given &&
         file.known->sha256 == identity.sha256 &&
         (file.known->reader.empty() || has_present_rules(file.known->reader));
}

void take_document(const PlannedFile& file, std::shared_ptr<const ExtractedFile> document,
                   const FileIdentity& identity, ReadReport& read) {
  std::string before = reader_before(file.known, identity, *document);
  read.unparsed.emplace(file.stamp.path, std::move(document), file.report_id, identity);
  read.unparsed->note_reader_before(std::move(before));
}

void read_bytes(const PlannedFile& file, const ReadOptions& options, SameBytes same,
                ReadReport& read) {
  const std::string& path = file.stamp.path;
  std::string bytes = read_file(path);
  read.bytes = bytes.size();
  const FileIdentity identity{sha256_hex(bytes), bytes.size()};
  if (same == SameBytes::kLeave && is_indexed(file, identity)) return;
  const FileFormat format = format_of(path, bytes);
  if (is_text(format)) {
    read.unparsed.emplace(path, std::move(bytes), file.report_id, options.assumed);
    return;
  }
  auto documents = read_documents(path, bytes, format, options, file.mapping);
  if (documents.size() > 1) {
    refuse(path, fmt::format("it holds {} documents; name it .{}", documents.size(),
                             format == FileFormat::kJsonLines ? "jsonl" : to_string(format)));
  }
  take_document(file, std::make_shared<const ExtractedFile>(std::move(documents.front())), identity,
                read);
}

}  // namespace

ReadReport read_one(const PlannedFile& file, const ReadOptions& options, SameBytes same) {
  ReadReport read;
  read.stamp = file.stamp;
  try {
    if (!file.document) {
      read_bytes(file, options, same, read);
    } else {
      read.bytes = file.document->text.size();
      if (same == SameBytes::kLeave && is_indexed(file, file.identity) &&
          file.known->reader == file.document->reader) {
        return read;
      }
      take_document(file, file.document, file.identity, read);
    }
    if (read.unparsed) read.unparsed->correct(file.given);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput) throw;
    read.problem = error.what();
  }
  return read;
}

}  // namespace ibid
