// SPDX-License-Identifier: GPL-2.0-or-later
//
// One listening socket with its connections: libmicrohttpd's daemon, a thread of its own, and what
// it calls. A request goes from here through the guards to a pool; meanwhile its connection rests.
#pragma once

#include <atomic>
#include <cstddef>

#include "corpus/file_descriptor.h"
#include "tools/serve/guards/access.h"
#include "tools/serve/guards/guards.h"
#include "tools/serve/http/connections.h"
#include "tools/serve/http/exchange.h"
#include "tools/serve/http/mhd_request.h"
#include "tools/serve/http/worker_pool.h"

namespace ibid {

// What all doors share; lent.
struct House {
  const HttpServices& services;
  const HttpLimits& limits;
  Connections& connections;
  WorkerPool& short_answers;
  WorkerPool& long_answers;
  WorkerPool& pictures;
  EventStreams& events;
  const std::atomic<bool>& is_ending;
};

class Door {
 public:
  // Throws Error{kSystem}.
  Door(const House& house, Access access, FileDescriptor socket);
  // Ends, if nobody has; nothing may rest then.
  ~Door();
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  void close();  // accepts no more
  void end();    // closes all connections

 private:
  struct Incoming;

  static void* begin(void* door, const char* target, MHD_Connection* connection);
  static MHD_Result handle(void* door, MHD_Connection* connection, const char* path,
                           const char* method, const char* version, const char* data,
                           std::size_t* size, void** request);
  static void complete(void* door, MHD_Connection* connection, void** request,
                       MHD_RequestTerminationCode how);
  static void notify(void* door, MHD_Connection* connection, void** held,
                     MHD_ConnectionNotificationCode what);

  MHD_Result check(Incoming& incoming, const RequestLine& line);
  enum class Start : bool { kRests, kAnswered };
  Start start_answer(Incoming& incoming);
  MHD_Result go_on(Incoming& incoming);
  MHD_Result queue(Incoming& incoming, HttpResponse answer, std::shared_ptr<StreamBody> stream);

  House house_;
  Access access_;
  MHD_Daemon* daemon_ = nullptr;
};

}  // namespace ibid
