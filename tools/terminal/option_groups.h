// SPDX-License-Identifier: GPL-2.0-or-later
//
// Options that several commands share: small structs that register themselves on a CLI::App, and
// parsers for the kinds of option values, each with one error message.
#pragma once

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/render/csv.h"
#include "search/render/text_page.h"

namespace ibid {

// The folder of the index: --index, else $IBID_INDEX, else $XDG_DATA_HOME/ibid, else
// ~/.local/share/ibid.
struct IndexDirOption {
  std::string given;  // empty if not on the command line
  void add(CLI::App& app);
  std::string directory() const;  // throws Error{kUsage} if none of them is usable
};

// --bom, of commands that write CSV.
struct ByteOrderMarkOption {
  bool given = false;
  void add(CLI::App& app);
  CsvStart start() const { return given ? CsvStart::kByteOrderMark : CsvStart::kHeader; }
  // Throws Error{kUsage} if it is given with another format than csv.
  enum class Csv : std::uint8_t { kNo, kYes };
  void check(Csv csv) const;
};

enum class Format : std::uint8_t { kText, kJsonLines, kCsv };
enum class ColourChoice : std::uint8_t { kAuto, kAlways, kNever };

struct OutputOptions {
  Format format = Format::kText;
  ColourChoice colour = ColourChoice::kAuto;
  std::uint64_t width = 0;              // columns; 0: as wide as the terminal, 80 if there is none
  ByteOrderMarkOption byte_order_mark;  // of csv
  bool no_pager = false;
  enum class Csv : std::uint8_t { kNo, kToo };  // whether --format takes csv, and so --bom
  void add(CLI::App& app, Csv csv = Csv::kNo);
  void add_layout(CLI::App& app);  // without --format, for commands with formats of their own
  void add_pager(CLI::App& app);   // --no-pager, for those that call show()
  // What a table in CSV begins with. Throws Error{kUsage} if --bom is given with another format.
  std::string_view csv_start() const;
  TextLayout layout() const;
  // Writes the whole answer of a command: text through the pager (pager.h) unless --no-pager.
  void show(std::string_view answer) const;
};

struct LogOptions {
  bool verbose = false;
  void add(CLI::App& app);
  // Writes a line to standard error, if it is asked for. Arguments as of fmt::format().
  template <class... Args>
  void note(fmt::format_string<Args...> format, Args&&... args) const {
    if (verbose) write(fmt::format(format, std::forward<Args>(args)...));
  }

 private:
  static void write(const std::string& line);
};

struct Bounds {
  std::uint64_t least = 0;
  std::uint64_t most = UINT64_MAX;
};

// Parse "10", "2.5", "512M". Throw CLI::ValidationError{option, why}.
std::uint64_t parse_count(const std::string& option, const std::string& text, Bounds bounds);
std::uint32_t parse_seconds(const std::string& option, const std::string& text);  // in milliseconds
// Bytes; k, M, G (and kB, KiB, …) are powers of 1024.
std::uint64_t parse_size(const std::string& option, const std::string& text, Bounds bounds);

// `name`: "--limit" or "-n,--limit".
CLI::Option* add_count(CLI::App& app, const std::string& name, std::uint64_t& value, Bounds bounds,
                       const std::string& help);

// The index of `text` in `words`. Throws CLI::ValidationError{option, "… is not one of a, b"}.
std::size_t parse_word(const std::string& option, const std::string& text,
                       const std::vector<std::string>& words);

// An option whose value is one of a few words.
template <typename Enum>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Enum& value,
                        const std::vector<std::pair<std::string, Enum>>& choices,
                        const std::string& help) {
  std::vector<std::string> words;
  for (const auto& choice : choices) words.push_back(choice.first);
  return app
      .add_option_function<std::string>(
          name,
          [name, choices, words, &value](const std::string& text) {
            value = choices[parse_word(name, text, words)].second;
          },
          help)
      ->type_name(CLI::detail::join(words, "|"))
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

// Columns of the terminal behind file descriptor `fd`; 0 if it is not a terminal.
std::size_t terminal_columns(int fd);

}  // namespace ibid
