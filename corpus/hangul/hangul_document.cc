// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/hangul_document.h"

#include "corpus/text/code_points.h"

namespace ibid {

void append_all_text(const std::vector<HangulParagraph>& paragraphs, std::string& text) {
  for (const HangulParagraph& paragraph : paragraphs) {
    const std::string_view words = trim(std::string_view(paragraph.text));
    if (!words.empty() && !text.empty()) text += '\n';
    text += words;
    for (const HangulControl& control : paragraph.controls) {
      for (const HangulList& list : control.lists) append_all_text(list.paragraphs, text);
    }
  }
}

std::string show_number(std::uint32_t number, const NumberLook& look) {
  const std::string sign = look.sign.empty() ? format_number(number, look.format) : look.sign;
  return look.prefix + sign + look.suffix;
}

}  // namespace ibid
