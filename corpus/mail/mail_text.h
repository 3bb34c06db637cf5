// SPDX-License-Identifier: GPL-2.0-or-later
//
// The plain text of a mail as blocks.
#pragma once

#include <cstdint>

#include "corpus/extract/reader_input.h"
#include "corpus/fragments/mapped_text.h"

namespace ibid {

struct MailLines {
  bool flowed = false;       // format=flowed, RFC 3676: a line that ends in a space goes on
  bool joins_words = false;  // DelSp=yes: without that space
};

// Blank lines part paragraphs. Lines that begin with ">" are a quotation, without their signs; more
// or fewer signs begin another one.
void append_mail_text(ExtractBuilder& out, const MappedText& text, std::uint32_t part,
                      MailLines lines);

}  // namespace ibid
