// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/http_server.h"

#include <fmt/core.h>
#include <microhttpd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "corpus/error.h"
#include "tools/serve/http/connections.h"
#include "tools/serve/http/event_streams.h"
#include "tools/serve/http/mhd_daemon.h"
#include "tools/serve/http/worker_pool.h"

namespace ibid {
namespace {

const Refusal kLate = {503,
                       "The answer took too long, and was given up; ask for less.",
                       "응답이 너무 오래 걸려 중단했습니다. 범위를 줄여 주십시오.",
                       {{"Retry-After", "10"}}};
const Refusal kEnding = {503,
                         "The server is ending.",
                         "서버를 종료하고 있습니다.",
                         {{"Connection", "close"}, {"Retry-After", "5"}}};

constexpr long kYear = 365L * 24 * 3600;

Access access_of(const HttpServerOptions& options, const Listener& listener) {
  Access out;
  out.hosts = listener.hosts;
  // Cookies of one host are sent to all of its ports.
  out.cookie = listener.port == 0 ? "ibid" : fmt::format("ibid-{}", listener.port);
  // Whoever may open a socket of mode 0600 may read the index, too.
  if (listener.file.empty()) out.token = options.token;
  if (options.cookie == HttpServerOptions::Cookie::kForAYear) out.cookie_seconds = kYear;
  return out;
}

// Often enough for the shortest time, and not more than needed.
std::chrono::milliseconds tick_of(const HttpLimits& limits) {
  using std::chrono::milliseconds;
  const milliseconds least =
      std::min({limits.head_time, limits.body_time, limits.idle_time, limits.send_time,
                limits.answer_time, limits.long_answer_time});
  return std::clamp(least / 8, milliseconds(5), milliseconds(250));
}

}  // namespace

struct HttpServer::State {
  explicit State(HttpServerOptions given)
      : options(std::move(given)),
        connections(options.limits),
        events(options.services.news, options.limits),
        short_answers({options.services.make, options.log, options.threads, SIZE_MAX}),
        long_answers({options.services.make, options.log, options.long_threads,
                      options.limits.waiting_long_answers * options.long_threads}),
        pictures({options.services.make, options.log, 1, options.limits.waiting_pictures}) {}

  void keep_time();
  bool wait_until_idle(std::chrono::steady_clock::time_point deadline) const;

  HttpServerOptions options;
  Connections connections;
  EventStreams events;
  WorkerPool short_answers, long_answers, pictures;
  std::vector<std::unique_ptr<MhdDaemon>> daemons;
  std::atomic<bool> is_ending{false};
  bool is_stopped = false;
  std::mutex mutex;
  std::condition_variable clock_ends;
  bool clock_is_over = false;
  std::thread clock;
};

void HttpServer::State::keep_time() {
  const auto tick = tick_of(options.limits);
  std::unique_lock lock(mutex);
  while (!clock_ends.wait_for(lock, tick, [this] { return clock_is_over; })) {
    for (const auto& exchange : connections.expired()) exchange->refuse(kLate);
  }
}

bool HttpServer::State::wait_until_idle(std::chrono::steady_clock::time_point deadline) const {
  constexpr std::chrono::milliseconds kStep{5};
  while (!connections.busy().empty()) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    std::this_thread::sleep_for(kStep);
  }
  return true;
}

HttpServer::HttpServer(HttpServerOptions options)
    : state_(std::make_unique<State>(std::move(options))) {
  State& state = *state_;
  for (Listener& listener : state.options.listeners) {
    const ServerContext context{state.options.services, state.options.limits, state.connections,
                                state.short_answers,    state.long_answers,   state.pictures,
                                state.events,           state.is_ending};
    Access access = access_of(state.options, listener);
    state.daemons.push_back(
        std::make_unique<MhdDaemon>(context, std::move(access), std::move(listener.socket)));
  }
  state.clock = std::thread([&state] { state.keep_time(); });
}

HttpServer::~HttpServer() { stop(std::chrono::milliseconds(0)); }

bool HttpServer::stop(std::chrono::milliseconds patience) {
  State& state = *state_;
  if (std::exchange(state.is_stopped, true)) return true;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  state.is_ending = true;
  for (const auto& daemon : state.daemons) daemon->close();
  state.events.end();
  if (!state.wait_until_idle(deadline)) {
    // A connection that is given up says so, and its client has a moment to read that.
    constexpr std::chrono::milliseconds kMoment{100};
    state.short_answers.close();
    state.long_answers.close();
    state.pictures.close();
    for (const auto& exchange : state.connections.busy()) {
      exchange->refuse(kEnding);
      exchange->cut_short();
    }
    state.wait_until_idle(std::chrono::steady_clock::now() + kMoment);
  }
  for (const auto& daemon : state.daemons) daemon->end();
  {
    const std::lock_guard lock(state.mutex);
    state.clock_is_over = true;
  }
  state.clock_ends.notify_all();
  if (state.clock.joinable()) state.clock.join();
  for (const Listener& listener : state.options.listeners) {
    if (!listener.file.empty()) unlink(listener.file.c_str());
  }
  if (patience == std::chrono::milliseconds(0)) return true;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::max(deadline, std::chrono::steady_clock::now()) - std::chrono::steady_clock::now());
  const bool shorts = state.short_answers.stop(left), pictures = state.pictures.stop(left);
  return state.long_answers.stop(left) && shorts && pictures;
}

std::size_t HttpServer::open_connections() const { return state_->connections.size(); }

}  // namespace ibid
