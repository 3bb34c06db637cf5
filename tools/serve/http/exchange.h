// SPDX-License-Identifier: GPL-2.0-or-later
//
// One request and its answer, shared by the thread of the connection, the thread that answers, and
// the clock that may give the answer up. Whoever answers first has answered.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "tools/serve/guards/http_limits.h"
#include "tools/serve/guards/refusal.h"
#include "tools/serve/http/event_streams.h"
#include "tools/serve/http/stream_body.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

class Exchange : public std::enable_shared_from_this<Exchange> {
 public:
  // The connection waits for an answer, and goes on.
  struct Switch {
    std::function<void()> suspend, resume;
  };
  // `events`: lent; null: no answer can follow.
  Exchange(const HttpLimits& limits, Switch connection, EventStreams* events = nullptr)
      : limits_(limits), connection_(std::move(connection)), events_(events) {}

  // ---- of the thread of the connection
  HttpRequest request;
  std::string target;  // as it came
  Reader reader = Reader::kPerson;
  std::size_t expected_body = 0;
  bool wait();  // until there is an answer; false: there is one already
  bool is_answered() const;
  // Once, after is_answered(). `stream` is null if the body is whole.
  HttpResponse take_answer(std::shared_ptr<StreamBody>& stream);
  // The client has everything, or is gone: what is still being made is for nobody.
  void leave();

  // ---- of any thread
  // Asks the service; null: there is none.
  void answer_by(HttpService* service);
  void refuse(const Refusal& refusal);
  // Ends a body that is still being made.
  void cut_short();

 private:
  void answer(HttpResponse response, std::shared_ptr<StreamBody> stream);
  void follow(HttpResponse head);
  void make_rest(HttpResponse& response, StreamBody& stream) const;

  HttpLimits limits_;
  Switch connection_;
  EventStreams* events_;
  mutable std::mutex mutex_;
  bool waits_ = false;
  bool answered_ = false;
  HttpResponse response_;
  std::shared_ptr<StreamBody> stream_;
};

// A GET that already has what the ETag names: 304, without a body.
void apply_conditions(const HttpRequest& request, HttpResponse& response);

}  // namespace ibid
