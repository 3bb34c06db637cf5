// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid verify-quote: checks whether a report says this, word for word.
#include <fmt/core.h>

#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/files/reader.h"
#include "corpus/text/code_points.h"
#include "search/drafts/draft_quotations.h"
#include "search/drafts/render_draft.h"
#include "search/open/open_index.h"
#include "search/quotes/quote_verifier.h"
#include "search/quotes/render_quote.h"
#include "search/render/escape_terminal.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"
#include "tools/terminal/text_lines.h"

namespace ibid {
namespace {

// Lines of a file that are verified together; their answers wait for each other.
constexpr std::size_t kBlock = 64;

// Each thread has its own.
struct OwnVerifier {
  OwnVerifier(const std::string& index_dir, Nodes wanted, const std::string& report)
      : index(index_dir, wanted), verifier(index, report) {}
  OpenIndex index;
  QuoteVerifier verifier;
};

struct VerifyQuoteCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;
  LogOptions log;
  std::string report;
  std::string file;
  std::string draft;

  void add(CLI::App& app);
  int run(const Operands& operands);

 private:
  struct Answered {
    TextLine line;
    std::string out;
    bool good = false;
  };
  int run_lines(const std::string& path);
  int run_draft() const;
  void answer(QuoteVerifier& verifier, Answered& answered) const;
  std::string render(const LineOrigin& origin, const QuoteAnswer& answer) const;
  void print(const Answered& answered) const;
};

void VerifyQuoteCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  app.add_option("--report", report, "look only in the report with this id")
      ->type_name("ID")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--file", file, "verify every line of FILE; - is standard input")
      ->type_name("FILE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--draft", draft, "verify every quotation of the text FILE: a table")
      ->type_name("FILE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  output.add(app, OutputOptions::Csv::kToo);
  log.add(app);
}

int VerifyQuoteCommand::run(const Operands& operands) {
  const bool input = operands.size() == 1 && operands[0] == "-";
  output.csv_start();  // misuse is reported before the index is read
  if (!draft.empty()) {
    if (!file.empty() || !operands.empty()) {
      throw Error(ErrorKind::kUsage, "give --draft alone, without a quotation or --file");
    }
    return run_draft();
  }
  if (output.format == Format::kCsv) {
    throw Error(ErrorKind::kUsage, "--format csv is for --draft; use --format jsonl");
  }
  if (!file.empty() && !operands.empty()) {
    throw Error(ErrorKind::kUsage, "give a quotation or --file, not both");
  }
  if (file.empty() && operands.empty()) {
    throw Error(ErrorKind::kUsage,
                "verify-quote needs a quotation, --file FILE, --draft FILE or -");
  }
  if (!file.empty() || input) return run_lines(input ? "-" : file);
  OwnVerifier own(index.directory(), nodes.wanted(), report);
  std::string quotation;
  for (const std::string& word : operands) quotation += (quotation.empty() ? "" : " ") + word;
  const QuoteAnswer answer = own.verifier.verify(quotation);
  write_output(render({}, answer));
  return settled(own.index, is_verified(answer) ? kExitFound : kExitNothing);
}

std::string VerifyQuoteCommand::render(const LineOrigin& origin, const QuoteAnswer& answer) const {
  return output.format == Format::kJsonLines ? quote_json_line(origin, answer)
                                             : quote_text(origin, answer, output.layout());
}

void VerifyQuoteCommand::answer(QuoteVerifier& verifier, Answered& answered) const {
  TextLine& line = answered.line;
  if (line.error.empty()) {
    try {
      const QuoteAnswer found = verifier.verify(line.text);
      answered.good = is_verified(found);
      answered.out = render(line.origin, found);
      return;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;  // kInput: an error in this line alone
      line.error = error.what();
    }
  }
  if (output.format == Format::kJsonLines) {
    answered.out = quote_error_json_line(line.origin, line.error);
  }
}

void VerifyQuoteCommand::print(const Answered& answered) const {
  write_output(answered.out);
  if (answered.line.error.empty()) return;
  flush_output();
  write_error(fmt::format("ibid: line {}: {}\n", answered.line.origin.line,
                          escape_terminal(answered.line.error)));
}

// Lines of a file are verified two at a time; lines of a pipe, whose next line may take long to
// arrive, one by one. Answers come in the order of the lines.
int VerifyQuoteCommand::run_lines(const std::string& path) {
  TextLines lines(path, {"quotation", {"quote", "text"}, kMostQuoteBytes});
  OwnVerifier first(index.directory(), nodes.wanted(), report);
  std::unique_ptr<OwnVerifier> second;
  bool all_good = true;
  bool errors = false;
  for (std::size_t block = 1;; block = path == "-" ? 1 : kBlock) {
    std::vector<Answered> pending;
    while (pending.size() < block) {
      auto line = lines.next();
      if (!line) break;
      pending.push_back({std::move(*line), {}, false});
    }
    if (pending.empty()) break;
    if (pending.size() > 1 && !second) {
      second = std::make_unique<OwnVerifier>(index.directory(), nodes.wanted(), report);
    }
    std::exception_ptr failure;
    std::thread other([&] {
      try {
        for (std::size_t i = 1; i < pending.size(); i += 2) answer(second->verifier, pending[i]);
      } catch (...) {
        failure = std::current_exception();
      }
    });
    try {
      for (std::size_t i = 0; i < pending.size(); i += 2) answer(first.verifier, pending[i]);
    } catch (...) {
      other.join();
      throw;
    }
    other.join();
    if (failure) std::rethrow_exception(failure);
    for (const Answered& answered : pending) {
      print(answered);
      all_good = all_good && answered.good;
      errors = errors || !answered.line.error.empty();
    }
    flush_output();
  }
  if (errors) return kExitError;
  return settled(first.index, all_good ? kExitFound : kExitNothing);
}

DraftForm form_of(const std::string& path) {
  const std::string small = ascii_lower(path);
  const bool markdown = small.ends_with(".md") || small.ends_with(".markdown");
  return markdown ? DraftForm::kMarkdown : DraftForm::kPlain;
}

int VerifyQuoteCommand::run_draft() const {
  const std::string text = decode(read_file(draft)).text;
  OwnVerifier own(index.directory(), nodes.wanted(), report);
  DraftCheck check{draft, {}};
  for (DraftQuotation& quotation : find_draft_quotations(text, form_of(draft))) {
    QuoteAnswer answer = own.verifier.verify(quotation.text);
    check.answers.push_back({std::move(quotation), std::move(answer)});
  }
  switch (output.format) {
    case Format::kText:
      write_output(draft_text(check, output.layout()));
      break;
    case Format::kJsonLines:
      write_output(draft_json_lines(check));
      break;
    case Format::kCsv:
      write_output(std::string(output.csv_start()) + draft_csv(check));
      break;
  }
  return settled(own.index, is_verified(check) ? kExitFound : kExitNothing);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<VerifyQuoteCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kVerifyQuoteCommand = {
    .name = "verify-quote",
    .summary = "check whether a report says this, word for word",
    .group = "Editing",
    .operands = "[TEXT...|-]",
    .min_operands = 0,
    .max_operands = kAnyNumber,
    .about =
        "Says whether a quotation is exact (its bytes occur in a passage), normalised (the "
        "same except for quotes, dashes, spaces, case, Unicode form, ellipses and the like), "
        "altered (with the nearest passage and what was changed: negations, numbers, names and "
        "hedges first) or absent (with what was searched). Several words are one quotation.\n\n"
        "--file and - read quotations, one per line; a line that begins with { is a JSON "
        "object with \"quote\" or \"text\" and, optionally, \"id\". Answers come in the order "
        "of the lines. An error in one line does not stop the others.\n\n"
        "--draft FILE verifies every quotation of a text or Markdown file: what stands between "
        "quotation marks (two words at least) or in a block quote, with the words or source to "
        "which the draft attributes it. The answer is a table, JSON lines or CSV.",
    .examples =
        "ibid verify-quote 'a price of $5.43 billion'\n"
        "ibid verify-quote --report china-russia-trade-2024-08-09 'no limits'\n"
        "ibid verify-quote --format jsonl --file quotes.txt | jq -r .status\n"
        "ibid verify-quote --draft article.md",
    .exit_codes =
        "0    every quotation is exact or normalised, or the draft has none\n"
        "1    at least one is altered or absent\n"
        "2    error: no index, an unknown report, a line without a quotation\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
