// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid similar: finds passages about the same thing as a given one.
#include <fmt/core.h>

#include <cstdio>
#include <memory>
#include <string>

#include "corpus/report/passage_id.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/render_text.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/passages/place_reader.h"
#include "search/render/escape_terminal.h"
#include "tools/operands/named_places.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostSimilar = 1000;

struct SimilarCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;
  LogOptions log;
  SimilarOptions similar;
  bool explain = false;
  bool whole = false;

  void add(CLI::App& app);
  int run(const Operands& operands);
};

void SimilarCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  add_count(app, "-n,--limit", similar.limit, {1, kMostSimilar}, "passages to show (default: 10)");
  app.add_flag("--explain", explain, "show which words each has in common, and what they add");
  output.add(app);
  output.add_pager(app);
  app.add_flag("--long", whole, "show whole passages, all their sources and their bytes")
      ->group("Output");
  log.add(app);
}

// Ignores the hash of a permalink: the question is about the text as it is now.
std::string id_of(OpenIndex& opened, const std::string& text) {
  ReportLister reports(opened);
  const std::vector<PassageRef> refs = named_passages(reports, text);
  if (refs.size() > 1) {
    throw Error(ErrorKind::kUsage,
                fmt::format("{} has {} passages; name one, like {}", text, refs.size(),
                            passage_id(refs[0].report, refs[0].locator, refs[0].ordinal)));
  }
  return passage_id(refs[0].report, refs[0].locator, refs[0].ordinal);
}

int SimilarCommand::run(const Operands& operands) {
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  similar.explain = explain ? Explain::kYes : Explain::kNo;
  OpenIndex opened(directory, nodes.wanted());
  const std::string id = id_of(opened, operands[0]);
  Searcher searcher(opened);
  similar.snippet_columns = snippet_columns(output.layout().columns);
  auto result = searcher.similar(id, similar);
  if (!result) {
    write_error(fmt::format("ibid: the index holds no passage {}\n", escape_terminal(id)));
    return settled(opened, kExitNothing);
  }
  if (output.format == Format::kJsonLines) {
    write_output(similar_json_lines(*result, similar.explain));
  } else {
    PlaceReader places;
    for (SimilarHit& found : result->hits) {
      if (!found.hit.stale) found.hit.place = places.read(found.hit.passage);
    }
    const Extent extent = whole ? Extent::kFull : Extent::kSnippet;
    output.show(similar_text(*result, {output.layout(), extent, similar.explain}));
  }
  return settled(opened, result->hits.empty() ? kExitNothing : kExitFound);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<SimilarCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kSimilarCommand = {
    .name = "similar",
    .summary = "find passages about the same thing as a given one",
    .group = "Search",
    .operands = "PASSAGE-ID|PERMALINK",
    .min_operands = 1,
    .max_operands = 1,
    .about =
        "Looks for the passage's most telling words in all others, and shows passages of other "
        "reports first, then those of the same report. A score of 1 would be the passage "
        "itself; passages that score less than 0.2, or have a single word in common, are not "
        "shown. Nearly identical texts are marked.",
    .examples =
        "ibid similar 'china-russia-trade-2024-08-09#2-1.1'\n"
        "ibid similar --explain --limit 3 'china-russia-trade-2024-08-09#2-1.1'",
    .exit_codes =
        "0    similar passages exist\n"
        "1    there are none, or the index does not hold the passage\n"
        "2    error\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
