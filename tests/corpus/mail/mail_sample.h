// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes mails, and reads what came of them.
#pragma once

#include <nettle/base64.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/mail/read_eml.h"

namespace ibid::testing {

inline std::string base64(std::string_view bytes) {
  std::string out(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  base64_encode_raw(out.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::string lines;
  for (std::size_t at = 0; at < out.size(); at += 76) lines += out.substr(at, 76) + "\r\n";
  return lines;
}

struct Part {
  std::string head;  // lines, each with its end
  std::string body;
};

inline std::string multipart(const std::string& type, const std::string& boundary,
                             const std::vector<Part>& parts) {
  std::string out =
      "Content-Type: multipart/" + type + "; boundary=\"" + boundary + "\"\r\n\r\npreamble\r\n";
  for (const Part& part : parts) {
    out += "--" + boundary + "\r\n" + part.head + (part.body.empty() ? "" : "\r\n" + part.body) +
           "\r\n";
  }
  return out + "--" + boundary + "--\r\nepilogue\r\n";
}

inline std::string mail(const std::string& rest) {
  return "From: \"=?UTF-8?B?6rmA6riw7J6Q?=\" <kim@example.org>\r\nSubject: Harbour\r\n"
         "Date: Thu, 27 Jun 2024 23:30:00 +0900\r\nMIME-Version: 1.0\r\n" +
         rest;
}

inline std::vector<ExtractedFile> read(std::string_view bytes,
                                       const ReadAttachment& attachment = {}) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kEml;
  return read_eml(input, attachment);
}

}  // namespace ibid::testing
