// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid check: what do the reports hold of these claims?
#include <fmt/core.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "ibid_version.h"
#include "search/claims/claim_checker.h"
#include "search/claims/render_claim.h"
#include "search/open/open_index.h"
#include "search/render/escape_terminal.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/ordered_work.h"
#include "tools/terminal/output.h"
#include "tools/terminal/query_operands.h"
#include "tools/terminal/text_lines.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostPassages = 1000;
constexpr std::uint64_t kMostThreads = 64;

enum class ClaimFormat : std::uint8_t { kText, kJsonLines, kCsv, kMarkdown, kHtml };

struct Answered {
  LineOrigin origin;
  std::string out;
  std::string error;  // why the line could not be checked; empty: it was
  bool found = false;
};

// What one thread checks with.
struct OwnChecker {
  OwnChecker(const std::string& index_dir, const ClaimOptions& options)
      : index(index_dir), checker(index, options) {}
  OpenIndex index;
  ClaimChecker checker;
};

struct CheckCommand {
  IndexDirOption index;
  OutputOptions output;  // its layout only
  LogOptions log;
  AliasOptions aliases;
  ClaimFormat format = ClaimFormat::kText;
  std::uint64_t limit = 3;
  std::uint64_t threads = 0;  // 0: one a processor
  bool review = false;

  void add(CLI::App& app);
  int run(const Operands& operands);

 private:
  std::unique_ptr<ClaimRenderer> renderer() const;
  static Answered answer(ClaimChecker& checker, const ClaimRenderer& renderer, TextLine line);
  static void print(const Answered& answered, ClaimTotals& totals);
};

void CheckCommand::add(CLI::App& app) {
  index.add(app);
  add_count(app, "--limit", limit, {1, kMostPassages}, "passages of each claim (default: 3)");
  add_count(app, "--threads", threads, {1, kMostThreads},
            "claims compared at a time (default: one a processor)");
  aliases.add(app);
  CLI::Option* shape = add_choice<ClaimFormat>(app, "--format", format,
                                               {{"text", ClaimFormat::kText},
                                                {"jsonl", ClaimFormat::kJsonLines},
                                                {"csv", ClaimFormat::kCsv},
                                                {"markdown", ClaimFormat::kMarkdown},
                                                {"html", ClaimFormat::kHtml}},
                                               "how to write the answer (default: text)");
  shape->group("Output");
  app.add_flag("--claimreview", review,
               "a schema.org ClaimReview draft a line, the rating left for you to fill in")
      ->group("Output")
      ->excludes(shape);
  output.add_layout(app);
  log.add(app);
}

std::unique_ptr<ClaimRenderer> CheckCommand::renderer() const {
  const TextLayout layout = output.layout();
  const ClaimHead head{"ibid", kVersion, layout.base_dir};
  if (review) return claim_review();
  switch (format) {
    case ClaimFormat::kJsonLines:
      return claim_jsonl();
    case ClaimFormat::kCsv:
      return claim_csv();
    case ClaimFormat::kMarkdown:
      return claim_markdown(head);
    case ClaimFormat::kHtml:
      return claim_html(head);
    case ClaimFormat::kText:
      break;
  }
  return claim_text(layout);
}

// What is wrong with one claim is that claim's; what is wrong with the index ends the run.
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
  fmt::print(stderr, "ibid: line {}: {}\n", answered.origin.line, escape_terminal(answered.error));
}

int CheckCommand::run(const Operands& operands) {
  log.start();
  TextLines lines(operands[0], {"claim", {"claim", "text"}, kMostClaimBytes});
  const std::uint64_t wanted =
      threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t workers = std::min(wanted, kMostThreads);
  spdlog::debug("{} threads", workers);
  const ClaimOptions options{limit, aliases.names()};
  std::vector<std::unique_ptr<OwnChecker>> own;
  for (std::size_t w = 0; w < workers; ++w) {
    own.push_back(std::make_unique<OwnChecker>(index.directory(), options));
  }
  const std::unique_ptr<ClaimRenderer> page = renderer();
  ClaimTotals totals;
  std::string broken;  // why the input could not be read to its end
  // Written with the first answer: of an input without a claim there is nothing to show.
  std::string begin = page->begin();
  OrderedWork<TextLine, Answered>::run(
      workers,
      [&]() -> std::optional<TextLine> {
        try {
          return lines.next();
        } catch (const Error& error) {  // what was read before is still answered
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
    throw Error(ErrorKind::kInput,
                fmt::format("{} holds no claim; write one a line",
                            operands[0] == "-" ? "standard input" : operands[0]));
  }
  write_output(page->end(totals));
  if (!broken.empty()) throw Error(ErrorKind::kInput, broken);
  if (totals.errors > 0) return kExitError;
  return totals.with_passage == totals.claims ? kExitFound : kExitNothing;
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<CheckCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kCheckCommand = {
    .name = "check",
    .summary = "what the reports hold of a file of claims",
    .group = "Scripts",
    .operands = "CLAIMS",
    .min_operands = 1,
    .max_operands = 1,
    .about =
        "For each claim in the file CLAIMS (- is standard input): the best passages, which words, "
        "names and figures of the claim each holds and which it lacks, other figures of the same "
        "kind and unit in its nearest sentence, and whether that sentence cites a source; or what "
        "was looked at in vain. It tells overlap; whether a claim is so is for you to say.\n\n"
        "A line is a claim as it stands, English or Korean; no sign in it is an operator. A line "
        "that begins with { is a JSON object with \"claim\" or \"text\", and \"id\" if you like. "
        "Answers come in the order of the lines. An error in one line does not stop the others.",
    .examples =
        "ibid check claims.txt\n"
        "ibid check --format html claims.jsonl > claims.html\n"
        "ibid check --format jsonl claims.txt | jq -r 'select(.certificate).claim'\n"
        "ibid check --claimreview claims.txt > drafts.jsonl",
    .exit_codes =
        "0    a passage is shown for every claim\n"
        "1    for one there is none\n"
        "2    error: no index, no such file or a binary one, a line without claim",
    .add_options = add_options,
};

}  // namespace ibid
