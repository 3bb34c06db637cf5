// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/reader_process/reader_process.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <thread>
#include <utility>

#include "corpus/error.h"
#include "corpus/reader_process/reader_pool.h"

extern char** environ;

namespace ibid {
namespace {

using std::chrono::milliseconds;

[[noreturn]] void fail_to_start(const std::string& program, const std::string& why) {
  throw Error(ErrorKind::kSystem,
              fmt::format("cannot start {}, which reads files other than plain text: {}; install "
                          "it with ibid, or set IBID_READ to its path",
                          program, why));
}

[[noreturn]] void fail_to_start(const std::string& program, int error) {
  fail_to_start(program, std::generic_category().message(error));
}

// A pipe whose ends are not among the standard streams, even if those are closed here.
struct Pipe {
  FileDescriptor read{-1}, write{-1};

  explicit Pipe(const std::string& program) : Pipe(ends(program)) {}

 private:
  explicit Pipe(std::pair<int, int> fds) : read(fds.first), write(fds.second) {}

  static std::pair<int, int> ends(const std::string& program) {
    std::array<int, 2> fds{};
    if (pipe2(fds.data(), O_CLOEXEC) != 0) fail_to_start(program, errno);
    constexpr int kSize = 1 << 20;  // bytes; a larger one saves switching to and fro
    fcntl(fds[1], F_SETPIPE_SZ, kSize);
    for (int& fd : fds) {
      if (fd > STDERR_FILENO) continue;
      const int above = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
      const int error = errno;
      close(fd);
      fd = above;
      if (fd < 0) fail_to_start(program, error);
    }
    return {fds[0], fds[1]};
  }
};

// Only what the dynamic linker and the sanitizers read: what a file says must not depend on the
// rest.
std::vector<char*> reader_environment() {
  constexpr std::array kKept = std::to_array<std::string_view>(
      {"LD_LIBRARY_PATH=", "ASAN_OPTIONS=", "UBSAN_OPTIONS=", "TSAN_OPTIONS="});
  std::vector<char*> kept;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    if (std::any_of(kKept.begin(), kKept.end(),
                    [&](std::string_view name) { return text.starts_with(name); })) {
      kept.push_back(*variable);
    }
  }
  kept.push_back(nullptr);
  return kept;
}

// Writing to a process that has ended must not end this one. The signal of this thread only: what
// the program does with SIGPIPE is its own business.
class NoPipeSignal {
 public:
  NoPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoPipeSignal() {
    const timespec now{};
    while (!was_pending_ && sigtimedwait(&pipe_, nullptr, &now) < 0 && errno == EINTR) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  sigset_t pipe_{}, before_{};
  bool was_pending_ = false;
};

std::string in_seconds(milliseconds time) {
  const double seconds = static_cast<double>(time.count()) / 1000;
  return fmt::format("{:.3g} {}", seconds, time == milliseconds(1000) ? "second" : "seconds");
}

ReaderFailed slow(milliseconds time) {
  return {ReaderFailed::Kind::kSlow,
          fmt::format("its reader was stopped after {}; the file is damaged or too complex",
                      in_seconds(time))};
}

}  // namespace

ReaderProcess::ReaderProcess(const std::string& program, std::uint64_t memory_bytes) {
  spawn(program, memory_bytes);
  try {
    hear_hello(program);
  } catch (...) {
    kill_now();
    throw;
  }
}

ReaderProcess::~ReaderProcess() { kill_now(); }

void ReaderProcess::spawn(const std::string& program, std::uint64_t memory_bytes) {
  Pipe requests(program), answers(program);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, requests.read.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, answers.write.get(), STDOUT_FILENO);
  // What libraries complain of there is nothing for the user.
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);

  posix_spawnattr_t how;
  posix_spawnattr_init(&how);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&how, &none);
  posix_spawnattr_setsigdefault(&how, &all);
  // A group of its own: Ctrl-C in a terminal is for ibid, which ends tidily.
  posix_spawnattr_setpgroup(&how, 0);
  posix_spawnattr_setflags(&how,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);

  std::string name = program;
  std::string memory = fmt::format("--memory={}", memory_bytes);
  std::array<char*, 3> arguments = {name.data(), memory.data(), nullptr};
  const int error = posix_spawn(&pid_, program.c_str(), &files, &how, arguments.data(),
                                reader_environment().data());
  posix_spawnattr_destroy(&how);
  posix_spawn_file_actions_destroy(&files);
  if (error != 0) {
    pid_ = -1;
    fail_to_start(program, error);
  }
  to_.emplace(std::move(requests.write));
  from_.emplace(std::move(answers.read));
  for (const int fd : {to_->get(), from_->get()}) fcntl(fd, F_SETFL, O_NONBLOCK);
}

void ReaderProcess::hear_hello(const std::string& program) {
  constexpr milliseconds kPatience{20'000};
  std::string heard;
  std::uint64_t wanted = kFrameHeadBytes;
  const auto take = [&](std::string_view bytes) {
    heard += bytes;
    if (wanted == kFrameHeadBytes && heard.size() >= wanted) {
      const FrameHead head = decode_frame_head(heard.substr(0, kFrameHeadBytes));
      if (head.kind != FrameKind::kHello || head.size > kMostRequestBytes) {
        throw Error(ErrorKind::kInput, "it does not say what it is");
      }
      wanted += head.size;
    }
    return heard.size() < wanted;
  };
  try {
    if (!talk({}, {Clock::now() + kPatience}, take)) {
      const std::optional<int> status = reap(milliseconds(1000));
      fail_to_start(program, status && WIFEXITED(*status)
                                 ? fmt::format("it ended with code {}", WEXITSTATUS(*status))
                                 : "it ended at once");
    }
    guards_ = decode_guards(std::string_view(heard).substr(kFrameHeadBytes));
  } catch (const ReaderFailed&) {
    fail_to_start(program, "it does not answer");
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kSystem) throw;
    fail_to_start(program, "it is another program, or of another version of ibid");
  }
}

bool ReaderProcess::wait_for_pipes(bool writes, const Wait& wait, bool& readable) {
  constexpr milliseconds kStep{100};
  for (;;) {
    if (wait.go_on != nullptr && *wait.go_on && !(*wait.go_on)()) throw ReadingStopped{};
    const auto left = std::chrono::ceil<milliseconds>(wait.until - Clock::now());
    if (left <= milliseconds(0)) throw ReaderFailed{ReaderFailed::Kind::kSlow, {}};
    std::array<pollfd, 2> pipes = {pollfd{from_->get(), POLLIN, 0},
                                   pollfd{writes ? to_->get() : -1, POLLOUT, 0}};
    const int ready =
        poll(pipes.data(), pipes.size(), static_cast<int>(std::min(left, kStep).count()));
    if (ready <= 0) continue;  // time, or a signal
    readable = pipes[0].revents != 0;
    return pipes[1].revents != 0;
  }
}

bool ReaderProcess::talk(std::vector<std::string_view> pieces, const Wait& wait,
                         const std::function<bool(std::string_view)>& take) {
  std::reverse(pieces.begin(), pieces.end());
  std::vector<char> buffer(std::size_t{1} << 18);
  for (;;) {
    while (!pieces.empty() && pieces.back().empty()) pieces.pop_back();
    bool readable = false;
    const bool writable = wait_for_pipes(!pieces.empty(), wait, readable);
    if (writable) {
      const ssize_t n = write(to_->get(), pieces.back().data(), pieces.back().size());
      if (n >= 0) {
        pieces.back().remove_prefix(static_cast<std::size_t>(n));
      } else if (errno != EAGAIN && errno != EINTR) {
        pieces.clear();  // it hears no more; what it said before may still come
        is_reusable_ = false;
      }
    }
    if (!readable) continue;
    const ssize_t n = read(from_->get(), buffer.data(), buffer.size());
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (n <= 0) return false;
    if (!take({buffer.data(), static_cast<std::size_t>(n)})) {
      is_reusable_ = is_reusable_ && pieces.empty();
      return true;
    }
  }
}

ReaderAnswer ReaderProcess::ask(const Question& question) {
  ++asked_;
  const NoPipeSignal no_signal;
  const ReaderInput& input = *question.input;
  const std::string request = encode(
      ReadRequest{input, static_cast<std::uint64_t>(question.cpu.count()), question.picture});
  const std::string request_head = encode(FrameHead{FrameKind::kRequest, request.size()});
  const std::string file_head = encode(FrameHead{FrameKind::kFile, input.bytes.size()});
  AnswerDecoder answer(
      input.format, question.most_answer_bytes,
      question.picture ? AnswerDecoder::Kind::kPicture : AnswerDecoder::Kind::kDocuments);
  const auto take = [&](std::string_view bytes) {
    answer.take(bytes);
    return answer.state() == AnswerDecoder::State::kOpen;
  };
  try {
    const Wait wait{Clock::now() + question.wall, &question.go_on};
    if (!talk({request_head, request, file_head, input.bytes}, wait, take)) throw ended(question);
  } catch (const Error& error) {
    is_reusable_ = false;
    kill_now();
    throw ReaderFailed{ReaderFailed::Kind::kOther, error.what()};
  } catch (const ReaderFailed& failed) {
    is_reusable_ = false;
    kill_now();
    if (failed.kind == ReaderFailed::Kind::kSlow && failed.clause.empty()) {
      throw slow(question.wall);
    }
    throw;
  } catch (...) {
    is_reusable_ = false;
    throw;
  }
  if (answer.state() == AnswerDecoder::State::kExhausted) {
    is_reusable_ = false;
    throw ReaderFailed{
        ReaderFailed::Kind::kOther,
        fmt::format("it takes more memory than its reader may have, {} MiB; split it",
                    guards_.memory_bytes >> 20)};
  }
  if (answer.state() == AnswerDecoder::State::kRefused) {
    throw Error(ErrorKind::kInput, answer.refusal());
  }
  if (question.picture) return {{}, std::move(answer.picture())};
  return {std::move(answer.documents()), {}};
}

std::optional<int> ReaderProcess::reap(milliseconds patience) {
  if (pid_ < 0) return {};
  const auto until = Clock::now() + patience;
  int status = 0;
  for (;;) {
    const pid_t ended = waitpid(pid_, &status, WNOHANG);
    if (ended == pid_) {
      pid_ = -1;
      return status;
    }
    if (ended < 0 && errno != EINTR) {  // this program ignores SIGCHLD, or reaps all itself
      pid_ = -1;
      return {};
    }
    if (Clock::now() >= until) return {};
    std::this_thread::sleep_for(milliseconds(2));
  }
}

void ReaderProcess::kill_now() {
  if (pid_ < 0) return;
  kill(pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
}

// The process has closed its end: how it came to that.
ReaderFailed ReaderProcess::ended(const Question& question) {
  const std::optional<int> status = reap(milliseconds(500));
  constexpr const char* kHostile = "the file is damaged or hostile";
  const auto other = [](std::string clause) {
    return ReaderFailed{ReaderFailed::Kind::kOther, std::move(clause)};
  };
  if (!status) return other(fmt::format("its reader fell silent; {}", kHostile));
  if (WIFEXITED(*status)) {
    return other(
        fmt::format("its reader ended early (code {}); {}", WEXITSTATUS(*status), kHostile));
  }
  const int signal = WTERMSIG(*status);
  if (signal == SIGPROF || signal == SIGXCPU) return slow(question.cpu);
  if (signal == SIGKILL) return other("its reader was killed from outside; try again");
  return other(fmt::format("its reader crashed (signal {}); {}", signal, kHostile));
}

}  // namespace ibid
