// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/pager.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/file_descriptor.h"
#include "corpus/text/display_width.h"
#include "search/render/escape_terminal.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

// Signals that are the pager's while it runs.
constexpr int kKeyboardSignals[] = {SIGINT, SIGQUIT};

class KeyboardSignalsIgnored {
 public:
  KeyboardSignalsIgnored() {
    for (std::size_t i = 0; i < std::size(kKeyboardSignals); ++i) {
      struct sigaction ignored = {};
      ignored.sa_handler = SIG_IGN;
      sigaction(kKeyboardSignals[i], &ignored, &before_[i]);
    }
  }
  ~KeyboardSignalsIgnored() {
    for (std::size_t i = 0; i < std::size(kKeyboardSignals); ++i) {
      sigaction(kKeyboardSignals[i], &before_[i], nullptr);
    }
  }
  KeyboardSignalsIgnored(const KeyboardSignalsIgnored&) = delete;
  KeyboardSignalsIgnored& operator=(const KeyboardSignalsIgnored&) = delete;

 private:
  struct sigaction before_[std::size(kKeyboardSignals)] = {};
};

// The end of the escape sequence that begins at `at`, which holds ESC.
std::size_t end_of_sequence(std::string_view text, std::size_t at) {
  const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
  const std::string_view last = kind == ']' ? "\x1b\\" : "m";
  const std::size_t end = text.find(last, at + 2);
  return end == std::string_view::npos ? text.size() : end + last.size();
}

std::string without_sequences(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t next = std::min(line.find('\x1b', at), line.size());
    out += line.substr(at, next - at);
    at = next < line.size() ? end_of_sequence(line, next) : next;
  }
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

// Ours, with what makes less and lv show our text as it is, unless the user has set that.
std::vector<std::string> pager_environment() {
  std::vector<std::string> out;
  for (char** variable = environ; *variable != nullptr; ++variable) out.emplace_back(*variable);
  // F: ends if the text fits after all; R: colours and links; X: leaves the text on the screen.
  const auto set = [&out](const char* name, const char* value) {
    if (std::getenv(name) == nullptr) out.push_back(std::string(name) + "=" + value);
  };
  set("LESS", "FRX");
  set("LESSCHARSET", "utf-8");  // whatever the locale: our text always is
  set("LV", "-c");
  return out;
}

// Starts the pager on `input`. Returns an errno, or 0.
int start(std::vector<std::string> command, int input, pid_t& pid) {
  std::vector<std::string> environment = pager_environment();
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  sigset_t defaults;  // ibid ignores these, and a program inherits that
  sigemptyset(&defaults);
  for (const int signal : {SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ}) sigaddset(&defaults, signal);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const std::vector<char*> argv = pointers(command), envp = pointers(environment);
  const int error = posix_spawnp(&pid, argv[0], &files, &attributes, argv.data(), envp.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return error;
}

// Until all is written or the user has left; then closes the pipe.
void feed(const FileDescriptor pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(pipe.get(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

int exit_code_of(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) return 0;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

// Why the pager did not show the text; empty if it did.
std::string show_in_pager(const std::vector<std::string>& command, std::string_view text) {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) return std::strerror(errno);
  FileDescriptor output(ends[1]);
  std::optional<FileDescriptor> input(ends[0]);
  const KeyboardSignalsIgnored ignored;
  pid_t pid = -1;
  if (const int error = start(command, input->get(), pid); error != 0) return std::strerror(error);
  input.reset();
  feed(std::move(output), text);
  constexpr int kNotExecutable = 126, kNotFound = 127;  // as sh reports it
  const int code = exit_code_of(pid);
  return code == kNotExecutable || code == kNotFound ? "the shell cannot find or run it" : "";
}

// Whether `text` is longer than the terminal behind standard output, if there is one.
bool is_longer_than_terminal(std::string_view text) {
  winsize size = {};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  const char* terminal = std::getenv("TERM");
  if (terminal == nullptr || std::string_view(terminal) == "dumb") return false;
  return rows_of(text, size.ws_col) >= size.ws_row;  // the shell's prompt takes one, too
}

}  // namespace

std::vector<std::string> pager_command(const char* pager) {
  if (pager == nullptr) return {"less", "-R"};
  const std::string_view text = pager;
  if (text.find_first_of("|&;<>()$`\\\"'*?[#~=%{}!\n") != std::string_view::npos) {
    return {"/bin/sh", "-c", std::string(text)};
  }
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t", at), text.size());
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    at = end;
  }
  if (words == std::vector<std::string>{"cat"}) words.clear();
  return words;
}

std::size_t rows_of(std::string_view text, std::size_t columns) {
  std::size_t rows = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t width = display_width(without_sequences(line));
    rows += std::max<std::size_t>(1, (width + columns - 1) / columns);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return rows;
}

void write_paged(std::string_view text) {
  const char* pager = std::getenv("PAGER");
  const std::vector<std::string> command = pager_command(pager);
  if (!command.empty() && is_longer_than_terminal(text)) {
    flush_output();
    const std::string why = show_in_pager(command, text);
    if (why.empty()) return;
    if (pager != nullptr) {
      write_error(
          fmt::format("ibid: cannot run the pager \"{}\": {}\n", escape_terminal(pager), why));
    }
  }
  write_output(text);
}

}  // namespace ibid
