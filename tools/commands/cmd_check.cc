// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid check: compares claims, of a file or given as text, with the reports.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "ibid_version.h"
#include "search/claims/claim_checker.h"
#include "search/claims/render_claim.h"
#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/ordered_work.h"
#include "tools/terminal/output.h"
#include "tools/terminal/query_operands.h"
#include "tools/terminal/standard_streams.h"
#include "tools/terminal/text_lines.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostPassages = 1000;
constexpr std::uint64_t kMostThreads = 64;

enum class ClaimFormat : std::uint8_t { kText, kJsonLines, kCsv, kMarkdown, kHtml };

struct Answered {
  LineOrigin origin;
  std::string out;
  std::string error;  // why the line could not be checked; empty if it was
  bool found = false;
};

// Each thread has its own.
struct OwnChecker {
  OwnChecker(const std::string& index_dir, Nodes wanted, const ClaimOptions& options)
      : index(index_dir, wanted), checker(index, options) {}
  OpenIndex index;
  ClaimChecker checker;
};

TextInput claim_input() { return {"claim", {"claim", "text"}, kMostClaimBytes}; }

struct CheckCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;  // its layout only
  LogOptions log;
  AliasOptions aliases;
  ClaimFormat format = ClaimFormat::kText;
  std::uint64_t limit = 3;
  std::uint64_t threads = 0;  // 0: one per processor
  bool all = false;
  bool whole = false;    // details instead of the table
  bool as_text = false;  // the operands are a claim even if they name a file
  bool review = false;
  ByteOrderMarkOption byte_order_mark;

  void add(CLI::App& app);
  int run(const Operands& operands);

 private:
  std::unique_ptr<ClaimRenderer> renderer() const;
  static Answered answer(ClaimChecker& checker, const ClaimRenderer& renderer, TextLine line);
  static void print(const Answered& answered, ClaimTotals& totals);
};

void CheckCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  add_count(app, "--limit", limit, {1, kMostPassages}, "passages per claim (default: 3)");
  add_count(app, "--threads", threads, {1, kMostThreads},
            "claims to compare at once (default: one per processor)");
  app.add_flag("--text", as_text, "the operand is a claim, not a file, whatever it looks like");
  app.add_flag("--all", all, "show passages that say nearly the same one by one");
  aliases.add(app);
  CLI::Option* shape = add_choice<ClaimFormat>(app, "--format", format,
                                               {{"text", ClaimFormat::kText},
                                                {"jsonl", ClaimFormat::kJsonLines},
                                                {"csv", ClaimFormat::kCsv},
                                                {"markdown", ClaimFormat::kMarkdown},
                                                {"html", ClaimFormat::kHtml}},
                                               "format of the answers (default: text)");
  shape->group("Output");
  app.add_flag("--long", whole,
               "text: show the sentence, all parts and differences of each passage")
      ->group("Output");
  byte_order_mark.add(app);
  app.add_flag("--claimreview", review,
               "write schema.org ClaimReview drafts, one per line; the rating is left to you")
      ->group("Output")
      ->excludes(shape);
  output.add_layout(app);
  log.add(app);
}

std::unique_ptr<ClaimRenderer> CheckCommand::renderer() const {
  const TextLayout layout = output.layout();
  const ClaimHead head{"ibid", kVersion, layout.base_dir};
  byte_order_mark.check(format == ClaimFormat::kCsv ? ByteOrderMarkOption::Csv::kYes
                                                    : ByteOrderMarkOption::Csv::kNo);
  if (review) return claim_review();
  switch (format) {
    case ClaimFormat::kJsonLines:
      return claim_jsonl();
    case ClaimFormat::kCsv:
      return claim_csv(byte_order_mark.start());
    case ClaimFormat::kMarkdown:
      return claim_markdown(head);
    case ClaimFormat::kHtml:
      return claim_html(head);
    case ClaimFormat::kText:
      break;
  }
  return whole ? claim_text(layout) : claim_table(layout);
}

// What the operands mean: a claim, or the path of a file of claims.
struct GivenClaims {
  std::string path;  // empty: `text` is the claim
  std::string text;
};

bool has_space(std::string_view text) { return text.find_first_of(" \t\n") != std::string::npos; }

// The rules in the order of kCheckCommand.about.
GivenClaims given_claims(const Operands& operands, bool as_text) {
  std::string text;
  for (const std::string& word : operands) text += (text.empty() ? "" : " ") + word;
  if (text.find_first_not_of(" \t\n") == std::string::npos && !operands.empty()) {
    throw Error(ErrorKind::kUsage,
                "the claim is empty; write one, or the path of a file of claims");
  }
  if (as_text) return {"", text};
  std::error_code ignored;
  if (operands.size() == 1) {
    const bool there = operands[0] == "-" || std::filesystem::exists(operands[0], ignored);
    if (!there && has_space(text)) return {"", text};
    if (there && has_space(text)) {
      write_error(
          fmt::format("ibid: {} is a file, so its lines are checked; with --text the words "
                      "themselves are\n",
                      escape_terminal(text)));
    } else if (!there && text.find_first_of("./\\") == std::string::npos) {
      throw Error(ErrorKind::kUsage,
                  fmt::format("there is no file {}; if it is a claim, write --text before it",
                              escape_terminal(text)));
    }
    return {operands[0], ""};
  }
  for (const std::string& word : operands) {
    if (word != "-" && !std::filesystem::exists(word, ignored)) continue;
    throw Error(ErrorKind::kUsage,
                fmt::format("{} is a file and other words are beside it; give one file, or put the "
                            "claim in quotation marks",
                            escape_terminal(word)));
  }
  return {"", text};
}

// An error in one claim is reported for that claim; an error in the index ends the run.
Answered CheckCommand::answer(ClaimChecker& checker, const ClaimRenderer& renderer, TextLine line) {
  Answered out;
  out.origin = std::move(line.origin);
  out.error = std::move(line.error);
  if (out.error.empty()) {
    try {
      const ClaimAnswer answer = checker.check(line.text);
      out.found = !answer.passages.empty();
      out.out = renderer.claim(out.origin, answer);
      return out;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput && error.kind() != ErrorKind::kQuery) throw;
      out.error = error.what();
    }
  }
  out.out = renderer.error(out.origin, out.error);
  return out;
}

void CheckCommand::print(const Answered& answered, ClaimTotals& totals) {
  write_output(answered.out);
  flush_output();
  if (answered.error.empty()) {
    ++totals.claims;
    totals.with_passage += answered.found ? 1 : 0;
    return;
  }
  ++totals.errors;
  write_error(
      fmt::format("ibid: line {}: {}\n", answered.origin.line, escape_terminal(answered.error)));
}

int CheckCommand::run(const Operands& operands) {
  const GivenClaims given = given_claims(operands, as_text);
  std::optional<TextLines> lines;
  if (!given.path.empty()) lines.emplace(given.path, claim_input());
  std::optional<TextLine> only;
  if (!lines) only = TextLine{{1, ""}, given.text, ""};
  const std::uint64_t wanted =
      threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t workers = lines ? std::min(wanted, kMostThreads) : 1;
  log.note("{} threads", workers);
  const ClaimOptions options{limit, all ? Alike::kList : Alike::kFold, aliases.names()};
  std::vector<std::unique_ptr<OwnChecker>> own;
  for (std::size_t w = 0; w < workers; ++w) {
    own.push_back(std::make_unique<OwnChecker>(index.directory(), nodes.wanted(), options));
  }
  const std::unique_ptr<ClaimRenderer> page = renderer();
  ClaimTotals totals;
  std::string broken;  // why the input could not be read to its end
  // Written with the first answer: an input without claims has no output.
  std::string begin = page->begin();
  OrderedWork<TextLine, Answered>::run(
      workers,
      [&]() -> std::optional<TextLine> {
        try {
          return lines ? lines->next() : std::exchange(only, std::nullopt);
        } catch (const Error& error) {  // lines already read are still answered
          broken = error.what();
          return std::nullopt;
        }
      },
      [&](std::size_t w, TextLine line) { return answer(own[w]->checker, *page, std::move(line)); },
      [&](const Answered& answered) {
        write_output(std::exchange(begin, {}));
        print(answered, totals);
      });
  if (totals.claims + totals.errors == 0) {
    if (!broken.empty()) throw Error(ErrorKind::kInput, broken);
    throw Error(ErrorKind::kInput, fmt::format("{} contains no claims; write one per line",
                                               given.path == "-" ? "standard input" : given.path));
  }
  write_output(page->end(totals));
  if (!broken.empty()) throw Error(ErrorKind::kInput, broken);
  if (totals.errors > 0) return kExitError;
  return settled(own.front()->index,
                 totals.with_passage == totals.claims ? kExitFound : kExitNothing);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<CheckCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kCheckCommand = {
    .name = "check",
    .summary = "compare claims with what the reports say",
    .group = "Scripts",
    .operands = "CLAIM...|FILE|-",
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .about =
        "For each claim, shows the passage that is most about it, the source that it cites, and "
        "what it says differently: another figure or day of the same thing, a denial, the other "
        "way round; if nothing, which parts of the claim it does not have. With --long: each "
        "passage's nearest sentence, which words, names and figures of the claim the passage "
        "contains and lacks, all sources, and if there is no passage, what was searched. It "
        "measures overlap; whether a claim is true is for you to say.\n\n"
        "The operand is a file of claims if there is one of that name, - is standard input; else "
        "it is a claim if it has a blank. Several operands are one claim. --text takes them as a "
        "claim in any case.\n\n"
        "A plain line of the file is a claim, English or Korean; no character in it is an "
        "operator. A line that begins with { is a JSON object with \"claim\" or \"text\" and, "
        "optionally, \"id\". Answers come in the order of the lines. An error in one line does "
        "not stop the others.",
    .examples =
        "ibid check 'India ordered the S-400 for $5.4 billion'\n"
        "ibid check claims.txt\n"
        "ibid check --long claims.txt | less\n"
        "ibid check --format html claims.jsonl > claims.html\n"
        "ibid check --format jsonl claims.txt | jq -r 'select(.certificate).claim'\n"
        "ibid check --claimreview claims.txt > drafts.jsonl",
    .exit_codes =
        "0    a passage is shown for every claim\n"
        "1    at least one claim has no passage\n"
        "2    error: no index, a missing or binary file, a line without a claim\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
