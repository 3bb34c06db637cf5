// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages of an extracted text -> where they are in the file, and what belongs to them: labels,
// notes, links, uncertain line ends. Library-internal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "corpus/extract/extracted_file.h"
#include "corpus/report/report.h"

namespace ibid {

// What `file` is to its report. Computes the hash of its text.
ReportExtraction extraction_of(const ExtractedFile& file);

// Puts what the file says of the document into the report, with its origin, in place of what was
// read from the text. Only a date of the file's making, not of the document's, gives way to one in
// the text.
void apply_fields(const ExtractedFile& file, Report& report);

// The day on which a file was made says little of the day of the document.
bool is_of_the_file(const ExtractedField& field);

// Thread: one object, one thread.
class PassageOrigins {
 public:
  // `file` outlives this.
  explicit PassageOrigins(const ExtractedFile& file) : file_(file) {}

  // Fills in origin, links and, of a note, the kind. Call it for the passages in the order of the
  // text, each with its id.
  void fill(Passage& passage);

 private:
  void take_label(const ExtractedBlock& block, Passage& passage);
  void take_notes(Passage& passage);
  void take_links(Passage& passage);
  void take_joints(Passage& passage);

  const ExtractedFile& file_;
  const ExtractedBlock* labelled_ = nullptr;      // the last block whose label was given away
  std::size_t mark_ = 0, link_ = 0, joint_ = 0;   // the next ones
  std::map<std::uint32_t, std::string> note_of_;  // block of a note -> id of the passage
  std::uint32_t note_ = 0;                        // the block of the last note, 1-based; 0: none
};

}  // namespace ibid
