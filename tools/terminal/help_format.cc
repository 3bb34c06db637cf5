// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/help_format.h"

#include <fmt/core.h>

#include <string_view>
#include <vector>

#include "search/render/wrap_text.h"

namespace ibid {
namespace {

constexpr std::size_t kOptionColumn = 24;  // where descriptions begin

std::string wrapped(std::string_view text, std::size_t indent, std::string before) {
  std::string out;
  for (const ByteRange line : wrap_text(text, kHelpColumns - indent)) {
    out += before;
    out += text.substr(line.begin, line.size());
    out += '\n';
    before.assign(indent, ' ');
  }
  return out;
}

// "  name      description", the description wrapped in its column.
std::string entry(std::string_view name, std::string_view description) {
  std::string first = fmt::format("  {:<{}}", name, kOptionColumn - 2);
  if (name.size() + 4 <= kOptionColumn) return wrapped(description, kOptionColumn, first);
  return fmt::format("  {}\n", name) +
         wrapped(description, kOptionColumn, std::string(kOptionColumn, ' '));
}

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    out += wrapped(text.substr(0, end), 0, "") + '\n';
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
  }
  return out;
}

std::string indented_lines(std::string_view title, std::string_view text) {
  std::string out = fmt::format("\n{}:\n", title);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += fmt::format("  {}\n", text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return out;
}

std::string option_entry(const CLI::Option& option) {
  std::string name = option.get_name(false, true);  // "-v,--verbose"
  if (const std::size_t comma = name.find(','); comma != std::string::npos) {
    name.replace(comma, 1, ", ");
  }
  if (option.get_type_size() != 0 && !option.get_type_name().empty()) {
    name += ' ' + option.get_type_name();
  }
  return entry(name, option.get_description());
}

std::string option_groups(const CLI::App& app) {
  std::string out;
  for (const std::string& group : app.get_groups()) {
    std::string entries;
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_group() == group) entries += option_entry(*option);
    }
    if (!entries.empty() && !group.empty()) out += fmt::format("\n{}:\n{}", group, entries);
  }
  return out;
}

std::vector<std::string_view> command_groups() {
  std::vector<std::string_view> out;
  for (const Command* command : all_commands()) {
    if (out.empty() || out.back() != command->group) out.push_back(command->group);
  }
  return out;
}

}  // namespace

std::string program_help(const CLI::App& app) {
  std::string out = "ibid: full-text search and citation indexer for reports\n\n";
  out += "usage: ibid COMMAND [OPTION]... [ARGUMENT]...\n";
  for (const std::string_view group : command_groups()) {
    out += fmt::format("\n{}:\n", group);
    for (const Command* command : all_commands()) {
      if (command->group == group)
        out += fmt::format("  {:<13} {}\n", command->name, command->summary);
    }
  }
  out += option_groups(app);
  out += indented_lines("Examples",
                        "ibid index reports/             index every report below a folder\n"
                        "ibid search S-400 India         find passages, with their sources\n"
                        "ibid help search                options, query language, exit codes");
  return out;
}

std::string command_help(const Command& command, const CLI::App& app) {
  std::string out = fmt::format("usage: ibid {} [OPTION]...", command.name);
  if (command.max_operands > 0) out += fmt::format(" {}", command.operands);
  out += "\n\n";
  out += paragraphs(command.about);
  out.pop_back();  // the groups bring their own empty line
  out += option_groups(app);
  out += indented_lines("Examples", command.examples);
  out += indented_lines("Exit codes", command.exit_codes);
  return out;
}

}  // namespace ibid
