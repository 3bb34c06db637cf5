// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/manual/man_page.h"

#include <fmt/core.h>

#include <string_view>

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

}  // namespace

std::string man_page(const Command& command, const CLI::App& app) {
  std::string out = head(fmt::format("ibid-{}", command.name), command.summary);
  out += fmt::format(".SH SYNOPSIS\n\\fBibid {}\\fR [OPTION]...", roff(command.name));
  if (command.max_operands > 0) out += ' ' + roff(command.operands);
  out += "\n.SH DESCRIPTION\n" + paragraphs(command.about);
  out += ".SH OPTIONS\n" + options(app);
  if (command.more != nullptr) {
    const ManualSection section = command.more();
    out += ".SH " + roff(section.title) + '\n';
    for (const auto& [term, text] : section.entries) out += entry(term, text);
  }
  out += ".SH EXAMPLES\n" + lines(command.examples);
  out += ".SH EXIT STATUS\n" + lines(command.exit_codes);
  return out + ".SH SEE ALSO\n.BR ibid (1),\n.BR ibid\\-query (7),\n.BR ibid\\-output (5)\n";
}

std::string program_man_page() {
  std::string out = head("ibid", "full-text search and citation indexer for reports");
  out += ".SH SYNOPSIS\n\\fBibid\\fR COMMAND [OPTION]... [ARGUMENT]...\n.SH COMMANDS\n";
  for (const Command* command : all_commands()) {
    out += entry(fmt::format("ibid-{}(1)", command->name), command->summary);
  }
  return out + ".SH SEE ALSO\n.BR ibid\\-query (7),\n.BR ibid\\-output (5)\n";
}

}  // namespace ibid
