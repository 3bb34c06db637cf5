// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/stdio/stdio_server.h"

#include <fmt/core.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "corpus/error.h"
#include "corpus/file_descriptor.h"
#include "tools/mcp/stdio/line_splitter.h"
#include "tools/mcp/stdio/request_queue.h"

namespace ibid {
namespace {

McpReply reply_to(McpSession& session, const ReadMessage& message, RequestQueue& queue) {
  if (const auto* bad = std::get_if<BadMessage>(&message)) {
    return error_reply(bad->id, bad->error);
  }
  try {
    return session.answer(std::get<McpMessage>(message), [&] { return queue.is_wanted(); });
  } catch (const std::bad_alloc&) {
    const McpError error(McpFault::kInternal, "there is not enough memory for this answer");
    return error_reply(std::get<McpMessage>(message).id, error);
  }
}

// Answers in a thread of its own.
class Answerer {
 public:
  Answerer(McpSession& session, const std::function<bool(std::string_view)>& write)
      : left_(eventfd(0, EFD_CLOEXEC)),
        thread_([this, &session, &write] { run(session, write); }) {}
  ~Answerer() { wait(); }
  Answerer(const Answerer&) = delete;
  Answerer& operator=(const Answerer&) = delete;

  RequestQueue& queue() { return queue_; }
  int left() const { return left_.get(); }  // can be read once nobody takes answers any more

  // Once all is answered. Throws what answering threw.
  void finish() {
    wait();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void wait() {
    queue_.close();
    if (thread_.joinable()) thread_.join();
  }

  void run(McpSession& session, const std::function<bool(std::string_view)>& write) {
    try {
      while (const auto message = queue_.take()) {
        McpReply reply = reply_to(session, *message, queue_);
        if (reply.text.empty() || !queue_.is_wanted()) continue;
        if (!write(reply.text += '\n')) break;
      }
    } catch (...) {
      failure_ = std::current_exception();
    }
    queue_.leave();
    eventfd_write(left_.get(), 1);
  }

  RequestQueue queue_;
  FileDescriptor left_;
  std::exception_ptr failure_;
  std::thread thread_;
};

// Waits for bytes; 0 at the end, or once `left` can be read.
std::size_t read_some(int in, int left, std::array<char, 65536>& buffer) {
  while (true) {
    std::array<pollfd, 2> fds = {{{in, POLLIN, 0}, {left, POLLIN, 0}}};
    if (poll(fds.data(), fds.size(), -1) < 0 && errno != EINTR) break;
    if (fds[1].revents != 0) return 0;
    if (fds[0].revents == 0) continue;
    const ssize_t count = read(in, buffer.data(), buffer.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR && errno != EAGAIN) break;
  }
  throw Error(ErrorKind::kSystem, fmt::format("cannot read standard input: {}",
                                              std::generic_category().message(errno)));
}

}  // namespace

void serve_messages(McpSession& session, int in,
                    const std::function<bool(std::string_view)>& write) {
  Answerer answerer(session, write);
  RequestQueue& queue = answerer.queue();
  LineSplitter lines(kMostMessageBytes,
                     [&](std::string_view line) { queue.add(read_message(line)); });
  std::array<char, 65536> buffer{};
  while (const std::size_t count = read_some(in, answerer.left(), buffer)) {
    lines.add({buffer.data(), count});
  }
  lines.finish();
  answerer.finish();
}

}  // namespace ibid
