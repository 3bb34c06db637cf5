// SPDX-License-Identifier: GPL-2.0-or-later
//
// The quotations of a draft: what a text puts between quotation marks or in block quotes, with the
// words to which it attributes them. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

enum class DraftForm : std::uint8_t { kPlain, kMarkdown };  // kMarkdown: its signs are no words

struct DraftQuotation {
  std::string text;                    // one line, without the marks around it
  std::uint64_t line = 1, column = 1;  // 1-based, of its first character; columns count characters
  bool is_block = false;               // of a block quote, lines that begin with ">"
  // The rest of its sentence, … standing for the quotation: "… , the mayor said"; of a block, the
  // line "— name" at its end, or the text before it. May be empty.
  std::string attribution;
  std::vector<std::string> sources;  // that a citation mark in its sentence or block names
};

// In order. Quotation marks of English and Korean and others, as find_quotations(): of two words or
// ten characters at least. Not in fenced code. `draft`: valid UTF-8.
std::vector<DraftQuotation> find_draft_quotations(std::string_view draft, DraftForm form);

}  // namespace ibid
