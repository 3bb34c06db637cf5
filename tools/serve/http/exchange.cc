// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/exchange.h"

#include <algorithm>
#include <new>
#include <string_view>
#include <utility>

#include "tools/serve/guards/raw_request.h"

namespace ibid {
namespace {

const Refusal kNoService = {503,
                            "The index cannot be opened now; the server's log says why.",
                            "지금 색인을 열 수 없습니다. 이유는 서버 기록에 있습니다.",
                            {{"Retry-After", "5"}}};
const Refusal kNoMemory = {503,
                           "The server has not enough memory for this answer.",
                           "이 응답을 만들 메모리가 부족합니다.",
                           {{"Retry-After", "5"}}};
const Refusal kNoRoom = {503,
                         "Too many pages follow the index; close some of them.",
                         "색인을 지켜보는 페이지가 너무 많습니다. 몇 개를 닫으십시오.",
                         {{"Retry-After", "60"}}};
const Refusal kFailed = {500,
                         "This should not happen; please report it.",
                         "있어서는 안 되는 오류입니다. 알려 주십시오.",
                         {}};

std::string_view header_of(const HttpResponse& response, std::string_view lower) {
  for (const auto& [name, value] : response.headers) {
    if (is_header(name, lower)) return value;
  }
  return {};
}

// RFC 9110, 8.8.3.2: W/"a" and "a" are alike.
std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

bool names_tag(std::string_view list, std::string_view tag) {
  while (!list.empty()) {
    const std::size_t begin = list.find_first_not_of(" \t,");
    if (begin == std::string_view::npos) return false;
    list.remove_prefix(begin);
    const std::size_t open = list.find('"');
    const std::size_t close = open == std::string_view::npos ? open : list.find('"', open + 1);
    if (list[0] == '*') return true;
    if (close == std::string_view::npos) return false;
    if (opaque(list.substr(0, close + 1)) == opaque(tag)) return true;
    list.remove_prefix(close + 1);
  }
  return false;
}

}  // namespace

void apply_conditions(const HttpRequest& request, HttpResponse& response) {
  if (request.method == HttpMethod::kPost || response.status != 200) return;
  const std::string_view tag = header_of(response, "etag");
  if (tag.empty() || !names_tag(request.header("if-none-match"), tag)) return;
  response.status = 304;
  response.content_type.clear();
  response.body.clear();
  response.more = nullptr;
}

bool Exchange::wait() {
  const std::lock_guard lock(mutex_);
  if (answered_) return false;
  waits_ = true;
  connection_.suspend();
  return true;
}

bool Exchange::is_answered() const {
  const std::lock_guard lock(mutex_);
  return answered_;
}

HttpResponse Exchange::take_answer(std::shared_ptr<StreamBody>& stream) {
  const std::lock_guard lock(mutex_);
  stream = stream_;
  return std::move(response_);
}

void Exchange::leave() {
  const std::lock_guard lock(mutex_);
  answered_ = true;
  waits_ = false;
  if (stream_) stream_->leave();
}

void Exchange::answer_by(HttpService* service) {
  if (service == nullptr) return refuse(kNoService);
  if (is_answered()) return;  // given up while it waited for a thread
  try {
    HttpResponse response = service->answer(request);
    if (response.follows && request.method != HttpMethod::kHead) return follow(std::move(response));
    apply_conditions(request, response);
    std::shared_ptr<StreamBody> stream;
    if (response.more) {
      stream = std::make_shared<StreamBody>(limits_.stream_bytes, connection_.suspend,
                                            connection_.resume);
    }
    if (!stream) return answer(std::move(response), nullptr);
    HttpResponse head;
    head.status = response.status;
    head.content_type = response.content_type;
    head.headers = response.headers;
    // libmicrohttpd 0.9.75 sends the end of the chunks to a HEAD, too, where the next answer
    // begins.
    if (request.method == HttpMethod::kHead) head.headers.emplace_back("Connection", "close");
    answer(std::move(head), stream);
    make_rest(response, *stream);
  } catch (const std::bad_alloc&) {
    refuse(kNoMemory);
  } catch (...) {
    refuse(kFailed);
  }
}

void Exchange::follow(HttpResponse head) {
  constexpr std::size_t kMostBytes = std::size_t{64} << 10U;
  auto stream = std::make_shared<StreamBody>(kMostBytes, connection_.suspend, connection_.resume);
  if (events_ == nullptr || !events_->add(stream)) return refuse(kNoRoom);
  answer(std::move(head), std::move(stream));
}

void Exchange::make_rest(HttpResponse& response, StreamBody& stream) const {
  if (request.method == HttpMethod::kHead) return stream.end(StreamBody::End::kWhole);
  auto how = StreamBody::End::kCutShort;
  try {
    std::string piece = std::move(response.body);
    bool follows = true;
    while (stream.put(piece, limits_.stall_time)) {
      if (!follows) {
        how = StreamBody::End::kWhole;
        break;
      }
      piece.clear();
      follows = response.more(piece);
    }
  } catch (...) {  // the client sees that the end is missing
  }
  stream.end(how);
}

void Exchange::refuse(const Refusal& refusal) { answer(refusal_answer(refusal, reader), nullptr); }

void Exchange::answer(HttpResponse response, std::shared_ptr<StreamBody> stream) {
  const std::lock_guard lock(mutex_);
  if (answered_) {
    if (stream) stream->leave();
    return;
  }
  answered_ = true;
  response_ = std::move(response);
  stream_ = std::move(stream);
  if (!waits_) return;
  waits_ = false;
  connection_.resume();
}

void Exchange::cut_short() {
  std::shared_ptr<StreamBody> stream;
  {
    const std::lock_guard lock(mutex_);
    stream = stream_;
  }
  if (stream) stream->end(StreamBody::End::kCutShort);
}

}  // namespace ibid
