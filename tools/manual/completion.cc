// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/manual/completion.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "tools/terminal/command.h"

namespace ibid {
namespace {

// The value that an option takes.
enum class Takes : std::uint8_t { kNothing, kWords, kFolder, kFile, kText };

struct CompletedOption {
  std::vector<std::string> names;  // "-v", "--verbose"
  std::string about;               // up to the first semicolon or line end
  Takes takes = Takes::kNothing;
  std::string value;               // as in the help: "FILE"
  std::vector<std::string> words;  // of kWords
};

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end != std::string_view::npos) text.remove_prefix(end + 1);
  }
  return parts;
}

// "text|jsonl" are the words themselves; "RULES|list" and "N" are placeholders.
bool is_word_list(std::string_view type) {
  return type.find('|') != std::string_view::npos &&
         type.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

Takes takes_of(std::string_view type) {
  if (is_word_list(type)) return Takes::kWords;
  if (type == "DIR") return Takes::kFolder;
  return type.starts_with("FILE") ? Takes::kFile : Takes::kText;
}

std::vector<CompletedOption> options_of(const CLI::App& app) {
  std::vector<CompletedOption> out;
  for (const CLI::Option* option : app.get_options()) {
    CompletedOption made;
    made.names = split(option->get_name(false, true), ',');
    const std::string about = option->get_description();
    made.about = about.substr(0, about.find_first_of(";\n"));
    if (option->get_type_size() != 0 && !option->get_type_name().empty()) {
      made.value = option->get_type_name();
      made.takes = takes_of(made.value);
      if (made.takes == Takes::kWords) made.words = split(made.value, '|');
    }
    out.push_back(std::move(made));
  }
  return out;
}

std::string command_names() {
  std::vector<std::string> names;
  for (const Command* command : all_commands()) names.emplace_back(command->name);
  return fmt::to_string(fmt::join(names, " "));
}

// What `ibid help` takes.
std::string help_names() { return command_names() + " query"; }

bool takes_a_command(const Command& command) {
  return std::string_view(command.operands) == "[COMMAND|query]";
}

std::string head(std::string_view first_line) {
  return fmt::format("{}# Completions of ibid; made by 'ibid help --completion'.\n\n", first_line);
}

// `text` in single quotes of a shell.
std::string quoted(std::string_view text, std::string_view quote_inside) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += quote_inside;
    } else {
      out += c;
    }
  }
  return out + "'";
}

// ---- bash -----------------------------------------------------------------------------

// The words offered after "search:--format". If none are offered, readline completes file names.
std::string bash_value(const Command& command, const CompletedOption& option) {
  std::vector<std::string> cases;
  for (const std::string& name : option.names) {
    cases.push_back(fmt::format("{}:{}", command.name, name));
  }
  const std::string action =
      option.takes == Takes::kWords
          ? fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", fmt::join(option.words, " "))
      : option.takes == Takes::kFolder ? std::string("compopt +o default -o dirnames 2>/dev/null")
      : option.takes == Takes::kFile   ? std::string(":")
                                       : std::string("compopt +o default 2>/dev/null");
  return fmt::format("    {})\n      {}\n      return ;;\n", fmt::join(cases, "|"), action);
}

std::string bash_script(const CLI::App& program) {
  std::string values, names;
  for (const Command* command : all_commands()) {
    std::vector<std::string> all;
    for (const CompletedOption& option : options_of(*program.get_subcommand(command->name))) {
      all.insert(all.end(), option.names.begin(), option.names.end());
      if (option.takes != Takes::kNothing) values += bash_value(*command, option);
    }
    if (takes_a_command(*command)) all.push_back(help_names());
    names += fmt::format("    {}) words='{}' ;;\n", command->name, fmt::join(all, " "));
  }
  return head("") +
         fmt::format(
             "_ibid() {{\n"
             "  local cur=${{COMP_WORDS[COMP_CWORD]}} command=${{COMP_WORDS[1]}} words=''\n"
             "  COMPREPLY=()\n"
             "  if ((COMP_CWORD == 1)); then\n"
             "    COMPREPLY=($(compgen -W '{} --help --version' -- \"$cur\"))\n"
             "    return\n"
             "  fi\n"
             "  case $command:${{COMP_WORDS[COMP_CWORD - 1]}} in\n"
             "{}"
             "  esac\n"
             "  case $command in\n"
             "{}"
             "  esac\n"
             "  # Without a dash it is an operand: a file, or the command that help takes.\n"
             "  if [[ $cur == -* || $command == help ]]; then\n"
             "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
             "  fi\n"
             "}}\n"
             "complete -o default -F _ibid ibid\n",
             command_names(), values, names);
}

// ---- zsh ------------------------------------------------------------------------------

constexpr std::string_view kZshQuote = "'\\''";

// Text in a spec of _arguments or _describe, in which brackets and colons separate fields.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_option(const CompletedOption& option) {
  std::string value;
  switch (option.takes) {
    case Takes::kNothing:
      break;
    case Takes::kWords:
      value = fmt::format(":word:({})", fmt::join(option.words, " "));
      break;
    case Takes::kFolder:
      value = ":folder:_files -/";
      break;
    case Takes::kFile:
      value = ":file:_files";
      break;
    case Takes::kText:
      value = fmt::format(":{}: ", zsh_text(option.value));
      break;
  }
  std::string out;
  for (const std::string& name : option.names) {
    const bool is_long = name.starts_with("--") && option.takes != Takes::kNothing;
    const std::string spec =
        fmt::format("*{}{}[{}]{}", name, is_long ? "=" : "", zsh_text(option.about), value);
    out += " \\\n        " + quoted(spec, kZshQuote);
  }
  return out;
}

std::string zsh_script(const CLI::App& program) {
  std::string commands, cases;
  for (const Command* command : all_commands()) {
    commands += fmt::format(
        "    {}\n", quoted(fmt::format("{}:{}", command->name, command->summary), kZshQuote));
    cases += fmt::format("    {})\n      _arguments -S", command->name);
    for (const CompletedOption& option : options_of(*program.get_subcommand(command->name))) {
      cases += zsh_option(option);
    }
    const std::string operand = takes_a_command(*command)
                                    ? fmt::format(":command:({})", help_names())
                                    : std::string("*:argument:_files");
    cases += fmt::format(" \\\n        {} ;;\n", quoted(operand, kZshQuote));
  }
  return head("#compdef ibid\n") +
         fmt::format(
             "_ibid() {{\n"
             "  local curcontext=\"$curcontext\" state line\n"
             "  typeset -A opt_args\n"
             "  local -a commands=(\n"
             "{}"
             "  )\n"
             "  _arguments -C '(- *)'{{-h,--help}}'[show help]' '(- *)--version[show the version "
             "and the licence]' "
             "\\\n"
             "    '1:command:->command' '*::argument:->argument' && return\n"
             "  if [[ $state == command ]]; then\n"
             "    _describe command commands\n"
             "    return\n"
             "  fi\n"
             "  case $words[1] in\n"
             "{}"
             "  esac\n"
             "}}\n\n"
             "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
             "  _ibid \"$@\"\n"
             "else\n"
             "  compdef _ibid ibid\n"
             "fi\n",
             commands, cases);
}

// ---- fish -----------------------------------------------------------------------------

constexpr std::string_view kFishQuote = "\\'";

std::string fish_option(const Command& command, const CompletedOption& option) {
  std::string line =
      fmt::format("complete -c ibid -n '__fish_seen_subcommand_from {}'", command.name);
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                   : fmt::format(" -s {}", name.substr(1));
  }
  switch (option.takes) {
    case Takes::kNothing:
      break;
    case Takes::kWords:
      line += fmt::format(" -x -a '{}'", fmt::join(option.words, " "));
      break;
    case Takes::kFolder:
      line += " -x -a '(__fish_complete_directories)'";
      break;
    case Takes::kFile:
      line += " -r -F";
      break;
    case Takes::kText:
      line += " -x";
      break;
  }
  return fmt::format("{} -d {}\n", line, quoted(option.about, kFishQuote));
}

std::string fish_script(const CLI::App& program) {
  std::string out = head("");
  out += "complete -c ibid -n __fish_use_subcommand -f -s h -l help -d 'show help'\n";
  out +=
      "complete -c ibid -n __fish_use_subcommand -f -l version -d 'show the version and the "
      "licence'\n";
  for (const Command* command : all_commands()) {
    out += fmt::format("complete -c ibid -n __fish_use_subcommand -f -a {} -d {}\n", command->name,
                       quoted(command->summary, kFishQuote));
    if (takes_a_command(*command)) {
      out += fmt::format("complete -c ibid -n '__fish_seen_subcommand_from {}' -f -a '{}'\n",
                         command->name, help_names());
    }
    for (const CompletedOption& option : options_of(*program.get_subcommand(command->name))) {
      out += fish_option(*command, option);
    }
  }
  return out;
}

}  // namespace

std::string completion_script(Shell shell, const CLI::App& program) {
  switch (shell) {
    case Shell::kBash:
      return bash_script(program);
    case Shell::kZsh:
      return zsh_script(program);
    case Shell::kFish:
      return fish_script(program);
  }
  return {};
}

}  // namespace ibid
