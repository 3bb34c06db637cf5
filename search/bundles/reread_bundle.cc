// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/reread_bundle.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/extract/mark_blocks.h"
#include "corpus/extract/tell_format.h"
#include "corpus/report/sha256.h"

namespace ibid {
namespace {

bool has_fields_by_hand(FileFormat format) {
  return format == FileFormat::kJson || format == FileFormat::kJsonLines;
}

// Whose difference it is: what this reader says of the reader before.
std::string readers(const ReportExtraction& before, const ExtractedFile& now) {
  if (before.reader == now.reader) return "of the same reader " + now.reader;
  return fmt::format("the reader differs: it was {}, now it is {}", before.reader, now.reader);
}

}  // namespace

RereadFile::RereadFile(const ReadDocuments& read, std::string_view bytes,
                       const BundleReport& report) {
  const FileFormat format = report.info.extraction->format;
  const FormatGuess guess = tell_format(bytes, report.file_name);
  if (!guess.refused.empty()) {
    refusal_ = guess.refused;
  } else if (guess.format != format) {
    refusal_ = fmt::format("it is a file of format {}, not {}", to_string(guess.format),
                           to_string(format));
  } else {
    try {
      documents_ =
          read({.bytes = bytes, .format = format, .assumed = {}, .mapping = {}, .limits = {}});
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      refusal_ = error.what();
    }
  }
}

const ExtractedFile* RereadFile::document_of(const BundleReport& report) const {
  const auto found =
      std::ranges::find(documents_, report.info.extraction->item, &ExtractedFile::item);
  return found == documents_.end() ? nullptr : &*found;
}

std::string RereadFile::wrong_with(const BundleReport& report) const {
  const ReportExtraction& before = *report.info.extraction;
  if (!refusal_.empty()) return "it cannot be read again: " + refusal_;
  const ExtractedFile* now = document_of(report);
  std::string wrong;
  if (now == nullptr) {
    wrong = fmt::format("read again, it contains no document \"{}\"", before.item);
  } else if (sha256_hex(now->text) != before.text_sha256) {
    wrong = fmt::format("read again, its text differs ({})", readers(before, *now));
  } else if (now->grade != before.grade) {
    wrong = "read again, its places are of another grade";
  }
  if (!wrong.empty() && has_fields_by_hand(before.format)) {
    wrong += "; fields that ibid.toml named for it are not in a bundle";
  }
  return wrong;
}

std::string RereadFile::wrong_with(const BundleReport& report, const BundlePassage& passage) const {
  const ExtractedFile& now = *document_of(report);
  BundleAnchor anchor = anchor_of(now, passage.bytes);
  anchor.decodes = passage.anchor->decodes;
  if (anchor != *passage.anchor) {
    return fmt::format("read again, its text is at other places ({})",
                       readers(*report.info.extraction, now));
  }
  const ExtractedBlock* block = block_at(now, passage.bytes.begin);
  if (!passage.label.empty() && (block == nullptr || block->label != passage.label)) {
    return fmt::format("read again, it has the label \"{}\", not \"{}\" ({})",
                       block == nullptr ? "" : block->label, passage.label,
                       readers(*report.info.extraction, now));
  }
  return {};
}

}  // namespace ibid
