// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid source: shows the card of one source.
#include <fmt/core.h>

#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "corpus/text/code_points.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/passages/place_reader.h"
#include "search/render/escape_terminal.h"
#include "search/sources/render_sources.h"
#include "search/sources/source_reader.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

struct SourceCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;
  LogOptions log;

  void add(CLI::App& app);
  int run(const Operands& operands) const;
};

void SourceCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  output.add(app);
  output.add_pager(app);
  log.add(app);
}

int not_found(SourceReader& sources, const std::string& source) {
  const auto near = sources.nearest(source);
  write_error(fmt::format("ibid: no report cites or lists {}{}\n", escape_terminal(source),
                          near ? "; did you mean " + escape_terminal(*near) + "?" : ""));
  return kExitNothing;
}

// Lines and columns, except in files that are no longer what was indexed.
void add_places(SourceCard& card, OpenIndex& opened) {
  Searcher searcher(opened);
  PlaceReader places;
  std::map<std::string, bool> stale;
  const auto place = [&](const StoredPassage& passage) -> std::optional<LineLocation> {
    const auto [known, is_new] = stale.try_emplace(passage.report.id);
    if (is_new) known->second = searcher.is_stale(passage.report);
    return known->second ? std::nullopt : places.read(passage);
  };
  for (SourceListing& listing : card.listings) listing.place = place(listing.passage);
  for (CitingPassage& citing : card.passages) citing.place = place(citing.passage);
}

int SourceCommand::run(const Operands& operands) const {
  const std::string source(trim(operands[0]));
  if (source.empty()) {
    throw Error(ErrorKind::kUsage, "the source is empty; name one as `ibid sources` shows it");
  }
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  OpenIndex opened(directory, nodes.wanted());
  SourceReader sources(opened);
  auto card = sources.card(source);
  if (!card) return settled(opened, not_found(sources, source));
  if (output.format == Format::kText) add_places(*card, opened);
  output.show(output.format == Format::kJsonLines ? source_card_json_lines(*card)
                                                  : source_card_text(*card, output.layout()));
  return settled(opened, kExitFound);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<SourceCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kSourceCommand = {
    .name = "source",
    .summary = "show who lists and cites a source, and what rests on it",
    .group = "Editing",
    .operands = "SOURCE",
    .min_operands = 1,
    .max_operands = 1,
    .about =
        "Shows the parts of a source's id, the entries of source lists that describe it, every "
        "passage and sentence that cites it, and the sources cited beside it. SOURCE is an id or "
        "URL, or words: of its title, publisher or author, or those that the report cites. Words "
        "that name several sources show all of them as one: what rests on Yonhap?\n\n"
        "It also shows what is affected if the source is withdrawn: a passage or sentence "
        "rests on a source if it cites no other. For each report, it counts those that do, as "
        "a share of its passages (without the entries of its source list) and of those that "
        "cite any source.",
    .examples =
        "ibid source go-public-news-eng-7730195527486610293-0-0\n"
        "ibid source '연합뉴스'\n"
        "ibid source Yonhap\n"
        "ibid source --format jsonl ID | jq -r 'select(.rests) | .passage.permalink'",
    .exit_codes =
        "0    shown\n"
        "1    no report cites or lists it\n"
        "2    error\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
