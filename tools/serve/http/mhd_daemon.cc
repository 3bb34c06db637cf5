// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/mhd_daemon.h"

#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "corpus/error.h"
#include "tools/serve/guards/request_text.h"
#include "tools/serve/http/mhd_library.h"
#include "tools/serve/http/mhd_response.h"

namespace ibid {
namespace {

const Refusal kEnding = {503,
                         "The server is ending.",
                         "서버를 종료하고 있습니다.",
                         {{"Connection", "close"}, {"Retry-After", "5"}}};
const Refusal kBusy = {503,
                       "Too many long answers are being made; try again soon.",
                       "오래 걸리는 요청이 너무 많습니다. 잠시 뒤에 다시 하십시오.",
                       {{"Retry-After", "10"}}};
const Refusal kBadForm = {400,
                          "The form cannot be read: it is UTF-8 with escapes as in an address.",
                          "양식을 읽을 수 없습니다. 주소처럼 이스케이프한 UTF-8이어야 합니다.",
                          {}};

// Some above the limits of the guards, so that those can answer; the rest libmicrohttpd refuses.
constexpr std::size_t kPool = std::size_t{48} << 10U;
constexpr std::size_t kBeyond = 1024;  // connections that are shut, and not yet closed

// Empty for addresses of this machine.
std::string foreign_address(const sockaddr* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address == nullptr) return "";
  if (address->sa_family == AF_INET) {
    const auto* four = reinterpret_cast<const sockaddr_in*>(address);
    if (ntohl(four->sin_addr.s_addr) >> 24U == IN_LOOPBACKNET) return "";
    inet_ntop(AF_INET, &four->sin_addr, text.data(), text.size());
  } else if (address->sa_family == AF_INET6) {
    const auto* six = reinterpret_cast<const sockaddr_in6*>(address);
    if (IN6_IS_ADDR_LOOPBACK(&six->sin6_addr)) return "";
    inet_ntop(AF_INET6, &six->sin6_addr, text.data(), text.size());
  }
  return text.data();
}

bool is_form(const HttpRequest& request) {
  constexpr std::string_view kForm = "application/x-www-form-urlencoded";
  const std::string_view type = request.header("content-type");
  return is_header(type.substr(0, type.find(';')), kForm);
}

OpenConnection* held_by(MHD_Connection* connection) {
  const auto* info = mhd().get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == nullptr ? nullptr : static_cast<OpenConnection*>(info->socket_context);
}

// libmicrohttpd 0.9.75 would read the fields into its own list, and hang until the connection is
// closed if there are too many for its buffer. It looks for them behind the first "?", in a buffer
// that it means to overwrite anyway.
void hide_fields(const char* target) {
  char* mark = target == nullptr ? nullptr : std::strchr(const_cast<char*>(target), '?');
  if (mark != nullptr) mark[1] = '\0';
}

// Nor need it decode what is decoded from our copy.
std::size_t keep_escapes(void*, MHD_Connection*, char* text) { return std::strlen(text); }

// What libmicrohttpd must be told of a socket that is handed to it.
unsigned family_flag(int socket) {
  sockaddr_storage address = {};
  socklen_t size = sizeof address;
  const bool known = getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  return known && address.ss_family == AF_INET6 ? static_cast<unsigned>(MHD_USE_IPv6) : 0U;
}

HttpMethod method_of(std::string_view name) {
  if (name == "POST") return HttpMethod::kPost;
  return name == "HEAD" ? HttpMethod::kHead : HttpMethod::kGet;
}

}  // namespace

struct MhdDaemon::Incoming {
  MHD_Connection* connection = nullptr;
  std::shared_ptr<Exchange> exchange;
  const char* target_at = nullptr;
  bool is_checked = false;
  bool is_started = false;
};

MhdDaemon::MhdDaemon(const ServerContext& context, Access access, FileDescriptor socket)
    : context_(context), access_(std::move(access)) {
  const int own = dup(socket.get());
  const auto stall = std::chrono::ceil<std::chrono::seconds>(context_.limits.stall_time);
  daemon_ = mhd().start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | family_flag(own), 0, nullptr,
      nullptr, handle, this, MHD_OPTION_LISTEN_SOCKET, own, MHD_OPTION_URI_LOG_CALLBACK, begin,
      this, MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, nullptr, MHD_OPTION_NOTIFY_COMPLETED,
      complete, this, MHD_OPTION_NOTIFY_CONNECTION, notify, this,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, kPool, MHD_OPTION_CONNECTION_LIMIT,
      static_cast<unsigned>(context_.limits.connections + kBeyond), MHD_OPTION_CONNECTION_TIMEOUT,
      static_cast<unsigned>(stall.count()), MHD_OPTION_END);
  if (daemon_ == nullptr) {
    throw Error(ErrorKind::kSystem, "the server cannot start: no threads or descriptors are left");
  }
}

MhdDaemon::~MhdDaemon() { end(); }

void MhdDaemon::close() {
  const int socket = mhd().quiesce_daemon(daemon_);
  if (socket >= 0) ::close(socket);
}

void MhdDaemon::end() {
  if (daemon_ == nullptr) return;
  mhd().stop_daemon(daemon_);
  daemon_ = nullptr;
}

void* MhdDaemon::begin(void* daemon, const char* target, MHD_Connection* connection) {
  try {
    const MhdDaemon& self = *static_cast<MhdDaemon*>(daemon);
    auto incoming = std::make_unique<Incoming>();
    incoming->connection = connection;
    incoming->exchange = std::make_shared<Exchange>(
        self.context_.limits,
        Exchange::Switch{[connection] { mhd().suspend_connection(connection); },
                         [connection] { mhd().resume_connection(connection); }},
        &self.context_.events);
    incoming->target_at = target;
    incoming->exchange->target = target == nullptr ? "" : target;
    hide_fields(target);
    incoming->exchange->reader = reader_of(incoming->exchange->target);
    self.context_.connections.enter_head(held_by(connection));
    return incoming.release();
  } catch (...) {
    return nullptr;  // handle() closes the connection
  }
}

MHD_Result MhdDaemon::handle(void* daemon, MHD_Connection*, const char*, const char* method,
                             const char* version, const char* data, std::size_t* size,
                             void** request) {
  auto* incoming = static_cast<Incoming*>(*request);
  if (incoming == nullptr) return MHD_NO;
  MhdDaemon& self = *static_cast<MhdDaemon*>(daemon);
  try {
    if (!incoming->is_checked) {
      incoming->is_checked = true;
      return self.check(*incoming,
                        {method, incoming->target_at, incoming->exchange->target, version});
    }
    if (*size > 0) {
      std::string& body = incoming->exchange->request.body;
      if (body.size() + *size > self.context_.limits.body_bytes) return MHD_NO;
      body.append(data, *size);
      *size = 0;
      return MHD_YES;
    }
    return self.go_on(*incoming);
  } catch (...) {
    return MHD_NO;
  }
}

// The guards; what passes is kept as a value.
MHD_Result MhdDaemon::check(Incoming& incoming, const RequestLine& line) {
  Exchange& exchange = *incoming.exchange;
  const RawRequest raw = read_request(incoming.connection, line);
  auto refusal = refused({raw, access_, context_.limits});
  if (!refusal && context_.is_ending) refusal = kEnding;
  if (refusal) return queue(incoming, refusal_answer(*refusal, exchange.reader), nullptr);
  exchange.request.method = method_of(raw.method);
  exchange.request.path = *path_of(raw.target);
  add_fields(query_of_target(raw.target), context_.limits.form_fields, exchange.request.query);
  exchange.request.headers = service_headers(raw);
  exchange.request.origin = "http://" + std::string(values_of(raw, "host").front());
  const std::size_t length = body_length(raw);
  exchange.request.body.reserve(length);
  if (length > 0) context_.connections.enter(held_by(incoming.connection), Phase::kBody);
  return MHD_YES;
}

MHD_Result MhdDaemon::go_on(Incoming& incoming) {
  if (!incoming.is_started) {
    incoming.is_started = true;
    // Once it rests, nothing may be queued in this call, even if the answer is already there.
    if (start_answer(incoming) == Start::kRests) return MHD_YES;
  }
  if (!incoming.exchange->is_answered()) return MHD_YES;
  std::shared_ptr<StreamBody> stream;
  HttpResponse answer = incoming.exchange->take_answer(stream);
  return queue(incoming, std::move(answer), std::move(stream));
}

MhdDaemon::Start MhdDaemon::start_answer(Incoming& incoming) {
  const std::shared_ptr<Exchange>& exchange = incoming.exchange;
  HttpRequest& request = exchange->request;
  const bool is_read =
      !is_form(request) || add_fields(request.body, context_.limits.form_fields, request.query);
  if (!is_read || context_.is_ending) {
    exchange->refuse(is_read ? kEnding : kBadForm);
    return Start::kAnswered;
  }
  const bool is_long = context_.services.is_long && context_.services.is_long(request);
  context_.connections.enter(held_by(incoming.connection), Phase::kAnswering, exchange, is_long);
  if (!exchange->wait()) return Start::kAnswered;
  const bool is_picture = context_.services.is_picture && context_.services.is_picture(request);
  WorkerPool& pool = is_picture ? context_.pictures
                     : is_long  ? context_.long_answers
                                : context_.short_answers;
  const auto job = [exchange](HttpService* service) { exchange->answer_by(service); };
  if (!pool.submit(job)) exchange->refuse(context_.is_ending ? kEnding : kBusy);
  return Start::kRests;
}

MHD_Result MhdDaemon::queue(Incoming& incoming, HttpResponse answer,
                            std::shared_ptr<StreamBody> stream) {
  const auto status = static_cast<unsigned>(answer.status);
  const Phase phase = answer.follows ? Phase::kFollowing : Phase::kSending;
  const OwnedResponse response = make_response(std::move(answer), std::move(stream));
  if (!response) return MHD_NO;
  context_.connections.enter(held_by(incoming.connection), phase, incoming.exchange);
  return mhd().queue_response(incoming.connection, status, response.get());
}

void MhdDaemon::complete(void* daemon, MHD_Connection* connection, void** request,
                         MHD_RequestTerminationCode) {
  const std::unique_ptr<Incoming> incoming(static_cast<Incoming*>(*request));
  *request = nullptr;
  if (incoming) incoming->exchange->leave();
  static_cast<MhdDaemon*>(daemon)->context_.connections.enter(held_by(connection), Phase::kIdle);
}

void MhdDaemon::notify(void* daemon, MHD_Connection* connection, void** held,
                       MHD_ConnectionNotificationCode what) {
  Connections& connections = static_cast<MhdDaemon*>(daemon)->context_.connections;
  if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
    if (*held != nullptr) connections.closed(static_cast<OpenConnection*>(*held));
    *held = nullptr;
    return;
  }
  try {
    const auto* socket = mhd().get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    const auto* address = mhd().get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    *held = connections.opened(socket->connect_fd, foreign_address(address->client_addr));
  } catch (...) {
    *held = nullptr;  // begin() and the others do without
  }
}

}  // namespace ibid
