// SPDX-License-Identifier: GPL-2.0-or-later
//
// All limits of the server, in one place; docs/serve.md lists them. Tests shorten the times.
#pragma once

#include <chrono>
#include <cstddef>

namespace ibid {

struct HttpLimits {
  // Of a request. What is longer is refused: 414, 431, 413.
  std::size_t target_bytes = std::size_t{8} << 10U;   // path and query, as they come
  std::size_t header_bytes = std::size_t{16} << 10U;  // all names and values
  std::size_t header_fields = 64;
  std::size_t body_bytes = std::size_t{1} << 20U;
  std::size_t form_fields = 1000;  // of the query, or of the body of a form

  // A connection that takes longer is closed.
  std::chrono::milliseconds head_time{5'000};    // from its beginning to the end of the headers
  std::chrono::milliseconds body_time{15'000};   // to the end of the body
  std::chrono::milliseconds idle_time{30'000};   // between two requests
  std::chrono::milliseconds stall_time{30'000};  // without a byte taken by the client
  std::chrono::milliseconds send_time{600'000};  // of one answer

  // An answer that takes longer is given up: 503.
  std::chrono::milliseconds answer_time{10'000};
  std::chrono::milliseconds long_answer_time{120'000};
  std::size_t waiting_long_answers = 8;  // for a thread; further ones: 503
  std::size_t waiting_pictures = 32;     // likewise

  std::size_t connections = 256;            // if there are more, those that wait longest go
  std::size_t connections_of_address = 32;  // but for addresses of this machine
  // Connections that get each new state of the index; further ones: 503.
  std::size_t event_streams = 64;
  std::chrono::milliseconds event_look{500};  // how often the index is looked at
  std::chrono::milliseconds event_heartbeat{
      10'000};                                      // after which a client that is gone is noticed
  std::chrono::milliseconds event_time{3'600'000};  // then it is closed, and comes again

  std::size_t stream_bytes = std::size_t{4} << 20U;  // made ahead of what the client has taken
};

}  // namespace ibid
