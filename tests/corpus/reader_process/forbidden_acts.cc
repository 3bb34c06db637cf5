// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/reader_process/forbidden_acts.h"

#include <dirent.h>
#include <fcntl.h>
#include <iconv.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <functional>
#include <map>
#include <thread>

namespace ibid {
namespace {

std::string answer(long result) { return result >= 0 ? "done" : strerrorname_np(errno); }

std::string open_and_close(const std::string& path, int flags) {
  const int fd = open(path.c_str(), flags, 0600);
  const std::string said = answer(fd);
  if (fd >= 0) close(fd);
  return said;
}

std::string forked() {
  const pid_t pid = fork();
  if (pid == 0) _exit(0);
  const std::string said = answer(pid);
  if (pid > 0) waitpid(pid, nullptr, 0);
  return said;
}

std::string executed() {
  char* arguments[] = {nullptr};
  return answer(execve("/bin/true", arguments, arguments));
}

std::string mapped(int protection) {
  void* const page = mmap(nullptr, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return answer(page == MAP_FAILED ? -1 : 0);
}

std::string made_executable() {
  void* const page = mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return page == MAP_FAILED ? "no page" : answer(mprotect(page, 4096, PROT_READ | PROT_EXEC));
}

std::string limit_lifted() {
  const rlimit limit{RLIM_INFINITY, RLIM_INFINITY};
  return answer(setrlimit(RLIMIT_CORE, &limit));
}

std::string threads_work() {
  int sum = 0;
  std::thread one([&] { sum += 1; });
  one.join();
  return sum == 1 ? "done" : "lost";
}

// As poppler-cpp converts its text; the converter is a library that is loaded when it is needed.
std::string utf16_converted() {
  const iconv_t converter = iconv_open("UTF-8", "UTF-16");
  if (converter == reinterpret_cast<iconv_t>(-1)) return answer(-1);
  char in[] = {'\xFF', '\xFE', '\x6D', '\xD5'};
  char out[8] = {};
  char* from = in;
  char* to = out;
  std::size_t from_size = sizeof in, to_size = sizeof out;
  const std::size_t converted = iconv(converter, &from, &from_size, &to, &to_size);
  iconv_close(converter);
  return converted == 0 && std::string(out) == "항" ? "done" : "wrong";
}

// Files that are open besides the standard streams.
std::string inherited_files() {
  int open_files = 0;
  for (int fd = STDERR_FILENO + 1; fd < 64; ++fd) open_files += fcntl(fd, F_GETFD) >= 0;
  return open_files == 0 ? "none" : std::to_string(open_files);
}

std::string environment() {
  std::string names;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    names += std::string(*variable, strcspn(*variable, "=")) + " ";
  }
  return names.empty() ? "none" : names;
}

}  // namespace

std::string try_act(const std::string& act) {
  const std::size_t space = act.find(' ');
  const std::string verb = act.substr(0, space);
  const std::string path = space == std::string::npos ? "" : act.substr(space + 1);
  const std::map<std::string, std::function<std::string()>> acts = {
      {"read", [&] { return open_and_close(path, O_RDONLY); }},
      {"write", [&] { return open_and_close(path, O_WRONLY); }},
      {"append", [&] { return open_and_close(path, O_RDWR | O_APPEND); }},
      {"create", [&] { return open_and_close(path, O_RDONLY | O_CREAT); }},
      {"nameless", [&] { return open_and_close(path, O_RDWR | O_TMPFILE); }},
      {"truncate", [&] { return open_and_close(path, O_RDONLY | O_TRUNC); }},
      {"list",
       [&] {
         DIR* const folder = opendir(path.c_str());
         if (folder == nullptr) return answer(-1);
         closedir(folder);
         return answer(0);
       }},
      {"unlink", [&] { return answer(unlink(path.c_str())); }},
      {"chmod", [&] { return answer(chmod(path.c_str(), 0777)); }},
      {"mkdir", [&] { return answer(mkdir(path.c_str(), 0777)); }},
      {"socket", [] { return answer(socket(AF_INET, SOCK_STREAM, 0)); }},
      {"unix-socket", [] { return answer(socket(AF_UNIX, SOCK_STREAM, 0)); }},
      {"fork", forked},
      {"vfork", [] { return answer(syscall(SYS_vfork)); }},
      {"exec", executed},
      {"kill-parent", [] { return answer(kill(getppid(), 0)); }},
      {"kill-group", [] { return answer(kill(0, 0)); }},
      {"ptrace", [] { return answer(ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }},
      {"memfd", [] { return answer(memfd_create("x", 0)); }},
      {"io_uring", [] { return answer(syscall(SYS_io_uring_setup, 1, nullptr)); }},
      {"map-code", [] { return mapped(PROT_READ | PROT_EXEC); }},
      {"map-writable-code", [] { return mapped(PROT_READ | PROT_WRITE | PROT_EXEC); }},
      {"make-code", made_executable},
      {"lift-limit", limit_lifted},
      {"thread", threads_work},
      {"iconv", utf16_converted},
      {"files", inherited_files},
      {"environment", environment},
  };
  const auto found = acts.find(verb);
  return found == acts.end() ? "no such act" : found->second();
}

}  // namespace ibid
