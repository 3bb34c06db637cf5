// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/option_groups.h"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <system_error>

#include "corpus/error.h"
#include "tools/terminal/output.h"
#include "tools/terminal/pager.h"

namespace ibid {
namespace {

constexpr std::size_t kDefaultColumns = 80;
constexpr std::size_t kWidestText = 100;  // longer lines are hard to read

// Returns the value of a variable that is set and not empty.
std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

// Of the variables of the XDG base directory specification, which are ignored if relative: they
// would mean another folder in each folder.
std::optional<std::string> absolute_path(const char* name) {
  auto path = environment(name);
  if (path && path->front() != '/') return std::nullopt;
  return path;
}

template <typename Number>
std::optional<Number> read_number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string host_name() {
  std::array<char, 256> name{};  // Linux has at most 64 bytes
  if (gethostname(name.data(), name.size() - 1) != 0) return {};
  return name.data();
}

// The power of 1024 that a suffix means; nothing for an unknown one.
std::optional<unsigned> suffix_power(std::string suffix) {
  for (char& c : suffix) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const std::vector<std::vector<std::string>> suffixes = {
      {"", "b"}, {"k", "kb", "kib"}, {"m", "mb", "mib"}, {"g", "gb", "gib"}, {"t", "tb", "tib"}};
  for (unsigned power = 0; power < suffixes.size(); ++power) {
    const auto& names = suffixes[power];
    if (std::find(names.begin(), names.end(), suffix) != names.end()) return power;
  }
  return std::nullopt;
}

// 16777216 -> "16M", if it divides evenly.
std::string size_word(std::uint64_t bytes) {
  const std::string_view units = "kMGT";
  std::size_t unit = 0;
  while (bytes >= 1024 && bytes % 1024 == 0 && unit < units.size()) {
    bytes /= 1024;
    ++unit;
  }
  return unit == 0 ? fmt::format("{}", bytes) : fmt::format("{}{}", bytes, units[unit - 1]);
}

}  // namespace

void IndexDirOption::add(CLI::App& app) {
  app.add_option(
         "--index", given,
         "folder of the index (default: $IBID_INDEX, else $XDG_DATA_HOME/ibid, else "
         "~/.local/share/ibid); for questions also FILE.toml, which names the machines that "
         "it is on")
      ->type_name("DIR")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

std::string IndexDirOption::directory() const {
  if (!given.empty()) return given;
  if (const auto index = environment("IBID_INDEX")) return *index;
  if (const auto data = absolute_path("XDG_DATA_HOME")) return *data + "/ibid";
  if (const auto home = absolute_path("HOME")) return *home + "/.local/share/ibid";
  throw Error(ErrorKind::kUsage,
              "no index folder is known: neither XDG_DATA_HOME nor HOME is an absolute path; give "
              "--index DIR or set IBID_INDEX");
}

void ByteOrderMarkOption::add(CLI::App& app) {
  app.add_flag("--bom", given, "begin csv with a byte-order mark, as Excel on Windows needs it")
      ->group("Output");
}

void ByteOrderMarkOption::check(Csv csv) const {
  if (given && csv == Csv::kNo) throw Error(ErrorKind::kUsage, "--bom goes with csv only");
}

void OutputOptions::add(CLI::App& app, Csv csv) {
  std::vector<std::pair<std::string, Format>> formats = {{"text", Format::kText},
                                                         {"jsonl", Format::kJsonLines}};
  std::string help = "text for people, or JSON lines for scripts (docs/output-format.md)";
  if (csv == Csv::kToo) {
    formats.emplace_back("csv", Format::kCsv);
    help += ", or CSV";
  }
  add_choice<Format>(app, "--format", format, formats, help)->group("Output");
  if (csv == Csv::kToo) byte_order_mark.add(app);
  add_layout(app);
}

std::string_view OutputOptions::csv_start() const {
  byte_order_mark.check(format == Format::kCsv ? ByteOrderMarkOption::Csv::kYes
                                               : ByteOrderMarkOption::Csv::kNo);
  return ibid::csv_start(byte_order_mark.start());
}

void OutputOptions::add_layout(CLI::App& app) {
  add_choice<ColourChoice>(app, "--color", colour,
                           {{"auto", ColourChoice::kAuto},
                            {"always", ColourChoice::kAlways},
                            {"never", ColourChoice::kNever}},
                           "auto: on a terminal, unless NO_COLOR is set")
      ->group("Output");
  add_count(app, "--width", width, {20, 10000},
            "columns of text (default: the terminal's, at most 100)")
      ->group("Output");
}

void OutputOptions::add_pager(CLI::App& app) {
  app.add_flag("--no-pager", no_pager,
               "do not show text that is longer than the terminal through $PAGER")
      ->group("Output");
}

void OutputOptions::show(std::string_view answer) const {
  if (format == Format::kText && !no_pager) {
    write_paged(answer);
  } else {
    write_output(answer);
  }
}

TextLayout OutputOptions::layout() const {
  TextLayout out;
  const std::size_t terminal = terminal_columns(STDOUT_FILENO);
  out.columns = width > 0      ? width
                : terminal > 0 ? std::min(terminal, kWidestText)
                               : kDefaultColumns;
  const bool wanted = terminal > 0 && !environment("NO_COLOR") && environment("TERM") != "dumb";
  const bool colours = colour == ColourChoice::kAlways || (colour == ColourChoice::kAuto && wanted);
  out.colour = colours ? Colour::kYes : Colour::kNo;
  // A file or a pipe gets no links even if it gets colours: few readers know them.
  out.links = colours && terminal > 0 ? Links::kYes : Links::kNo;
  out.host = host_name();
  std::error_code error;
  out.base_dir = std::filesystem::current_path(error).string();
  return out;
}

void LogOptions::add(CLI::App& app) {
  app.add_flag("-v,--verbose", verbose, "report on standard error what is being done");
}

void LogOptions::write(const std::string& line) {
  static const std::shared_ptr<spdlog::logger> logger = [] {
    auto made = spdlog::stderr_color_mt("ibid");
    made->set_pattern("ibid: %v");
    made->set_level(spdlog::level::debug);
    return made;
  }();
  logger->debug("{}", line);
}

std::uint64_t parse_count(const std::string& option, const std::string& text, Bounds bounds) {
  const auto value = read_number<std::uint64_t>(text);
  if (!value && text.starts_with('-') && read_number<std::uint64_t>(text.substr(1))) {
    throw CLI::ValidationError(
        option, fmt::format("{} is not between {} and {}", text, bounds.least, bounds.most));
  }
  if (!value) throw CLI::ValidationError(option, fmt::format("\"{}\" is not a whole number", text));
  if (*value < bounds.least || *value > bounds.most) {
    throw CLI::ValidationError(
        option, fmt::format("{} is not between {} and {}", *value, bounds.least, bounds.most));
  }
  return *value;
}

std::uint32_t parse_seconds(const std::string& option, const std::string& text) {
  const auto value = read_number<double>(text);
  constexpr double kMost = 7 * 24 * 3600;
  if (!value || !(*value >= 0) || *value > kMost) {
    throw CLI::ValidationError(
        option, fmt::format("\"{}\" is not a number of seconds; write it like 30 or 0.5", text));
  }
  return static_cast<std::uint32_t>(std::lround(*value * 1000));
}

std::uint64_t parse_size(const std::string& option, const std::string& text, Bounds bounds) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto value = read_number<double>(std::string_view(text).substr(0, digits));
  const auto power = suffix_power(text.substr(digits));
  if (!value || !power || !(*value >= 0)) {
    throw CLI::ValidationError(
        option, fmt::format("\"{}\" is not a size; write it like 512M, 2G or 100k", text));
  }
  const double bytes = std::ldexp(*value, static_cast<int>(10 * *power));
  if (bytes < static_cast<double>(bounds.least)) {
    throw CLI::ValidationError(
        option, fmt::format("{} is too little; the least is {}", text, size_word(bounds.least)));
  }
  if (bytes > static_cast<double>(bounds.most)) {
    throw CLI::ValidationError(
        option, fmt::format("{} is too much; the most is {}", text, size_word(bounds.most)));
  }
  return static_cast<std::uint64_t>(bytes);
}

CLI::Option* add_count(CLI::App& app, const std::string& name, std::uint64_t& value, Bounds bounds,
                       const std::string& help) {
  const std::string told = name.substr(name.find("--"));
  return app
      .add_option_function<std::string>(
          name,
          [told, bounds, &value](const std::string& text) {
            value = parse_count(told, text, bounds);
          },
          help)
      ->type_name("N")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

std::size_t parse_word(const std::string& option, const std::string& text,
                       const std::vector<std::string>& words) {
  const auto it = std::find(words.begin(), words.end(), text);
  if (it == words.end()) {
    throw CLI::ValidationError(
        option, fmt::format("\"{}\" is not one of {}", text, fmt::join(words, ", ")));
  }
  return static_cast<std::size_t>(it - words.begin());
}

std::size_t terminal_columns(int fd) {
  if (isatty(fd) == 0) return 0;
  winsize size = {};
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefaultColumns;
  return size.ws_col;
}

}  // namespace ibid
