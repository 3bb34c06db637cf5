// SPDX-License-Identifier: GPL-2.0-or-later
//
// Mails in a file: what the mail program shows, and what is attached.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

// Reads an attachment by its content. Throws Error{kInput} as readers do; a note then says so.
using ReadAttachment = std::function<std::vector<ExtractedFile>(const ReaderInput&)>;

// The mail is one document: of alternatives the HTML, else the plain text; attached texts come
// below it under their names. Further documents are the mails in it and, by `read_attachment`,
// other attached files: named by their file names, those of grade byte become part. Anchors are
// bytes of parts without their transfer encoding, named by number ("1.2").
std::vector<ExtractedFile> read_eml(const ReaderInput& input,
                                    const ReadAttachment& read_attachment = {});

}  // namespace ibid
