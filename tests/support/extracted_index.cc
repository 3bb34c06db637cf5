// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/extracted_index.h"

#include <gtest/gtest.h>

#include <utility>

namespace ibid::testing {
namespace {

FileFormat format_of(AnchorGrade grade) {
  switch (grade) {
    case AnchorGrade::kByte:
      return FileFormat::kHtml;
    case AnchorGrade::kPart:
      return FileFormat::kDocx;
    case AnchorGrade::kPage:
      return FileFormat::kPdf;
  }
  return FileFormat::kPdf;
}

SourcePart part_of(AnchorGrade grade, std::uint32_t index) {
  if (grade == AnchorGrade::kPage) return {"", "", 0, 595, 842};
  if (grade == AnchorGrade::kByte) return {"", "", 100'000, 0, 0};
  const std::string name = index == 0 ? "word/document.xml" : "word/footnotes.xml";
  return {name, std::string(64, 'a'), 100'000, 0, 0};
}

}  // namespace

DocumentOf::DocumentOf(AnchorGrade grade)
    : out_(format_of(grade), grade, "test/1", 1 << 20), grade_(grade) {
  out_.add_part(part_of(grade, 0));
}

DocumentOf& DocumentOf::page() {
  part_ = out_.add_part(part_of(grade_, part_ + 1));
  at_ = 100;
  return *this;
}

DocumentOf& DocumentOf::begin(ExtractedBlock::Kind kind, std::string label) {
  out_.begin_block(kind, 0, std::move(label));
  return *this;
}

DocumentOf& DocumentOf::add(std::string_view text) {
  if (grade_ == AnchorGrade::kPage) {
    out_.add(text, part_, PageBox{70, static_cast<float>(at_ % 700), 400, 10});
  } else {
    out_.add(text, part_, at_, text.size());
  }
  at_ += text.size() + 20;
  return *this;
}

DocumentOf& DocumentOf::end() {
  out_.end_block();
  return *this;
}

DocumentOf& DocumentOf::paragraph(std::string_view text, std::string label) {
  return begin(ExtractedBlock::Kind::kParagraph, std::move(label)).add(text).end();
}

void ExtractedIndex::add(std::string_view name, DocumentOf& document) {
  const std::string bytes = "%PDF-1.7 " + std::string(name);  // known by its first bytes
  write(name, bytes);
  documents_[bytes] = document.out().finish();
}

UpdateOptions ExtractedIndex::options() const {
  UpdateOptions options = TestIndex::options();
  options.read_documents = [this](const ReaderInput& input) {
    return std::vector<ExtractedFile>{documents_.find(input.bytes)->second};
  };
  return options;
}

void ExtractedIndex::update_all() const {
  for (const Problem& problem : update_index(options()).problems) {
    ADD_FAILURE() << problem.path << ": " << problem.message;
  }
}

}  // namespace ibid::testing
