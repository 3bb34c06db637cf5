// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/mhd_request.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "tools/serve/http/mhd_library.h"

namespace ibid {
namespace {

MHD_Result add_header(void* list, MHD_ValueKind, const char* name, std::size_t name_size,
                      const char* value, std::size_t value_size) {
  auto& headers = *static_cast<decltype(RawRequest::headers)*>(list);
  try {
    headers.emplace_back(std::string_view(name, name_size),
                         std::string_view(value == nullptr ? "" : value, value_size));
    return MHD_YES;
  } catch (...) {
    return MHD_NO;
  }
}

// libmicrohttpd 0.9.75 takes NUL bytes, continued header lines, line feeds alone and several
// spaces, and none of this shows in what it hands over. But it parses in place: what it hands over
// lies in its buffer as it came, and each part ends where the next begins unless something was
// skipped.
bool lies_in_one_piece(MHD_Connection* connection, const RequestLine& line,
                       const RawRequest& request) {
  const auto* info = mhd().get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  if (info == nullptr || line.target_at == nullptr) return false;
  constexpr std::size_t kSpace = 1;
  constexpr std::size_t kLineEnd = 2;
  if (line.method + request.method.size() + kSpace != line.target_at) return false;
  if (line.target_at + line.target.size() + kSpace != line.version) return false;
  const char* at = line.version + request.version.size() + kLineEnd;
  for (const auto& [name, value] : request.headers) {
    if (name.data() != at || value.data() < name.data() + name.size() + 1) return false;
    at = value.data() + value.size() + kLineEnd;
  }
  return at + kLineEnd == line.method + info->header_size;
}

bool lays_out_as_known() {
  static const bool known = std::strcmp(mhd().get_version(), "0.9.75") == 0;
  return known;
}

constexpr auto kKept = std::to_array<std::string_view>(
    {"host", "connection", "cookie", "authorization", "origin", "content-length", "keep-alive",
     "te", "trailer", "transfer-encoding", "upgrade", "expect"});

}  // namespace

RawRequest read_request(MHD_Connection* connection, const RequestLine& line) {
  RawRequest out;
  out.method = line.method;
  out.target = line.target;
  out.version = line.version;
  mhd().get_connection_values_n(connection, MHD_HEADER_KIND, add_header, &out.headers);
  out.is_plain = !lays_out_as_known() || lies_in_one_piece(connection, line, out);
  return out;
}

HttpFields service_headers(const RawRequest& request) {
  HttpFields out;
  for (const auto& [written, value] : request.headers) {
    std::string name(written);
    std::transform(name.begin(), name.end(), name.begin(), ascii_lower);
    const bool is_kept = name.starts_with("sec-") || name.starts_with("proxy-") ||
                         std::find(kKept.begin(), kKept.end(), name) != kKept.end();
    if (!is_kept) out.emplace_back(std::move(name), value);
  }
  return out;
}

}  // namespace ibid
