// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads mails that tests write.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/mail/read_eml.h"
#include "tests/support/mail_writer.h"

namespace ibid::testing {

inline std::vector<ExtractedFile> read(std::string_view bytes,
                                       const ReadAttachment& attachment = {}) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kEml;
  return read_eml(input, attachment);
}

}  // namespace ibid::testing
