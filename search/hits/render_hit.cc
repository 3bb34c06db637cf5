// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/render_hit.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/text/display_width.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"
#include "search/render/wrap_text.h"

namespace ibid {
namespace {

constexpr std::size_t kNarrowest = 20;  // columns that text gets, however deep its indent

std::size_t columns_left(const Page& page, std::size_t taken) {
  return std::max(page.layout().columns, taken + kNarrowest) - taken;
}

std::string_view note_on(Citation::Form form) {
  if (form == Citation::Form::kMalformed) return ", malformed id";
  return form == Citation::Form::kMissing ? ", no entry of the source list" : "";
}

// One line: the first in words, and how many more there are.
void add_first_source(Page& page, std::size_t indent, const StoredPassage& passage) {
  const std::vector<CitedSource> sources = cited_sources(passage.citations);
  if (sources.empty()) {
    add_sources(page, indent, passage);
    return;
  }
  const CitedSource& first = sources.front();
  const NamedSource* named = find_named(passage.sources, first.source);
  const std::string told = told_of(named);
  const std::string before = sources.size() == 1 ? "source: " : "sources: ";
  std::string after(note_on(first.form));
  if (sources.size() > 1) after += fmt::format(" and {} more", sources.size() - 1);
  const std::size_t left = columns_left(page, indent + before.size() + after.size());
  const std::string name = escape_prose(told.empty() ? source_words(passage, first.source) : told);
  page.line(indent, Role::kPlain, before + cut_to_width(name, left) + after);
}

// Appends text[range], escaped, with the marks that fall into it.
void append_marked(Prose& out, std::string_view text, ByteRange range,
                   const std::vector<ByteRange>& highlights) {
  range.end = std::min<std::uint64_t>(range.end, text.size());
  std::uint64_t at = std::min(range.begin, range.end);
  for (const ByteRange highlight : highlights) {
    const std::uint64_t begin = std::clamp(highlight.begin, at, range.end);
    const std::uint64_t end = std::clamp(highlight.end, begin, range.end);
    if (begin == end) continue;
    out.text += escape_prose(text.substr(at, begin - at));
    const std::uint64_t marked = out.text.size();
    out.text += escape_prose(text.substr(begin, end - begin));
    out.marked.push_back({marked, out.text.size()});
    at = end;
  }
  out.text += escape_prose(text.substr(at, range.end - at));
}

Prose hit_prose(const Hit& hit, Extent extent) {
  const std::string& text = hit.passage.text;
  std::vector<ByteRange> spans = hit.snippet;
  if (extent == Extent::kFull || spans.empty()) spans = {{0, text.size()}};
  Prose out;
  const std::string& label = hit.passage.origin.label;
  if (!label.empty() && spans.front().begin == 0) out.text = escape_prose(label);
  for (const ByteRange span : spans) {
    if (!out.text.empty()) out.text += ' ';
    if (span.begin > 0) out.text += "… ";
    append_marked(out, text, span, hit.highlights);
  }
  if (spans.back().end < text.size()) out.text += " …";
  return out;
}

// Cut behind the last word that leaves room for " …" in the last of so many lines.
void cut_to_lines(Prose& prose, std::size_t lines, std::size_t columns) {
  constexpr std::string_view kCut = " …";
  const std::vector<ByteRange> wrapped = wrap_text(prose.text, columns);
  if (wrapped.size() <= lines) return;
  const ByteRange last = wrapped[lines - 1];
  const std::string_view line = std::string_view(prose.text).substr(last.begin, last.size());
  std::size_t kept = line.size();
  if (display_width(line) + 2 > columns) {
    kept = fit_width(line, columns - 2).size();
    const std::size_t space = line.substr(0, kept + 1).rfind(' ');
    if (space != std::string_view::npos && space > 0) kept = space;
  }
  prose.text.resize(last.begin + kept);
  while (!prose.text.empty() && prose.text.back() == ' ') prose.text.pop_back();
  const std::uint64_t end = prose.text.size();
  std::erase_if(prose.marked, [end](const ByteRange& mark) { return mark.begin >= end; });
  if (!prose.marked.empty()) prose.marked.back().end = std::min(prose.marked.back().end, end);
  if (!prose.text.ends_with("…")) prose.text += kCut;
}

// The path from the deepest section up, as much of it as fits.
std::string deepest_sections(const std::vector<SectionTitle>& path, std::size_t columns) {
  std::string whole = escape_prose(section_path_text(path));
  for (std::size_t first = 1; first < path.size() && display_width(whole) > columns; ++first) {
    const std::vector<SectionTitle> rest(path.begin() + static_cast<std::ptrdiff_t>(first),
                                         path.end());
    whole = "… › " + escape_prose(section_path_text(rest));
  }
  return cut_to_width(whole, columns);
}

std::string alias_text(const Hit& hit) {
  std::vector<std::string> names, spellings;
  for (const AliasMatch& match : hit.aliases) {
    auto& to = match.kind == AliasKind::kName ? names : spellings;
    to.push_back(fmt::format("{} ({})", match.alias, match.query_word));
  }
  std::vector<std::string> parts;
  if (!names.empty()) parts.push_back(fmt::format("alias: {}", fmt::join(names, ", ")));
  if (!spellings.empty()) {
    parts.push_back(fmt::format("similar spelling: {}", fmt::join(spellings, ", ")));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string score_text(const Hit& hit, const SearchTextOptions& options) {
  return options.explain == Explain::kYes ? fmt::format("score {:.4f}", hit.score) : "";
}

void add_explanation(Page& page, std::size_t indent, const Hit& hit) {
  for (const TermMatch& match : hit.matches) {
    const std::string text =
        fmt::format("{} → {} ({}) {:.4f}", match.query_word, match.term, match.form, match.score);
    page.prose(std::string(indent, ' '), indent + 2, plain(text, Role::kFaint));
  }
}

// A line for each thing that is shown, three for the text, or two if there is more to show than of
// most: four hits fit on a screen.
void add_brief_hit(Page& page, const Hit& hit, std::size_t indent,
                   const SearchTextOptions& options) {
  const StoredPassage& passage = hit.passage;
  const std::size_t left = columns_left(page, indent);
  page.line(0,
            {{Role::kPlain, fmt::format("{:<{}}", hit.rank, indent)},
             {Role::kTitle, cut_to_width(escape_prose(title_text(passage.report.title)), left)}});
  std::string about =
      escape_prose(dotted({passage.report.date, kind_text(passage), score_text(hit, options)}));
  if (!about.empty() && !passage.section.empty()) about += " · ";
  const std::size_t taken = indent + display_width(about);
  const bool beside = taken + kNarrowest <= page.layout().columns;
  const std::string section =
      deepest_sections(passage.section, beside ? page.layout().columns - taken : left);
  std::vector<LinePart> line = {{Role::kPlain, about}};
  if (!beside) {
    page.prose(indent, {about, {}});
    line.clear();
  }
  line.push_back({Role::kLocation, section});
  if (beside ? !about.empty() || !section.empty() : !section.empty()) page.line(indent, line);
  Prose text = hit_prose(hit, Extent::kSnippet);
  const std::size_t told = (hit.aliases.empty() ? 0U : 1U) + (hit.alike.empty() ? 0U : 1U);
  cut_to_lines(text, told == 0 ? kSnippetLines : kSnippetLines - 1, columns_left(page, indent + 2));
  page.prose(indent + 2, text);
  if (!hit.aliases.empty()) {
    page.line(indent, Role::kPlain, cut_to_width(escape_prose(alias_text(hit)), left));
  }
  add_first_source(page, indent, passage);
  if (hit.stale) add_stale(page, indent);
  add_permalink(page, indent, passage);
  add_place(page, indent, passage, hit.place, PlaceBytes::kIfNeeded);
  add_link(page, indent, hit.anchors);
  if (!hit.alike.empty()) {
    const std::string others =
        fmt::format("and {} more, nearly alike: {}", hit.alike.size(), fmt::join(hit.alike, ", "));
    page.line(indent, Role::kPlain, cut_to_width(escape_prose(others), left));
  }
}

void add_full_hit(Page& page, const Hit& hit, std::size_t indent,
                  const SearchTextOptions& options) {
  const StoredPassage& passage = hit.passage;
  page.prose(fmt::format("{:<{}}", hit.rank, indent), indent,
             plain(title_text(passage.report.title), Role::kTitle));
  page.prose(indent,
             plain(dotted({passage.report.date, kind_text(passage), score_text(hit, options)})));
  page.prose(std::string(indent, ' '), indent + 2,
             plain(section_path_text(passage.section), Role::kLocation));
  page.prose(indent + 2, hit_prose(hit, Extent::kFull));
  if (!hit.aliases.empty()) {
    page.prose(std::string(indent, ' '), indent + 2, plain(alias_text(hit)));
  }
  add_sources(page, indent, passage);
  if (hit.stale) add_stale(page, indent);
  add_permalink(page, indent, passage);
  add_place(page, indent, passage, hit.place, PlaceBytes::kToo);
  add_link(page, indent, hit.anchors);
  if (hit.alike.empty()) return;
  page.line(indent, Role::kPlain, fmt::format("and {} more, nearly alike:", hit.alike.size()));
  for (const std::string& permalink : hit.alike) {
    page.line(indent + 2, Role::kId, escape_terminal(permalink));
  }
}

}  // namespace

std::string kind_text(const StoredPassage& passage) {
  return dotted({passage.kind == PassageKind::kBody ? "" : to_string(passage.kind),
                 passage.language == "en" ? "" : passage.language});
}

std::vector<CitedSource> cited_sources(const std::vector<Citation>& citations) {
  std::vector<CitedSource> out;
  for (const Citation& citation : citations) {
    auto it = std::find_if(out.begin(), out.end(),
                           [&](const CitedSource& s) { return s.source == citation.source; });
    if (it == out.end()) it = out.insert(out.end(), {citation.source, citation.form, {}});
    if (it->sentences.empty() || it->sentences.back() != citation.sentence) {
      it->sentences.push_back(citation.sentence);
    }
  }
  return out;
}

void add_sources(Page& page, std::size_t indent, const StoredPassage& passage) {
  if (passage.citations.empty()) {
    // It is a source, or leads to one, and cites none.
    if (passage.kind == PassageKind::kSource || passage.kind == PassageKind::kNote) return;
    page.line(indent, Role::kWarning, "cites no source");
    return;
  }
  std::vector<std::string> items;
  const std::vector<CitedSource> sources = cited_sources(passage.citations);
  for (const CitedSource& source : sources) {
    items.push_back(fmt::format("{} ({} {}{})", source_words(passage, source.source),
                                source.sentences.size() == 1 ? "sentence" : "sentences",
                                fmt::join(source.sentences, ", "), note_on(source.form)));
  }
  const std::string text =
      fmt::format("{}: {}", items.size() == 1 ? "source" : "sources", fmt::join(items, "; "));
  page.prose(std::string(indent, ' '), indent + 2, plain(text));
}

void add_permalink(Page& page, std::size_t indent, const StoredPassage& passage) {
  page.line(indent, Role::kId, escape_terminal(passage.permalink));
}

void add_link(Page& page, std::size_t indent, const std::optional<Anchors>& anchors) {
  if (!anchors || anchors->link.empty()) return;
  page.line(indent, Role::kFaint, escape_terminal(anchors->link));
}

void add_stale(Page& page, std::size_t indent) {
  page.prose(indent,
             plain("stale: the file has changed since it was indexed, or is gone", Role::kWarning));
}

std::size_t snippet_columns(std::size_t columns) {
  // Of a page of hits with two-digit ranks; lines are broken at words, so each is a little shorter.
  constexpr std::size_t kIndent = 6, kLostAtEnds = 8, kCuts = 4;
  const std::size_t line = std::max(columns, kIndent + kNarrowest) - kIndent;
  return kSnippetLines * (line - std::min(kLostAtEnds, line / 4)) - kCuts;
}

void add_hit(Page& page, const Hit& hit, std::size_t indent, const SearchTextOptions& options) {
  if (options.extent == Extent::kFull) {
    add_full_hit(page, hit, indent, options);
  } else {
    add_brief_hit(page, hit, indent, options);
  }
  if (options.explain == Explain::kYes) add_explanation(page, indent, hit);
}

}  // namespace ibid
