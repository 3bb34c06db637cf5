// SPDX-License-Identifier: GPL-2.0-or-later
//
// Paths -> URI references (RFC 3986, RFC 8089), byte for byte: everything except unreserved
// characters and "/" is percent-encoded. Also says which addresses may become links.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

std::string percent_encode_path(std::string_view path);

struct FileUri {
  std::string uri;        // "reports/a%20b.txt", or "file:///srv/a%20b.txt"
  bool relative = false;  // to the base folder
};

// Relative if the absolute `path` is below the absolute `base_dir`; no path is below an empty one.
FileUri file_uri(std::string_view path, std::string_view base_dir);

// "file:///srv/", with the final slash that makes it a base.
std::string folder_uri(std::string_view folder);

// True only for http: and https:, in any letter case: other schemes may run something.
bool is_web_address(std::string_view url);

}  // namespace ibid
