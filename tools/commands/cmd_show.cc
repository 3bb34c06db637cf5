// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid show: shows a passage among its neighbours, or a report's outline.
#include <fmt/core.h>

#include <memory>

#include "corpus/report/passage_id.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/render_text.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/passages/anchors.h"
#include "search/passages/outline.h"
#include "search/passages/place_reader.h"
#include "search/permalinks/shown_passage.h"
#include "search/render/escape_terminal.h"
#include "search/reports/render_field_reasons.h"
#include "tools/operands/named_places.h"
#include "tools/operands/nodes_option.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostContext = 1000;

struct ShowCommand {
  IndexDirOption index;
  NodesOption nodes;
  OutputOptions output;
  LogOptions log;
  std::uint64_t context = 1;
  bool all = false;
  bool why = false;

  void add(CLI::App& app);
  int run(const Operands& operands) const;

 private:
  int show_report(Searcher& searcher, const NamedPlace& place) const;
  int show_why(ReportLister& reports, const NamedPlace& place) const;
  int show_section(Searcher& searcher, const std::vector<StoredPassage>& passages) const;
  int show(OpenIndex& opened, const std::string& named) const;
  int show_passage(OpenIndex& opened, const PassageRef& ref) const;
};

void ShowCommand::add(CLI::App& app) {
  index.add(app);
  nodes.add(app);
  add_count(app, "--context", context, {0, kMostContext},
            "passages to show before and after it (default: 1)");
  app.add_flag("--all", all,
               "of a report, also show the lines that are neither heading nor passage: contents, "
               "form fields, notices");
  app.add_flag("--why", why,
               "of a report, show where its title, date, publisher and author come from");
  output.add(app);
  output.add_pager(app);
  log.add(app);
}

int not_found(const std::string& what) {
  write_error(fmt::format("ibid: the index holds no {}\n", escape_terminal(what)));
  return kExitNothing;
}

int no_report(const NamedPlace& place) {
  write_error(
      fmt::format("ibid: {}\n", escape_terminal(no_report_text(place.ref.report, place.near))));
  return kExitNothing;
}

// Warns if the passage shown has another text or another place than the cited one. Returns the
// exit code.
int warn(const Resolution& found, const std::string& shown_at) {
  if (found.standing == Standing::kSame) return kExitFound;
  flush_output();
  if (!shown_at.empty()) {
    write_error(fmt::format(
        "ibid: the passage has moved; the cited text is now at {}{}\n", escape_terminal(shown_at),
        found.passage_count > 1 ? fmt::format(" and in {} more", found.passage_count - 1) : ""));
  } else {
    write_error("ibid: the passage has changed since this permalink was made\n");
    if (!found.passages.empty()) {
      write_error(fmt::format(
          "ibid: the cited text is now at {}{}\n", escape_terminal(found.passages.front().id),
          found.passage_count > 1 ? fmt::format(" and in {} more", found.passage_count - 1) : ""));
    }
  }
  return kExitNothing;
}

int ShowCommand::run(const Operands& operands) const {
  const std::string directory = index.directory();
  log.note("index: {}", escape_terminal(directory));
  OpenIndex opened(directory, nodes.wanted());
  return settled(opened, show(opened, operands[0]));
}

int ShowCommand::show(OpenIndex& opened, const std::string& named) const {
  ReportLister reports(opened);
  const NamedPlace place = named_place(reports, named);
  const bool whole = place.ref.ordinal == 0 && place.ref.locator.empty();
  if ((all || why) && !whole) {
    throw Error(ErrorKind::kUsage, std::string(all ? "--all" : "--why") +
                                       " is about a whole report; leave out what follows #");
  }
  if (why) return show_why(reports, place);
  if (place.ref.ordinal != 0) {
    // A permalink may lead to another report.
    const bool lost = !place.known && place.ref.hash.empty();
    return lost ? no_report(place) : show_passage(opened, place.ref);
  }
  Searcher searcher(opened);
  if (place.ref.locator.empty()) return show_report(searcher, place);
  if (!place.known) return no_report(place);
  const auto passages = reports.section(place.ref.report, place.ref.locator);
  if (passages.empty()) {
    return not_found("section " + place.ref.report + "#" + place.ref.locator);
  }
  return show_section(searcher, passages);
}

int ShowCommand::show_report(Searcher& searcher, const NamedPlace& place) const {
  const auto outline = searcher.outline(place.ref.report, all ? LeftOut::kShown : LeftOut::kHidden);
  if (!outline) return no_report(place);
  output.show(output.format == Format::kJsonLines ? outline_json_lines(*outline)
                                                  : outline_text(*outline, output.layout()));
  return kExitFound;
}

int ShowCommand::show_why(ReportLister& reports, const NamedPlace& place) const {
  const auto reasons = reports.why(place.ref.report);
  if (!reasons) return no_report(place);
  output.show(output.format == Format::kJsonLines ? field_reasons_json_lines(*reasons)
                                                  : field_reasons_text(*reasons, output.layout()));
  return kExitFound;
}

// Each passage by itself: its neighbours are shown, too.
int ShowCommand::show_section(Searcher& searcher,
                              const std::vector<StoredPassage>& passages) const {
  std::string out;
  for (const StoredPassage& passage : passages) {
    PassageInContext shown;
    shown.passages = {passage};
    shown.stale = searcher.is_stale(passage.report);
    shown.anchors = AnchorReader().read(passage);
    if (!shown.stale) shown.place = PlaceReader().read(passage);
    out += output.format == Format::kJsonLines ? passage_json_lines(shown)
                                               : passage_text(shown, output.layout());
  }
  output.show(out);
  return kExitFound;
}

int ShowCommand::show_passage(OpenIndex& opened, const PassageRef& ref) const {
  const ShownPassage found = shown_passage(opened, ref, static_cast<std::uint32_t>(context));
  if (!found.passage) {
    return not_found("passage " + passage_id(ref.report, ref.locator, ref.ordinal));
  }
  const PassageInContext& shown = *found.passage;
  output.show(output.format == Format::kJsonLines ? passage_json_lines(shown)
                                                  : passage_text(shown, output.layout()));
  if (!found.resolution) return kExitFound;
  return warn(*found.resolution, shown.cited_as.empty() ? "" : shown.passages[shown.asked].id);
}

Action add_options(CLI::App& app) {
  auto command = std::make_shared<ShowCommand>();
  command->add(app);
  return [command](const Operands& operands) { return command->run(operands); };
}

}  // namespace

const Command kShowCommand = {
    .name = "show",
    .summary = "show a passage in context, a section, a report's outline",
    .group = "Search",
    .operands = "PASSAGE-ID|PERMALINK|REPORT[#SECTION]",
    .min_operands = 1,
    .max_operands = 1,
    .about =
        "Shows a whole passage, with its sources, permalink and bytes, between its neighbours. "
        "For a report, it shows the headings and how each passage begins; for a section, its "
        "passages and those of the sections below it.\n\n"
        "--why says, for each of title, date, publisher and author, by which rule and from which "
        "line it was read, or that it was given by hand in ibid.toml, which corrects it "
        "(`ibid help index`).\n\n"
        "A REPORT is an id, the beginning of one id only, or the path of its file.\n\n"
        "A permalink contains a hash of the passage's text. If the text has changed, the "
        "command says so, says where the cited text is now, and exits with 1.",
    .examples =
        "ibid show china-russia-trade-2024-08-09\n"
        "ibid show --why china-russia-trade-2024-08-09\n"
        "ibid show 'china-russia-trade#2-1'\n"
        "ibid show --context 3 'china-russia-trade-2024-08-09#2-1.1'\n"
        "ibid show 'china-russia-trade-2024-08-09#2-1.1@50ae8bec03c9'",
    .exit_codes =
        "0    shown\n"
        "1    the index does not hold it, or a permalink's text has changed or moved\n"
        "2    error\n"
        "3    a node of the index did not answer: an answer of the others",
    .add_options = add_options,
};

}  // namespace ibid
