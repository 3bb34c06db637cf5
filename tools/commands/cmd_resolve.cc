// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid resolve: finds out what has become of cited passages.
#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "corpus/report/passage_id.h"
#include "search/open/open_index.h"
#include "search/permalinks/render_resolution.h"
#include "search/permalinks/resolve.h"
#include "search/render/escape_terminal.h"
#include "search/render/wording.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

// A permalink, and the text it was made from if that is known.
struct Cited {
  PassageRef ref;
  std::optional<std::string> text;
};

PassageRef parse_permalink(const std::string& text) {
  const auto ref = parse_passage_ref(text);
  if (ref && !ref->hash.empty()) return *ref;
  const char* why = ref ? "has no hash of the text: the last part of a permalink is like "
                          "@3f9a12c40b77"
                        : "is not a permalink; one is like report#7-2.1@3f9a12c40b77";
  throw Error(ErrorKind::kUsage, fmt::format("\"{}\" {}", quoted_excerpt(text), why));
}

// A string member, if there is one.
std::optional<std::string> member(const nlohmann::json& object, const char* name) {
  const auto it = object.find(name);
  if (it == object.end() || !it->is_string()) return std::nullopt;
  return it->get<std::string>();
}

// Reads {"permalink":…,"cited":…}, or the permalink and text of any output line with a passage.
// Returns nothing for other output lines ("query", "end", …).
std::optional<Cited> parse_json(const std::string& line) {
  const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
  if (!object.is_object()) {
    throw Error(ErrorKind::kInput,
                fmt::format("\"{}\" is not a JSON object", quoted_excerpt(line)));
  }
  const auto passage = object.find("passage");
  const bool ours = passage != object.end() && passage->is_object();
  const auto permalink = member(ours ? *passage : object, "permalink");
  if (permalink) {
    return Cited{parse_permalink(*permalink),
                 ours ? member(*passage, "text") : member(object, "cited")};
  }
  if (object.contains("type")) return std::nullopt;
  throw Error(ErrorKind::kInput,
              fmt::format("\"{}\" has no member \"permalink\"", quoted_excerpt(line)));
}

struct ResolveCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;
  LogOptions log;
  std::string cited;

  void add(CLI::App& app);
  int run(const Operands& operands);

 private:
  void resolve_lines(PermalinkResolver& resolver);
  void resolve_line(PermalinkResolver& resolver, std::string line);
  void resolve_one(PermalinkResolver& resolver, const Cited& one);

  CLI::Option* cited_option_ = nullptr;
  bool all_same_ = true;
  bool all_read_ = true;
};

void ResolveCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  cited_option_ =
      app.add_option("--cited", cited, "the cited text, to show which words have changed")
          ->type_name("TEXT")
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  output.add(app);
  log.add(app);
}

void ResolveCommand::resolve_one(PermalinkResolver& resolver, const Cited& one) {
  const Resolution found = resolver.resolve(one.ref);
  const auto diff = one.text ? diff_with_cited(found, *one.text) : std::nullopt;
  all_same_ = all_same_ && found.standing == Standing::kSame && !found.stale;
  write_output(output.format == Format::kJsonLines ? resolution_json_line(found, diff)
                                                   : resolution_text(found, diff, output.layout()));
}

void ResolveCommand::resolve_line(PermalinkResolver& resolver, std::string line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
  if (line.empty()) return;
  if (line.front() != '{') return resolve_one(resolver, {parse_permalink(line), std::nullopt});
  if (const auto one = parse_json(line)) resolve_one(resolver, *one);
}

// A bad line is reported and does not stop the others.
void ResolveCommand::resolve_lines(PermalinkResolver& resolver) {
  std::uint64_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    try {
      resolve_line(resolver, std::move(line));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kUsage && error.kind() != ErrorKind::kInput) throw;
      all_read_ = false;
      write_error(fmt::format("ibid: line {}: {}\n", number, escape_terminal(error.what())));
    }
    line.clear();
  }
  if (std::ferror(stdin) == 0) return;
  throw Error(ErrorKind::kInput,
              fmt::format("cannot read permalinks from standard input: {}", std::strerror(errno)));
}

int ResolveCommand::run(const Operands& operands) {
  const bool lines = operands.size() == 1 && operands[0] == "-";
  if (cited_option_->count() > 0 && (lines || operands.size() > 1)) {
    throw Error(ErrorKind::kUsage,
                "--cited applies to one permalink; for several, give JSON lines with the members "
                "\"permalink\" and \"cited\" on standard input");
  }
  std::vector<Cited> asked;  // all are read before the first is answered
  if (!lines) {
    for (const std::string& operand : operands) {
      asked.push_back({parse_permalink(operand), std::nullopt});
    }
    if (cited_option_->count() > 0) asked.front().text = cited;
  }
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  OpenIndex opened(directory, nodes.wanted());
  PermalinkResolver resolver(opened);
  for (const Cited& one : asked) resolve_one(resolver, one);
  if (lines) resolve_lines(resolver);
  if (!all_read_) return kExitError;
  return settled(opened, all_same_ ? kExitFound : kExitNothing);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<ResolveCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kResolveCommand = {
    .name = "resolve",
    .summary = "find out what has become of cited passages",
    .group = "Editing",
    .operands = "PERMALINK...",
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .about =
        "Says for each permalink whether the cited text is the same, has moved (and where to: "
        "every place is named), has changed, or is gone. Texts are compared by the hash in the "
        "permalink; a passage that is merely similar is never taken for the cited one.\n\n"
        "A permalink does not contain the cited text. With --cited, the words that differ are "
        "shown as [-dropped-] and {+added+}.\n\n"
        "- reads permalinks from standard input, one per line, or JSON lines: earlier output "
        "of 'ibid search --format jsonl', or objects with \"permalink\" and \"cited\".",
    .examples =
        "ibid resolve 'china-russia-trade-2024-08-09#2-1.1@50ae8bec03c9'\n"
        "ibid search --format jsonl S-400 > cited.jsonl\n"
        "ibid resolve --format jsonl - < cited.jsonl",
    .exit_codes =
        "0    every passage is the same\n"
        "1    one is not, or its file has changed since it was indexed\n"
        "2    error: no index, a line that is not a permalink\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
