// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of a mail (RFC 5322, RFC 2045 to 2047, 2231), unpacked.
//
// Own code: GMime 3.2.13 ended the process on one damaged mail and took time that was not linear on
// others, and it asks iconv, which opens a file for each charset. What it reads of well-formed mails
// is what tests compare with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

struct MimePart {
  // As IMAP counts (RFC 3501, section 6.4.5): "1", "2.1"; empty for what holds all parts.
  std::string number;
  std::string type = "text/plain";           // small
  std::string charset;                       // as written; may be empty
  std::string name;                          // of a file; may be empty
  bool attached = false;                     // Content-Disposition: attachment
  bool flowed = false, joins_words = false;  // format=flowed and DelSp=yes of RFC 3676
  std::string bytes;                         // of a leaf, without its transfer encoding
  std::vector<MimePart> parts;               // of multipart/…; of message/rfc822 its only part
  // Of a message, as written.
  std::string subject, from, date, address;  // the last is Archived-At

  bool is_multipart() const { return type.starts_with("multipart/"); }
  bool is_message() const { return type == "message/rfc822"; }
};

// The message that `bytes` are. Throws Error{kInput} if they are none, if parts are nested deeper
// than 200 or limits.depth, are more than limits.entries, or unpack to more than limits.file_bytes.
// Time is linear in the bytes.
MimePart mime_tree(std::string_view bytes, const ReaderLimits& limits);

}  // namespace ibid
