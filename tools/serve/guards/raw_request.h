// SPDX-License-Identifier: GPL-2.0-or-later
//
// The head of a request as it came, before anything in it is believed. Views into the buffer of the
// connection: valid until its answer is queued.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace ibid {

struct RawRequest {
  std::string_view method, target, version;
  std::vector<std::pair<std::string_view, std::string_view>> headers;  // names as they were written
  // One space between the parts of the request line, one line a header, each ended by CR LF, and no
  // NUL anywhere.
  bool is_plain = true;
};

// Lower-case `name`, for comparison.
inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline bool is_header(std::string_view written, std::string_view lower) {
  if (written.size() != lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (ascii_lower(written[i]) != lower[i]) return false;
  }
  return true;
}

// All values of one header, in their order; `name` in lower case.
inline std::vector<std::string_view> values_of(const RawRequest& request, std::string_view name) {
  std::vector<std::string_view> found;
  for (const auto& [written, value] : request.headers) {
    if (is_header(written, name)) found.push_back(value);
  }
  return found;
}

}  // namespace ibid
