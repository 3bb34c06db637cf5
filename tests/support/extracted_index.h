// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index of documents of other formats than text, as a reader would have made them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/reader_input.h"
#include "tests/support/test_index.h"

namespace ibid::testing {

// A document of one part or some pages; each text at its own place.
class DocumentOf {
 public:
  // kPage: of a PDF; kPart: of "word/document.xml"; kByte: of a page of HTML.
  explicit DocumentOf(AnchorGrade grade);

  DocumentOf& page();  // what follows is on the next page, or in the next part
  DocumentOf& begin(ExtractedBlock::Kind kind, std::string label = {});
  DocumentOf& add(std::string_view text);
  DocumentOf& end();
  // A paragraph of its own.
  DocumentOf& paragraph(std::string_view text, std::string label = {});
  ExtractBuilder& out() { return out_; }

 private:
  ExtractBuilder out_;
  AnchorGrade grade_;
  std::uint32_t part_ = 0;
  std::uint64_t at_ = 100;
};

class ExtractedIndex : public TestIndex {
 public:
  // A file of the folder of which a reader makes this.
  void add(std::string_view name, DocumentOf& document);
  // Options that read the files by what add() was given.
  UpdateOptions options() const;
  void update_all() const;

 private:
  std::map<std::string, ExtractedFile, std::less<>> documents_;  // by the bytes of their files
};

}  // namespace ibid::testing
