// SPDX-License-Identifier: GPL-2.0-or-later
//
// See render_sources.h: the text for people.
#include "search/sources/render_sources.h"

#include <fmt/core.h>

#include <algorithm>

#include "search/render/escape_terminal.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

// "2024-06-21 to 2024-06-22"; empty without dates.
std::string date_range(const SourceSummary& source) {
  if (source.first_date == source.last_date) return source.first_date;
  return source.first_date + " to " + source.last_date;
}

// What its name says: "web, eng", or that it is not an id.
std::string nature(const SourceSummary& source) {
  if (source.form == Citation::Form::kMalformed) return "malformed id";
  if (source.form == Citation::Form::kOther || source.form == Citation::Form::kListed) {
    return "no id";
  }
  if (source.form == Citation::Form::kUrl) return "address";
  if (source.form == Citation::Form::kMissing) return "no list has it";
  return source.kind + ", " + source.language;
}

// An id or URL stays whole, so that it can be copied; words wrap.
void add_name(Page& page, std::size_t indent, std::string_view source) {
  const std::string name = escape_terminal(source);
  if (name.find(' ') == std::string::npos) {
    page.line(indent, Role::kId, name);
  } else {
    page.prose(std::string(indent, ' '), indent + 2, {name, {}, Role::kId});
  }
}

// Who says it, in words. Returns false if no list tells.
bool add_titles(Page& page, std::size_t indent, const SourceSummary& source) {
  bool told = false;
  const auto add = [&](const std::string& text, Role role) {
    page.prose(std::string(indent, ' '), indent + 2, plain(text, role));
    told = true;
  };
  for (std::size_t i = 0; i < source.titles.size(); ++i) {
    const std::string& title = source.titles[i].title;
    if (i > 0 && has_two_titles(source)) {
      add("one id under two titles, here also: " + title, Role::kWarning);
    } else if (i > 0) {
      add("also listed as: " + title, Role::kPlain);
    } else if (title != source.source) {
      add(title, Role::kTitle);
    }
  }
  const std::string& author = source.author;
  const std::string who =
      dotted({author == source.publisher ? "" : author, source.publisher, source.date});
  if (!who.empty()) add(who, Role::kPlain);
  if (!source.url.empty() && source.url != source.source) {
    page.line(indent, Role::kPlain, escape_terminal(source.url));
  }
  return told;
}

std::string count_line(const SourceList& list) {
  const std::string searched = list.query.empty()
                                   ? fmt::format("{} in {}", counted(list.matches, "passage"),
                                                 counted(list.index.reports, "report"))
                                   : fmt::format("{} that {}", counted(list.matches, "passage"),
                                                 list.matches == 1 ? "matches" : "match");
  const std::uint64_t found = list.sources.size() + list.left_out;
  if (found == 0) return "no source (searched " + searched + ")";
  const std::string showing =
      list.left_out == 0 ? "" : fmt::format(" · showing {}", list.sources.size());
  return fmt::format("{}{} · {} of {} {} a source · generation {}", counted(found, "source"),
                     showing, list.citing, searched, list.citing == 1 ? "cites" : "cite",
                     list.index.generation);
}

void add_source(Page& page, const SourceSummary& source) {
  page.blank();
  const bool told = add_titles(page, 0, source);
  add_name(page, told ? 2 : 0, source.source);
  const std::string cited = source.passages == 0
                                ? "listed, never cited"
                                : fmt::format("{} of {}", counted(source.passages, "passage"),
                                              counted(source.reports, "report"));
  const std::string unlisted = source.listings == 0 ? "in no source list" : "";
  page.prose("  ", 4, plain(dotted({cited, date_range(source), nature(source), unlisted})));
}

void add_heading(Page& page, const std::string& text) {
  page.blank();
  page.prose(0, plain(text, Role::kLocation));
}

// Title, date and id: the head of the passages of a report.
void add_report(Page& page, const ReportInfo& report) {
  page.prose("  ", 4, plain(title_text(report.title), Role::kTitle));
  page.prose("  ", 4, plain(dotted({report.date, report.id})));
}

void add_locator(Page& page, const StoredPassage& passage,
                 const std::optional<LineLocation>& place) {
  page.line(4, Role::kId, escape_terminal(passage.permalink));
  add_place(page, 4, passage, place, PlaceBytes::kIfNeeded);
}

// The sources of a card of several.
void add_members(Page& page, const SourceCard& card) {
  page.prose("  ", 4, plain(counted(card.members.size(), "source") + " named so:"));
  for (const SourceSummary& source : card.members) {
    page.blank();
    add_titles(page, 2, source);
    add_name(page, 4, source.source);
    page.prose(
        "    ", 6,
        plain(source.passages == 0 ? std::string("listed, never cited")
                                   : dotted({"cited by " + counted(source.passages, "passage"),
                                             date_range(source)})));
  }
  page.blank();
}

void add_parts(Page& page, const SourceCard& card) {
  if (!card.members.empty()) {
    add_members(page, card);
  } else if (card.parts) {
    const SourceId& id = *card.parts;
    page.prose("  ", 4,
               plain(fmt::format("provider {} · {} · kind {} · language {} · key {} · chunk {}-{}",
                                 id.provider, id.visibility, id.kind, id.language, id.key,
                                 id.first_chunk, id.second_chunk)));
  } else {
    page.prose("  ", 4, plain(nature(card.summary), Role::kWarning));
  }
  for (const std::string& sibling : card.siblings) {
    page.line(2, Role::kPlain, "another chunk of it: " + escape_terminal(sibling));
  }
}

std::string cited_line(const SourceCard& card) {
  const SourceSummary& source = card.summary;
  if (card.passages.empty()) return "listed, never cited";
  std::uint64_t resting = 0;
  for (const ReportShare& share : card.shares) resting += share.resting_passages;
  return dotted(
      {fmt::format("cited by {} of {}", counted(source.passages, "passage"),
                   counted(source.reports, "report")),
       fmt::format("{} on {} alone", resting == 1 ? "1 rests" : fmt::format("{} rest", resting),
                   card.members.empty() ? "it" : "them"),
       date_range(source)});
}

void add_listings(Page& page, const SourceCard& card) {
  add_heading(page, card.listings.empty() ? "In no source list" : "Listed in");
  for (const SourceListing& listing : card.listings) {
    add_report(page, listing.passage.report);
    page.prose("    ", 6, plain(dotted({listing.title, listing.publisher})));
    add_locator(page, listing.passage, listing.place);
  }
}

void add_citing(Page& page, const CitingPassage& citing) {
  page.prose("    ", 6, plain(section_path_text(citing.passage.section), Role::kLocation));
  for (const CitingSentence& sentence : citing.sentences) {
    const std::string text = citing.passage.text.substr(sentence.text.begin, sentence.text.size());
    page.prose(fmt::format("      {}  ", sentence.number), 9, plain(text));
  }
  page.prose("    ", 6,
             plain(citing.rests ? "rests on it alone" : "cites other sources too",
                   citing.rests ? Role::kWarning : Role::kPlain));
  add_locator(page, citing.passage, citing.place);
}

void add_passages(Page& page, const SourceCard& card) {
  if (card.passages.empty()) return;
  add_heading(page, "Cited in (by sentence)");
  std::string report;
  for (const CitingPassage& citing : card.passages) {
    if (citing.passage.report.id != report) add_report(page, citing.passage.report);
    report = citing.passage.report.id;
    add_citing(page, citing);
  }
}

void add_beside(Page& page, const SourceCard& card) {
  if (card.beside.empty()) return;
  add_heading(page, "Cited beside it");
  for (const SourceBeside& beside : card.beside) {
    if (!beside.title.empty()) page.prose("  ", 4, plain(beside.title, Role::kTitle));
    add_name(page, beside.title.empty() ? 2 : 4, beside.source);
    page.prose(
        "    ", 6,
        plain(fmt::format("in {}, in the same sentence {}", counted(beside.passages, "passage"),
                          beside.sentences == 0 ? "never" : counted(beside.sentences, "time"))));
  }
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? "0%"
                    : fmt::format("{:.1f}%",
                                  100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string share_text(const ReportShare& share) {
  if (share.resting_sentences == 0) return "nothing rests on it alone";
  return fmt::format(
      "{} and {} left without a source: {} of its {}, {} of the {} that {} any",
      counted(share.resting_passages, "passage"), counted(share.resting_sentences, "sentence"),
      percent(share.resting_passages, share.passages), counted(share.passages, "passage"),
      percent(share.resting_passages, share.cited_passages), share.cited_passages,
      share.cited_passages == 1 ? "cites" : "cite");
}

void add_shares(Page& page, const SourceCard& card) {
  if (card.shares.empty()) return;
  add_heading(page, "If it is withdrawn");
  for (const ReportShare& share : card.shares) {
    add_report(page, share.report);
    page.prose("    ", 6, plain(share_text(share)));
  }
}

}  // namespace

std::string sources_text(const SourceList& list, const TextLayout& layout) {
  Page page(layout);
  page.prose(0, {count_line(list), {}, Role::kFaint});
  for (const std::string& ignored : list.ignored) {
    page.prose("", 2, plain("note: " + ignored, Role::kWarning));
  }
  const auto clashes = std::count_if(list.sources.begin(), list.sources.end(), has_two_titles);
  if (clashes > 0) {
    page.prose("", 2,
               plain(fmt::format("{} listed under more than one title",
                                 clashes == 1 ? "1 id is" : fmt::format("{} ids are", clashes)),
                     Role::kWarning));
  }
  for (const SourceSummary& source : list.sources) add_source(page, source);
  return page.take();
}

std::string source_card_text(const SourceCard& card, const TextLayout& layout) {
  Page page(layout);
  add_name(page, 0, card.summary.source);
  add_titles(page, 2, card.summary);
  add_parts(page, card);
  page.prose("  ", 4, plain(cited_line(card)));
  add_listings(page, card);
  add_passages(page, card);
  add_beside(page, card);
  add_shares(page, card);
  return page.take();
}

}  // namespace ibid
