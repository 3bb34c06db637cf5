// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid search: finds passages, each with its report, sources and bytes.
#include <fmt/core.h>

#include <chrono>
#include <memory>
#include <string>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/render_text.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/passages/anchors.h"
#include "search/passages/place_reader.h"
#include "search/render/escape_terminal.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/query_operands.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostHits = 1'000'000;
constexpr std::uint64_t kMostGeneration = 1'000'000'000'000;
constexpr std::uint64_t kAnyGeneration = UINT64_MAX;  // --since is not given

// --facets source,language
std::vector<Facet> parse_facets(const std::string& text) {
  const std::vector<Facet> all = {Facet::kSource,     Facet::kPublisher, Facet::kLanguage,
                                  Facet::kReport,     Facet::kSection,   Facet::kDate,
                                  Facet::kCollection, Facet::kTag};
  std::vector<std::string> names;
  for (const Facet facet : all) names.emplace_back(to_string(facet));
  std::vector<Facet> out;
  for (const std::string& word : CLI::detail::split(text, ',')) {
    const Facet facet = all[parse_word("--facets", word, names)];
    if (std::find(out.begin(), out.end(), facet) == out.end()) out.push_back(facet);
  }
  return out;
}

struct SearchCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;
  LogOptions log;
  AliasOptions aliases;
  SearchOptions search;
  std::uint64_t since = kAnyGeneration;
  bool explain = false;
  bool whole = false;
  bool brief = false;
  bool all = false;
  bool count = false;
  bool selectors = false;

  void add(CLI::App& app);
  int run(const Operands& words);

 private:
  void print(const SearchResult& result) const;
};

void SearchCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  add_count(app, "-n,--limit", search.limit, {0, kMostHits}, "hits to show (default: 10)");
  add_count(app, "--offset", search.offset, {0, kMostHits}, "hits to skip first");
  add_choice<Sort>(app, "--sort", search.sort,
                   {{"score", Sort::kScore},
                    {"date", Sort::kDate},
                    {"report", Sort::kReport},
                    {"seen", Sort::kFirstSeen}},
                   "date: newest first; seen: last indexed first (default: score)");
  add_count(app, "--since", since, {0, kMostGeneration},
            "only passages that the index first had after this generation")
      ->type_name("GENERATION");
  app.add_option_function<std::string>(
         "--facets", [this](const std::string& text) { search.facets = parse_facets(text); },
         "count the matches by source, publisher, language, report, section, date, collection, "
         "tag; "
         "separate by commas")
      ->type_name("NAMES")
      ->multi_option_policy(CLI::MultiOptionPolicy::Join)
      ->delimiter(',');
  app.add_flag("--count", count, "print only how many passages match");
  app.add_flag("--all", all,
               "text: list passages that say nearly the same as one before them, too");
  app.add_flag("--explain", explain,
               "show how the query was understood, and which form of which word matched");
  aliases.add(app);
  app.add_flag("--selectors", selectors,
               "read the files of the hits for W3C selectors (jsonl) and links to the text");
  output.add(app);
  output.add_pager(app);
  CLI::Option* long_form =
      app.add_flag("--long,--full", whole, "show whole passages, all their sources and their bytes")
          ->group("Output");
  app.add_flag("--snippet", brief, "show the best part of passages in three lines (default)")
      ->group("Output")
      ->excludes(long_form);
  log.add(app);
}

int SearchCommand::run(const Operands& words) {
  search.explain = explain ? Explain::kYes : Explain::kNo;
  search.names = aliases.names();
  if (since != kAnyGeneration) search.since = since;
  const bool text = output.format == Format::kText;
  search.snippet_columns = text && !whole ? snippet_columns(output.layout().columns) : 0;
  if (text && !all) search.alike = Alike::kFold;
  if (count) {
    search.limit = 0;
    search.exact_matches = UINT64_MAX;
  }
  const std::string directory = index.directory();
  const std::string query = query_of(words);
  if (trim(query).empty()) {
    throw Error(ErrorKind::kUsage, "the query is empty; write what to look for");
  }
  log.note("index: {}", escape_terminal(directory));
  log.note("query: {}", escape_terminal(query));
  return pointing_at_errors(query, [&] {
    const auto start = std::chrono::steady_clock::now();
    OpenIndex opened(directory, nodes.wanted());
    Searcher searcher(opened);
    SearchResult result = searcher.search(query, search);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    log.note("{} of {} passages in {:.1f} ms", result.matches, result.index.passages, took.count());
    if (selectors) {
      AnchorReader reader;
      for (Hit& hit : result.hits) hit.anchors = reader.read(hit.passage);
    }
    if (text) {
      PlaceReader places;
      for (Hit& hit : result.hits) {
        if (!hit.stale) hit.place = places.read(hit.passage);
      }
    }
    print(result);
    return settled(opened, result.matches > 0 ? kExitFound : kExitNothing);
  });
}

void SearchCommand::print(const SearchResult& result) const {
  if (count && output.format == Format::kText) {
    for (const std::string& note : notes_of(result)) {
      write_error(fmt::format("ibid: note: {}\n", escape_terminal(note)));
    }
    write_output(fmt::format("{}\n", result.matches));
  } else if (output.format == Format::kJsonLines) {
    output.show(search_json_lines(result, search.explain));
  } else {
    output.show(search_text(
        result, {output.layout(), whole ? Extent::kFull : Extent::kSnippet, search.explain}));
  }
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<SearchCommand>();
  command->add(app);
  return [command](const Operands& words) { return command->run(words); };
}

}  // namespace

const Command kSearchCommand = {
    .name = "search",
    .summary = "find passages, each with its report, sources and bytes",
    .group = "Search",
    .operands = "QUERY...",
    .min_operands = 1,
    .max_operands = kAnyNumber,
    .about =
        "Shows the passages that match best. Several words are one query; - reads it from "
        "standard input. Any text is a query, including pasted sentences and questions. "
        "Besides words, a query may contain \"phrases\", +must, -mustnot, AND, OR, NOT, "
        "brackets, NEAR/8, ADJ/8, wild*cards, and fields such as title:, source:, lang:, date: and "
        "amount:; 'ibid help query' shows them all.\n\n"
        "Passages that say nearly the same (one is the other with a few more words, none of them a "
        "figure, a name or a negation) are shown as one, which names the others. They are compared "
        "within the first 50, the next 50 and so on, keep their ranks, and are all in JSON lines. "
        "The next page begins at --offset N, N the last rank shown.\n\n"
        "Places are path:line:column, columns in characters.\n\n"
        "The shell removes quotes, so quote a phrase twice: '\"no limits\"'. A word with a "
        "minus sign in front looks like an option: put -- before the query.",
    .examples =
        "ibid search S-400 India\n"
        "ibid search '\"no limits\"' date:2024-06..2024-07\n"
        "ibid search --count sanctions 'date:>2024-06'\n"
        "ibid search 'trade amount:$200bn..$300bn'\n"
        "ibid search --facets source -- pact -china\n"
        "ibid search --format jsonl cites:none | jq -r '.passage.permalink // empty'",
    .exit_codes =
        "0    at least one passage matches\n"
        "1    none does\n"
        "2    error: no index, misuse of an operator or option\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
