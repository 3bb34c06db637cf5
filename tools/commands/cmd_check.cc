// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid check: compares a file of claims with the reports.
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
  std::uint64_t threads = 0;  // 0: one per processor
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
  add_count(app, "--limit", limit, {1, kMostPassages}, "passages per claim (default: 3)");
  add_count(app, "--threads", threads, {1, kMostThreads},
            "claims to compare at once (default: one per processor)");
  aliases.add(app);
  CLI::Option* shape = add_choice<ClaimFormat>(app, "--format", format,
                                               {{"text", ClaimFormat::kText},
                                                {"jsonl", ClaimFormat::kJsonLines},
                                                {"csv", ClaimFormat::kCsv},
                                                {"markdown", ClaimFormat::kMarkdown},
                                                {"html", ClaimFormat::kHtml}},
                                               "format of the answers (default: text)");
  shape->group("Output");
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
  return claim_text(layout);
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
  // Written with the first answer: an input without claims has no output.
  std::string begin = page->begin();
  OrderedWork<TextLine, Answered>::run(
      workers,
      [&]() -> std::optional<TextLine> {
        try {
          return lines.next();
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
    throw Error(ErrorKind::kInput,
                fmt::format("{} contains no claims; write one per line",
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
    .summary = "compare a file of claims with what the reports say",
    .group = "Scripts",
    .operands = "CLAIMS",
    .min_operands = 1,
    .max_operands = 1,
    .about =
        "For each claim in the file CLAIMS (- is standard input), shows the best passages, "
        "which words, names and figures of the claim each one contains and which it lacks, "
        "other figures of the same kind and unit in its nearest sentence, and whether that "
        "sentence cites a source. If there is no passage, it shows what was searched. It "
        "measures overlap; whether a claim is true is for you to say.\n\n"
        "A plain line is a claim, English or Korean; no character in it is an operator. A line "
        "that begins with { is a JSON object with \"claim\" or \"text\" and, optionally, "
        "\"id\". Answers come in the order of the lines. An error in one line does not stop "
        "the others.",
    .examples =
        "ibid check claims.txt\n"
        "ibid check --format html claims.jsonl > claims.html\n"
        "ibid check --format jsonl claims.txt | jq -r 'select(.certificate).claim'\n"
        "ibid check --claimreview claims.txt > drafts.jsonl",
    .exit_codes =
        "0    a passage is shown for every claim\n"
        "1    at least one claim has no passage\n"
        "2    error: no index, a missing or binary file, a line without a claim",
    .add_options = add_options,
};

}  // namespace ibid
