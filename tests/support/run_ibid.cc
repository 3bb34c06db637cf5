// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/run_ibid.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace ibid {
namespace {

constexpr std::chrono::seconds kTimeLimit{60};
constexpr char kProgram[] = IBID_TOOLS_DIR "/ibid";

// For programs built with the address sanitizer: Xapian 1.4.22's Database::check() frees one of its
// objects with a wrong size.
constexpr char kSanitizerOptions[] = "ASAN_OPTIONS=new_delete_type_mismatch=0";

struct Pipe {
  int read_end = -1;
  int write_end = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
    read_end = ends[0];
    write_end = ends[1];
  }
};

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  posix_spawn_file_actions_t* get() { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// Null-terminated pointers into `strings`, for exec.
std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& s : strings) out.push_back(s.data());
  out.push_back(nullptr);
  return out;
}

// Input comes from an unnamed file: no pipe to fill, no thread to fill it.
int input_file(const std::string& text) {
  const int fd = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0 || write(fd, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    throw std::runtime_error("cannot write the input");
  }
  lseek(fd, 0, SEEK_SET);
  return fd;
}

}  // namespace

Child::Child(const std::vector<std::string>& arguments, const RunOptions& options) {
  std::vector<std::string> argv = options.launcher;
  argv.emplace_back(kProgram);
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin", kSanitizerOptions};
  for (const auto& [name, value] : options.environment) environment.push_back(name + "=" + value);
  const Pipe out;
  const Pipe err;
  const int in = input_file(options.input);
  FileActions actions;
  posix_spawn_file_actions_addchdir_np(actions.get(), options.folder.c_str());
  posix_spawn_file_actions_adddup2(actions.get(), in, STDIN_FILENO);
  if (options.output_file.empty()) {
    posix_spawn_file_actions_adddup2(actions.get(), out.write_end, STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(actions.get(), STDOUT_FILENO, options.output_file.c_str(),
                                     O_WRONLY | O_CREAT, 0644);
  }
  posix_spawn_file_actions_adddup2(actions.get(), err.write_end, STDERR_FILENO);
  if (options.closed_output) close(out.read_end);
  const std::vector<char*> argv_pointers = pointers(argv);
  const std::vector<char*> environment_pointers = pointers(environment);
  const int failure = posix_spawnp(&pid_, argv_pointers[0], actions.get(), nullptr,
                                   argv_pointers.data(), environment_pointers.data());
  close(in);
  close(out.write_end);
  close(err.write_end);
  if (failure != 0) throw std::runtime_error(std::string("cannot run ibid: ") + strerror(failure));
  out_ = options.closed_output ? -1 : out.read_end;
  err_ = err.read_end;
}

Child::~Child() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  if (out_ >= 0) close(out_);
  if (err_ >= 0) close(err_);
}

bool Child::read_some() {
  std::array<pollfd, 2> streams = {pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
  if (out_ < 0 && err_ < 0) return false;
  const auto limit = std::chrono::duration_cast<std::chrono::milliseconds>(kTimeLimit).count();
  if (poll(streams.data(), streams.size(), static_cast<int>(limit)) == 0) {
    send(SIGKILL);
    throw std::runtime_error("ibid said nothing for a minute");
  }
  std::array<char, 65536> buffer{};
  const auto take = [&buffer](const pollfd& stream, int& fd, std::string& text) {
    if (fd < 0 || stream.revents == 0) return;
    const ssize_t n = read(fd, buffer.data(), buffer.size());
    if (n > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(n));
    } else {
      close(fd);
      fd = -1;
    }
  };
  take(streams[0], out_, result_.out);
  take(streams[1], err_, result_.err);
  return true;
}

bool Child::wait_for_error_output(std::string_view text) {
  while (result_.err.find(text) == std::string::npos) {
    if (!read_some()) return false;
  }
  return true;
}

std::string Child::first_line() {
  while (result_.out.find('\n') == std::string::npos) {
    if (!read_some()) return "";
  }
  return result_.out.substr(0, result_.out.find('\n'));
}

void Child::send(int signal) const { kill(pid_, signal); }

RunResult Child::finish() {
  while (read_some()) {
  }
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  if (WIFEXITED(status)) result_.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result_.signal = WTERMSIG(status);
  return result_;
}

CliTest::CliTest() {
  std::string name = (fs::temp_directory_path() / "ibid-cli-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  folder_ = fs::canonical(name);
}

CliTest::~CliTest() {
  std::error_code error;
  fs::remove_all(folder_, error);
}

void CliTest::write(const std::string& name, std::string_view text) const {
  fs::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name, std::ios::binary) << text;
}

void CliTest::copy_fixtures(const std::string& folder) const {
  fs::create_directories(folder_ / folder);
  fs::copy(IBID_SOURCE_DIR "/tests/cli/fixtures", folder_ / folder);
}

RunOptions CliTest::options() const {
  RunOptions out;
  out.folder = folder_.string();
  out.environment = {{"HOME", path("home")}, {"IBID_INDEX", path("index")}};
  return out;
}

RunResult CliTest::run(const std::vector<std::string>& arguments, const RunOptions& options) {
  return Child(arguments, options).finish();
}

void CliTest::index_fixtures() {
  copy_fixtures("reports");
  const RunResult result = run({"index", "reports"});
  ASSERT_EQ(result.exit_code, 0) << result.out << result.err;
}

std::vector<nlohmann::ordered_json> parse_lines(std::string_view text) {
  std::vector<nlohmann::ordered_json> out;
  for (const std::string& line : split_lines(text)) {
    out.push_back(nlohmann::ordered_json::parse(line));
  }
  return out;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> out;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::map<std::string, std::string> snapshot(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    struct stat status = {};
    stat(entry.path().c_str(), &status);
    out[entry.path().string()] = std::to_string(status.st_size) + " " +
                                 std::to_string(status.st_mtim.tv_sec) + "." +
                                 std::to_string(status.st_mtim.tv_nsec);
  }
  return out;
}

}  // namespace ibid
