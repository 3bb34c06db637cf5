// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/mhd_response.h"

#include <algorithm>
#include <string>

#include "tools/serve/guards/raw_request.h"

namespace ibid {
namespace {

constexpr std::size_t kBlock = std::size_t{32} << 10U;

ssize_t send_some(void* body, std::uint64_t, char* to, std::size_t size) {
  auto how = StreamBody::End::kNo;
  const std::size_t n = (*static_cast<std::shared_ptr<StreamBody>*>(body))->take(to, size, how);
  if (n > 0 || how == StreamBody::End::kNo) return static_cast<ssize_t>(n);
  return how == StreamBody::End::kWhole ? MHD_CONTENT_READER_END_OF_STREAM
                                        : MHD_CONTENT_READER_END_WITH_ERROR;
}

void leave_stream(void* body) {
  const std::unique_ptr<std::shared_ptr<StreamBody>> owned(
      static_cast<std::shared_ptr<StreamBody>*>(body));
  (*owned)->leave();
}

void delete_string(void* body) { delete static_cast<std::string*>(body); }

MHD_Response* response_of(HttpResponse& answer, std::shared_ptr<StreamBody> stream) {
  if (stream) {
    auto owned = std::make_unique<std::shared_ptr<StreamBody>>(std::move(stream));
    MHD_Response* response = mhd().create_response_from_callback(
        MHD_SIZE_UNKNOWN, kBlock, send_some, owned.get(), leave_stream);
    if (response != nullptr) static_cast<void>(owned.release());
    return response;
  }
  if (answer.body.empty())
    return mhd().create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
  auto owned = std::make_unique<std::string>(std::move(answer.body));
  MHD_Response* response = mhd().create_response_from_buffer_with_free_callback_cls(
      owned->size(), owned->data(), delete_string, owned.get());
  if (response != nullptr) static_cast<void>(owned.release());
  return response;
}

}  // namespace

OwnedResponse make_response(HttpResponse answer, std::shared_ptr<StreamBody> stream) {
  OwnedResponse out(response_of(answer, std::move(stream)));
  if (!out) return out;
  for (const auto& [name, value] : kGuardHeaders) mhd().add_response_header(out.get(), name, value);
  if (!answer.content_type.empty()) {
    mhd().add_response_header(out.get(), "Content-Type", answer.content_type.c_str());
  }
  bool says_cache = false;
  for (const auto& [name, value] : answer.headers) {
    // Refuses a value with line ends: nothing can be smuggled into the head.
    mhd().add_response_header(out.get(), name.c_str(), value.c_str());
    says_cache = says_cache || is_header(name, "cache-control");
  }
  // May be kept, but is asked for again: an index changes at any moment.
  if (!says_cache) mhd().add_response_header(out.get(), "Cache-Control", "private, no-cache");
  return out;
}

}  // namespace ibid
