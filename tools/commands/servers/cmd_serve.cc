// SPDX-License-Identifier: GPL-2.0-or-later
//
// `ibid serve`: the page and the API, until a signal ends it.
#include <fcntl.h>
#include <fmt/core.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/watch/folder_watch.h"
#include "search/render/escape_markup.h"
#include "search/render/escape_terminal.h"
#include "tools/commands/index_lines.h"
#include "tools/commands/index_summary.h"
#include "tools/serve/guards/access.h"
#include "tools/serve/guards/feed_key.h"
#include "tools/serve/http/http_server.h"
#include "tools/serve/http/listeners.h"
#include "tools/serve/site/site.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

constexpr std::uint64_t kDefaultPort = 8417;
constexpr std::chrono::milliseconds kPatience{2'000};  // with answers that are being made

struct ServeCommand {
  IndexDirOption index;
  std::uint64_t port = kDefaultPort;
  std::string socket, address, token_file;
  bool no_token = false;
  bool opens = false;
  bool watches = false;

  void add(CLI::App& app);
  int run(const Operands& paths);

 private:
  void check_options(const Operands& paths) const;
  std::unique_ptr<FolderWatch> watch(const Operands& paths) const;
  std::vector<Listener> listeners() const;
  std::string token() const;
  void announce(const std::vector<Listener>& listeners, const std::string& token) const;
};

void ServeCommand::add(CLI::App& app) {
  index.add(app);
  add_count(app, "--port", port, {0, 65535},
            "port on this machine (default: 8417); 0: any free one");
  app.add_option("--socket", socket,
                 "answer on a socket in the file system, which only you may open")
      ->type_name("PATH")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--listen", address,
                 "answer on this address of the machine, to others of the network; needs "
                 "--token-file")
      ->type_name("ADDRESS")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--token-file", token_file,
                 "a file with the token, the same at each start; it is made if it does not exist")
      ->type_name("FILE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_flag("--no-token", no_token, "answer every user of this machine");
  app.add_flag("--open", opens, "open the link in the browser (xdg-open)");
  app.add_flag("--watch", watches,
               "keep the index up to date meanwhile, as `ibid watch PATH...` does");
}

void ServeCommand::check_options(const Operands& paths) const {
  if (!paths.empty() && !watches) {
    throw Error(ErrorKind::kUsage, fmt::format("what is to happen with {}? --watch follows it",
                                               escape_terminal(paths.front())));
  }
  if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    throw Error(ErrorKind::kUsage, "standard input cannot be followed; ibid index reads it once");
  }
  if (!address.empty() && token_file.empty()) {
    throw Error(
        ErrorKind::kUsage,
        "--listen needs --token-file: without a token, anyone in the network could read the "
        "reports");
  }
  if (no_token && !token_file.empty()) {
    throw Error(ErrorKind::kUsage, "--no-token and --token-file exclude each other");
  }
  if (!socket.empty() && !address.empty()) {
    throw Error(ErrorKind::kUsage, "--socket and --listen exclude each other");
  }
}

std::vector<Listener> ServeCommand::listeners() const {
  std::vector<Listener> out = inherited_listeners();
  if (!out.empty()) return out;
  const auto number = static_cast<std::uint16_t>(port);
  if (!socket.empty()) {
    out.push_back(listen_on_file(socket));
  } else if (!address.empty()) {
    out.push_back(listen_on_address(address, number));
  } else {
    out = listen_on_loopback(number);
  }
  return out;
}

std::string ServeCommand::token() const {
  if (no_token) return "";
  return token_file.empty() ? make_token() : token_of_file(token_file);
}

// Whether standard output is systemd's journal: what is written there is kept.
bool writes_to_journal() {
  const char* journal = std::getenv("JOURNAL_STREAM");
  struct stat status = {};
  return journal != nullptr && fstat(STDOUT_FILENO, &status) == 0 &&
         journal == fmt::format("{}:{}", status.st_dev, status.st_ino);
}

void ServeCommand::announce(const std::vector<Listener>& listeners,
                            const std::string& token) const {
  const Listener& first = listeners.front();
  const bool shows_token = first.port != 0 && !token.empty() && token_file.empty();
  write_output(fmt::format("{}{}\n", first.url,
                           shows_token && !writes_to_journal() ? "?token=" + token : ""));
  flush_output();
  if (no_token && first.port != 0) {
    write_error("ibid: without a token every user of this machine can read the reports\n");
  }
}

// A page that leads to the link, in a file that only this user can read: the arguments of a
// program, such as the browser, can be read by all. Removed at the end.
class LinkFile {
 public:
  explicit LinkFile(const std::string& link) {
    const char* folder = std::getenv("XDG_RUNTIME_DIR");
    path_ = fmt::format("{}/ibid-XXXXXX.html", folder == nullptr ? "/tmp" : folder);
    constexpr int kEnding = 5;  // ".html"
    const FileDescriptor file(mkostemps(path_.data(), kEnding, O_CLOEXEC));
    const std::string page = fmt::format(
        "<!doctype html>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"refresh\" content=\"0; url={}\">\n<title>ibid</title>\n",
        escape_html(link));
    if (!file.is_open() ||
        write(file.get(), page.data(), page.size()) != static_cast<ssize_t>(page.size())) {
      throw Error(ErrorKind::kSystem, fmt::format("cannot write {} for the browser", path_));
    }
  }
  ~LinkFile() { unlink(path_.c_str()); }
  LinkFile(const LinkFile&) = delete;
  LinkFile& operator=(const LinkFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The browser lives on by itself, and gets Ctrl-C as other programs do.
void open_in_browser(const std::string& file) {
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
  std::string program = "xdg-open";
  std::string argument = file;
  char* argv[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  const int error = posix_spawnp(&child, program.c_str(), nullptr, &attributes, argv, environ);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) write_error("ibid: there is no xdg-open; open the link in a browser\n");
}

// Blocked in all threads that start later, so that wait_for_end() gets them.
sigset_t block_ends() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  return ends;
}

void tell(const std::string& sentence) {
  write_error(fmt::format("ibid: {}\n", escape_terminal(sentence)));
}

// What `ibid watch` says on standard output goes to standard error here: that is the link's.
void tell_update(const UpdateSummary& summary) {
  if (summary.interrupted) return;
  const std::string text = summary_text(summary);
  tell(text.substr(0, text.find('\n')));
}

void tell_problems(const std::vector<Problem>& problems) {
  std::error_code error;
  write_error(problems_text("failed", problems, std::filesystem::current_path(error).string()));
}

// Null without --watch. Without paths it follows the folders that the index was made from.
std::unique_ptr<FolderWatch> ServeCommand::watch(const Operands& paths) const {
  if (!watches) return nullptr;
  UpdateOptions update;
  update.index_dir = index.directory();
  update.paths = paths;
  update.removals = UpdateOptions::Removals::kFewOrNone;
  FolderWatchNews news;
  news.told = tell;
  news.updated = [](std::uint64_t, const UpdateSummary& summary) { tell_update(summary); };
  news.failed = tell_problems;
  return std::make_unique<FolderWatch>(std::move(update), std::move(news));
}

int ServeCommand::run(const Operands& paths) {
  check_options(paths);
  HttpServerOptions options;
  options.token = token();
  const std::string feed_token = socket.empty() ? options.token : "";
  options.services = site_services(index.directory(), [feed_token](const HttpFields& fields) {
    return feed_key(feed_token, fields);
  });
  options.cookie = token_file.empty() ? HttpServerOptions::Cookie::kUntilClosed
                                      : HttpServerOptions::Cookie::kForAYear;
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  options.log = [](std::string_view line) {
    write_error(fmt::format("ibid: {}\n", escape_terminal(line)));
  };
  const sigset_t ends = block_ends();
  options.listeners = listeners();
  const std::string secret = options.token;
  std::vector<Listener> shown;
  for (const Listener& listener : options.listeners) {
    shown.push_back({FileDescriptor(-1), {}, listener.url, listener.port, {}});
  }
  auto server = std::make_unique<HttpServer>(std::move(options));
  announce(shown, secret);
  const std::unique_ptr<FolderWatch> watching = watch(paths);
  std::optional<LinkFile> link_file;
  if (opens && shown.front().port != 0) {
    link_file.emplace(shown.front().url + (secret.empty() ? "" : "?token=" + secret));
    open_in_browser(link_file->path());
  }
  int signal = 0;
  while (sigwait(&ends, &signal) != 0) {
  }
  if (watching) watching->stop();  // an update that is going on keeps what it has finished
  if (!server->stop(kPatience)) {
    // A service that does not end in time may still read the index: nothing may be destroyed.
    link_file.reset();
    flush_output();
    std::_Exit(signal == SIGTERM ? 0 : 128 + signal);
  }
  return signal == SIGTERM ? kExitFound : 128 + signal;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<ServeCommand>();
  command->add(app);
  return [command](const Operands& paths) { return command->run(paths); };
}

}  // namespace

const Command kServeCommand = {
    .name = "serve",
    .summary = "answer in a browser, and programs over HTTP",
    .group = "Serve",
    .operands = "[PATH...]",
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .about =
        "Answers on this machine until Ctrl-C or SIGTERM, and prints the link to open when it is "
        "ready. An index that is updated or rebuilt meanwhile is seen at once.\n\n"
        "The link holds a token, since every user of the machine can reach the port. The browser "
        "keeps it as a cookie; programs send Authorization: Bearer TOKEN. With --token-file it is "
        "the same at each start, and is not printed.\n\n"
        "With --socket the file mode says who may ask, and no token is needed. Sockets that "
        "systemd has opened are used instead of a port.\n\n"
        "With --watch the index follows the files and folders named, or those that it was made "
        "from: a file that is closed is found about three seconds later. Each update is a line on "
        "standard error. There must be an index to begin with.\n\n"
        "What is answered to others of the network (--listen) is not encrypted: put a proxy with "
        "TLS before it.",
    .examples =
        "ibid serve --open\n"
        "ibid serve --index /srv/index --port 0\n"
        "ibid serve --watch reports/\n"
        "ibid serve --socket ~/ibid.sock\n"
        "curl --unix-socket ~/ibid.sock http://localhost/v1/info\n"
        "ibid serve --listen 192.0.2.7 --token-file ~/.config/ibid/token",
    .exit_codes =
        "0    ended by SIGTERM\n"
        "2    error: no index, the port is taken, a bad token file\n"
        "130  ended by Ctrl-C",
    .add_options = add_options,
};

}  // namespace ibid
