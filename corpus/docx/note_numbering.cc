// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/note_numbering.h"

#include "corpus/office/number_format.h"

namespace ibid {
namespace {

const std::string& first_of(const std::string& own, const std::string& other) {
  return own.empty() ? other : own;
}

}  // namespace

void set_note_rule(NoteRules& rules, WordTag tag, std::string_view value) {
  if (tag == WordTag::kNumFmt) rules.format = value.substr(0, 64);
  if (tag == WordTag::kNumStart) rules.start = number_in(value, 0, 1'000'000);
  if (tag == WordTag::kNumRestart) rules.restart = value.substr(0, 64);
}

void NoteNumbering::end_section(const SectionNotes& rules) {
  for (std::size_t family = 0; family < 2; ++family) {
    const std::string& restart = first_of(rules[family].restart, settings_[family].restart);
    if (restart == "eachSect") last_[family].reset();
    if (restart == "eachPage" && !told_ && labelled_ < writer_.marks().size()) {
      told_ = true;
      out_.add_note("its notes are numbered from 1 on each page; here the numbers go on");
    }
  }
  for (; labelled_ < writer_.marks().size(); ++labelled_) {
    const DraftWriter::WrittenMark& mark = writer_.marks()[labelled_];
    if (!mark.counted) continue;
    const std::size_t family = mark.family;
    const auto start = rules[family].start ? rules[family].start : settings_[family].start;
    auto& last = last_[family];
    last = last ? *last + 1 : start.value_or(1);
    std::string format = first_of(rules[family].format, settings_[family].format);
    if (format.empty()) format = family == 0 ? "decimal" : "lowerRoman";
    writer_.set_label(mark, formatted_number(*last, format));
  }
}

}  // namespace ibid
