// SPDX-License-Identifier: GPL-2.0-or-later
//
// Recent answers of one service, each with the state it was made from: the same question again
// costs a few stat(2), and nothing is sent that the client has.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tools/serve/messages/http_message.h"
#include "tools/serve/questions/answer_state.h"

namespace ibid {

struct MadeAnswer {
  HttpResponse response;
  // That it was made from; nothing: it is not kept, as if it says what the bytes of a file are.
  std::optional<AnswerState> state = {};
};

// Thread: one at a time.
class AnswerCache {
 public:
  static constexpr std::size_t kMostBytes = 8'000'000;
  static constexpr std::size_t kMostOfOne = 1'000'000;

  // The answer to the GET `request`: a kept one, if it would be the same now, else what `make`
  // returns. A whole answer with status 200 gets an ETag; 304 if the client has it. `variant`: what
  // the answer depends on besides path and parameters, such as a language. Throws what `make`
  // throws.
  HttpResponse answer(const HttpRequest& request, std::string_view variant,
                      const std::function<MadeAnswer()>& make);

  std::size_t bytes() const { return bytes_; }
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string question;
    HttpResponse response;
    std::string etag;
    AnswerState state;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>;  // the latest first

  void keep(Entry entry);
  void drop(Entries::iterator entry);

  Entries entries_;
  std::unordered_map<std::string_view, Entries::iterator> by_question_;  // of the entries
  std::size_t bytes_ = 0;
};

}  // namespace ibid
