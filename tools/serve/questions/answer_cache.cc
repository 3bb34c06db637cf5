// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/answer_cache.h"

#include <utility>

namespace ibid {
namespace {

// Path, parameters and variant, each with its length before it, so that no two are the same text.
std::string question_of(const HttpRequest& request, std::string_view variant) {
  std::string out;
  const auto add = [&](std::string_view text) {
    out += std::to_string(text.size());
    out += ':';
    out += text;
  };
  add(request.path);
  add(variant);
  for (const auto& [name, value] : request.query) {
    add(name);
    add(value);
  }
  return out;
}

HttpResponse unless_known(const HttpRequest& request, const HttpResponse& response,
                          const std::string& etag) {
  if (!client_has(request, etag)) return response;
  HttpResponse out;
  out.status = 304;
  out.headers = response.headers;
  return out;
}

}  // namespace

HttpResponse AnswerCache::answer(const HttpRequest& request, std::string_view variant,
                                 const std::function<MadeAnswer()>& make) {
  std::string question = question_of(request, variant);
  if (const auto found = by_question_.find(question); found != by_question_.end()) {
    const auto entry = found->second;
    if (entry->state.holds()) {
      entries_.splice(entries_.begin(), entries_, entry);
      return unless_known(request, entry->response, entry->etag);
    }
    drop(entry);
  }
  MadeAnswer made = make();
  HttpResponse& response = made.response;
  if (response.status != 200 || response.more) return std::move(response);
  const std::string etag = etag_of(question, response.body);
  response.headers.emplace_back("ETag", etag);
  response.headers.emplace_back("Cache-Control", "private, no-cache");
  HttpResponse out = unless_known(request, response, etag);
  if (!made.state || !made.state->is_settled()) return out;
  const std::size_t bytes =
      response.body.size() + 2 * question.size() + made.state->memory() + sizeof(Entry) + 256;
  if (bytes > kMostOfOne) return out;
  keep({std::move(question), std::move(response), etag, *std::move(made.state), bytes});
  return out;
}

void AnswerCache::keep(Entry entry) {
  bytes_ += entry.bytes;
  entries_.push_front(std::move(entry));
  by_question_[entries_.front().question] = entries_.begin();
  while (bytes_ > kMostBytes) drop(std::prev(entries_.end()));
}

void AnswerCache::drop(Entries::iterator entry) {
  bytes_ -= entry->bytes;
  by_question_.erase(entry->question);
  entries_.erase(entry);
}

}  // namespace ibid
