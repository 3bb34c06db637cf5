// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who may ask: the names by which the server is called, and the secret that it wants. Other users
// of the machine reach loopback, too, and so does any page that a browser shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibid {

struct Access {
  std::vector<std::string> hosts;  // what "Host:" may say, in lower case: "localhost:8417"
  std::string token;               // empty: none is wanted
  std::string cookie;              // the name of the cookie that holds it
  long cookie_seconds = 0;         // how long a browser keeps it; 0: until it is closed
};

// 128 random bits in hexadecimal digits. Throws Error{kSystem}.
std::string make_token();

// The token in `path`, its first line; a file that does not exist is made, with a new one. Throws
// Error{kUsage} if others may read the file, or if it holds no token of 16 to 256 letters, digits,
// "-", "_", "." or "~"; Error{kInput} or Error{kSystem} if it cannot be read or made.
std::string token_of_file(const std::string& path);

// In a time that does not tell where they differ.
bool is_token(std::string_view given, std::string_view token);

}  // namespace ibid
