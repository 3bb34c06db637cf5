// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes mails and their parts.
#pragma once

#include <nettle/base64.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::testing {

inline std::string base64(std::string_view bytes) {
  std::string out(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  base64_encode_raw(out.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::string lines;
  for (std::size_t at = 0; at < out.size(); at += 76) lines += out.substr(at, 76) + "\r\n";
  return lines;
}

struct MailPart {
  std::string head;  // lines, each with its end
  std::string body;
};

inline std::string multipart(const std::string& type, const std::string& boundary,
                             const std::vector<MailPart>& parts) {
  std::string out =
      "Content-Type: multipart/" + type + "; boundary=\"" + boundary + "\"\r\n\r\npreamble\r\n";
  for (const MailPart& part : parts) {
    out += "--" + boundary + "\r\n" + part.head + (part.body.empty() ? "" : "\r\n" + part.body) +
           "\r\n";
  }
  return out + "--" + boundary + "--\r\nepilogue\r\n";
}

// A mail of June 2024 from 김기자; `rest`: the other lines of its head, and its body.
inline std::string mail(const std::string& rest) {
  return "From: \"=?UTF-8?B?6rmA6riw7J6Q?=\" <kim@example.org>\r\nSubject: Harbour\r\n"
         "Date: Thu, 27 Jun 2024 23:30:00 +0900\r\nMIME-Version: 1.0\r\n" +
         rest;
}

}  // namespace ibid::testing
