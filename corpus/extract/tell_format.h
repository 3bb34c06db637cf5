// SPDX-License-Identifier: GPL-2.0-or-later
//
// The format of a file by what is in it. The name decides only where the bytes leave it open: plain
// text or Markdown, JSON or JSON lines, a text that is named .html.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/extract/extracted_file.h"

namespace ibid {

struct FormatGuess {
  FileFormat format = FileFormat::kText;  // unless it is refused
  // Why the file is not read: what it is and what to do, one clause in lower case without a full
  // stop ("it is a spreadsheet (.xlsx); save what is to be indexed as .docx, .pdf or .txt"). Empty
  // if it is read.
  std::string refused;
  bool operator==(const FormatGuess&) const = default;
};

// `name`: of the file, with or without its folders; only what follows its last "." counts. Reads
// the start of `bytes`, of an archive its list of names, and all of a mailbox; takes no longer for
// a hostile file. The file need not be whole: that is for its reader to say.
FormatGuess tell_format(std::string_view bytes, std::string_view name);

// By the ending of `name` alone, in any case; nothing for an unknown one or none.
std::optional<FileFormat> format_of_name(std::string_view name);

}  // namespace ibid
