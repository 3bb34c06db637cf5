// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/manual/man_page.h"

#include <fmt/core.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "ibid_version.h"

namespace ibid {
namespace {

// Text for roff: escape and control characters print as themselves, and a dash can be copied.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_start = c == '\n';
  }
  return out;
}

std::string head(const std::string& name, std::string_view summary) {
  std::string upper = name;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return fmt::format(
      "'\\\" -*- coding: utf-8 -*-\n.TH {} 1 \"\" \"ibid {}\" \"ibid manual\"\n.SH NAME\n{} \\- "
      "{}\n",
      roff(upper), kVersion, roff(name), roff(summary));
}

// Paragraphs separated by an empty line.
std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    out += ".PP\n" + roff(text.substr(0, end)) + '\n';
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
  }
  return out;
}

// Lines without filling.
std::string lines(std::string_view text) { return ".nf\n" + roff(text) + "\n.fi\n"; }

std::string entry(std::string_view term, std::string_view text) {
  return fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(term), roff(text));
}

std::string options(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : app.get_options()) {
    std::string name = option->get_name(false, true);
    if (const std::size_t comma = name.find(','); comma != std::string::npos) {
      name.replace(comma, 1, ", ");
    }
    if (option->get_type_size() != 0 && !option->get_type_name().empty()) {
      name += ' ' + option->get_type_name();
    }
    out += entry(name, option->get_description());
  }
  return out;
}

using Entries = std::vector<std::pair<std::string, std::string>>;

std::string section(const std::string& title, const Entries& entries) {
  if (entries.empty()) return "";
  std::string out = ".SH " + roff(title) + '\n';
  for (const auto& [term, text] : entries) out += entry(term, text);
  return out;
}

// Each named once, with the option that says what a command has to do with it.
struct Mention {
  const char* option;
  const char* term;
  const char* text;
};

constexpr auto kEnvironment = std::to_array<Mention>({
    {"--index", "IBID_INDEX", "The folder of the index, unless --index is given."},
    {"--index", "XDG_DATA_HOME",
     "If neither of these is given, the index is the folder ibid in it. Ignored unless it is an "
     "absolute path."},
    {"--index", "HOME",
     "If XDG_DATA_HOME is not usable, the index is the folder .local/share/ibid in it. Ignored "
     "unless it is an absolute path."},
    {"--citations-expected", "TMPDIR",
     "Named files are indexed in a folder below it, which is removed. /tmp if it is not set."},
    {"--color", "NO_COLOR",
     "If it is set and not empty, nothing is coloured unless --color says so."},
    {"--color", "TERM",
     "If it is dumb, nothing is coloured unless --color says so, and no pager is run."},
    {"--no-pager", "PAGER",
     "Shows text that is longer than the terminal: a command and its arguments, run by sh if it "
     "has "
     "characters that only a shell understands. less -R if it is not set; empty or cat: nothing "
     "does."},
    {"--no-pager", "LESS",
     "Options of less, FRX if it is not set. Likewise LESSCHARSET, utf-8 if it is not set."},
    {"--progress", "TERM",
     "If it is dumb or not set, no progress bar is drawn unless --progress says so."},
    {"--token-file", "JOURNAL_STREAM",
     "Set by systemd: if standard output is its journal, the link is printed without the token."},
    {"--token-file", "LISTEN_FDS",
     "Set by systemd, with LISTEN_PID: sockets that it listens on, used instead of --port."},
    {"--open", "XDG_RUNTIME_DIR",
     "The folder of the page that leads the browser to the link; /tmp if it is not set."},
});

constexpr auto kFiles = std::to_array<Mention>({
    {"--index", "~/.local/share/ibid/", "The index, unless another folder is given."},
    {"--index", "ibid.json", "In the index: its format, and which of its databases is in use."},
    {"--metadata", "ibid.toml",
     "Beside the reports or in a folder above them: what is said of them by hand."},
    {"--progress", "ibid.lock", "In the index: locked while an ibid writes to it."},
    {"--aliases", "aliases.toml",
     "In the index: the editor's own names for the same thing, unless --aliases is given; see "
     "ibid-query(7)."},
    {"--output", "FILE.PID.new",
     "Beside an output FILE, while it is written, where the file system has no files without a "
     "name. One that a killed ibid left may be removed."},
});

template <typename Mentions>
Entries mentioned(const Mentions& mentions, const CLI::App& app) {
  Entries out;
  for (const Mention& mention : mentions) {
    if (app.get_option_no_throw(mention.option) != nullptr)
      out.emplace_back(mention.term, mention.text);
  }
  return out;
}

// Each term once.
template <typename Mentions>
Entries all_of(const Mentions& mentions) {
  Entries out;
  for (const Mention& mention : mentions) {
    if (!out.empty() && out.back().first == mention.term) {
      out.back().second += std::string(" ") + mention.text;
    } else {
      out.emplace_back(mention.term, mention.text);
    }
  }
  return out;
}

}  // namespace

std::string man_page(const Command& command, const CLI::App& app) {
  std::string out = head(fmt::format("ibid-{}", command.name), command.summary);
  out += fmt::format(".SH SYNOPSIS\n\\fBibid {}\\fR [OPTION]...", roff(command.name));
  if (command.max_operands > 0) out += ' ' + roff(command.operands);
  out += "\n.SH DESCRIPTION\n" + paragraphs(command.about);
  out += ".SH OPTIONS\n" + options(app);
  if (command.more != nullptr) {
    const ManualSection more = command.more();
    out += section(more.title, more.entries);
  }
  out += ".SH EXIT STATUS\n" + lines(command.exit_codes);
  out += section("ENVIRONMENT", mentioned(kEnvironment, app));
  out += section("FILES", mentioned(kFiles, app));
  out += ".SH EXAMPLES\n" + lines(command.examples);
  return out + ".SH SEE ALSO\n.BR ibid (1),\n.BR ibid\\-query (7),\n.BR ibid\\-output (5)\n";
}

std::string program_man_page() {
  std::string out = head("ibid", "full-text search and citation indexer for reports");
  out += ".SH SYNOPSIS\n\\fBibid\\fR COMMAND [OPTION]... [ARGUMENT]...\n.SH DESCRIPTION\n";
  out += paragraphs(
      "Finds passages in English and Korean reports, and shows each with its report, section, "
      "cited "
      "sources and byte range.");
  Entries commands;
  for (const Command* command : all_commands()) {
    commands.emplace_back(fmt::format("ibid-{}(1)", command->name), command->summary);
  }
  out += section("COMMANDS", commands);
  out += section(
      "EXIT STATUS",
      {{"0", "Found, done, clean."},
       {"1", "Nothing found, or findings."},
       {"2", "Error: no answer."},
       {"75", "Another ibid is writing to the index."},
       {"128 + N", "Interrupted by signal N, tidily; ibid-index(1) and ibid-serve(1) only."}});
  out += section("ENVIRONMENT", all_of(kEnvironment));
  out += section("FILES", all_of(kFiles));
  return out + ".SH SEE ALSO\n.BR ibid\\-query (7),\n.BR ibid\\-output (5)\n";
}

}  // namespace ibid
