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

// What the daemons of all listening sockets share; lent.
struct ServerContext {
  const HttpServices& services;
  const HttpLimits& limits;
  Connections& connections;
  WorkerPool& short_answers;
  WorkerPool& long_answers;
  WorkerPool& pictures;
  EventStreams& events;
  const std::atomic<bool>& is_ending;
};

class MhdDaemon {
 public:
  // Throws Error{kSystem}.
  MhdDaemon(const ServerContext& context, Access access, FileDescriptor socket);
  // Ends, if nobody has; nothing may rest then.
  ~MhdDaemon();
  MhdDaemon(const MhdDaemon&) = delete;
  MhdDaemon& operator=(const MhdDaemon&) = delete;

  void close();  // accepts no more
  void end();    // closes all connections

 private:
  struct Incoming;

  static void* begin(void* daemon, const char* target, MHD_Connection* connection);
  static MHD_Result handle(void* daemon, MHD_Connection* connection, const char* path,
                           const char* method, const char* version, const char* data,
                           std::size_t* size, void** request);
  static void complete(void* daemon, MHD_Connection* connection, void** request,
                       MHD_RequestTerminationCode how);
  static void notify(void* daemon, MHD_Connection* connection, void** held,
                     MHD_ConnectionNotificationCode what);

  MHD_Result check(Incoming& incoming, const RequestLine& line);
  enum class Start : bool { kRests, kAnswered };
  Start start_answer(Incoming& incoming);
  MHD_Result go_on(Incoming& incoming);
  MHD_Result queue(Incoming& incoming, HttpResponse answer, std::shared_ptr<StreamBody> stream);

  ServerContext context_;
  Access access_;
  MHD_Daemon* daemon_ = nullptr;
};

}  // namespace ibid
