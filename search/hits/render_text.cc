// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/render_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/text/display_width.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

// How this passage differs from an English one in a report's body.
std::string kind_text(const StoredPassage& passage) {
  return dotted({passage.kind == PassageKind::kBody ? "" : to_string(passage.kind),
                 passage.language == "en" ? "" : passage.language});
}

struct CitedSource {
  std::string source;
  Citation::Form form = Citation::Form::kId;
  std::vector<std::uint32_t> sentences;
};

// Each source once, in the order of first citation.
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

std::string_view note_on(Citation::Form form) {
  if (form == Citation::Form::kMalformed) return ", malformed id";
  return form == Citation::Form::kMissing ? ", no entry of the source list" : "";
}

void add_sources(Page& page, std::size_t indent, const StoredPassage& passage) {
  if (passage.citations.empty()) {
    if (passage.kind == PassageKind::kSource) return;  // it is a source and cites none
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

// The id to cite it by, and where its bytes are.
void add_locator(Page& page, std::size_t indent, const StoredPassage& passage) {
  page.line(indent, Role::kId, escape_terminal(passage.permalink));
  page.line(indent, Role::kFaint,
            fmt::format("{}:{}-{}", shown_path(passage.report.path, page.layout().base_dir),
                        passage.bytes.begin, passage.bytes.end));
}

void add_link(Page& page, std::size_t indent, const std::optional<Anchors>& anchors) {
  if (!anchors || anchors->link.empty()) return;
  page.line(indent, Role::kFaint, escape_terminal(anchors->link));
}

void add_stale(Page& page, std::size_t indent) {
  page.prose(indent,
             plain("stale: the file has changed since it was indexed, or is gone", Role::kWarning));
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
  for (const ByteRange span : spans) {
    if (!out.text.empty()) out.text += ' ';
    if (span.begin > 0) out.text += "… ";
    append_marked(out, text, span, hit.highlights);
  }
  if (spans.back().end < text.size()) out.text += " …";
  return out;
}

void add_explanation(Page& page, std::size_t indent, const Hit& hit) {
  for (const TermMatch& match : hit.matches) {
    const std::string text =
        fmt::format("{} → {} ({}) {:.4f}", match.query_word, match.term, match.form, match.score);
    page.prose(std::string(indent, ' '), indent + 2, plain(text, Role::kFaint));
  }
}

// "alias: 인도 (India)"
void add_aliases(Page& page, std::size_t indent, const Hit& hit) {
  if (hit.aliases.empty()) return;
  std::vector<std::string> items;
  for (const AliasMatch& match : hit.aliases) {
    items.push_back(fmt::format("{} ({})", match.alias, match.query_word));
  }
  const std::string text = fmt::format("alias: {}", fmt::join(items, ", "));
  page.prose(std::string(indent, ' '), indent + 2, plain(text));
}

void add_hit(Page& page, const Hit& hit, std::size_t indent, const SearchTextOptions& options) {
  const StoredPassage& passage = hit.passage;
  const bool explain = options.explain == Explain::kYes;
  page.prose(fmt::format("{:<{}}", hit.rank, indent), indent,
             plain(title_text(passage.report.title), Role::kTitle));
  page.prose(indent, plain(dotted({passage.report.date, kind_text(passage),
                                   explain ? fmt::format("score {:.4f}", hit.score) : ""})));
  page.prose(std::string(indent, ' '), indent + 2,
             plain(section_path_text(passage.section), Role::kLocation));
  page.prose(indent + 2, hit_prose(hit, options.extent));
  add_aliases(page, indent, hit);
  add_sources(page, indent, passage);
  if (hit.stale) add_stale(page, indent);
  add_locator(page, indent, passage);
  add_link(page, indent, hit.anchors);
  if (explain) add_explanation(page, indent, hit);
}

std::string count_line(const SearchResult& result) {
  if (result.index.passages == 0) return "no passage matches: the index is empty";
  if (result.matches == 0) {
    return fmt::format("no passage matches (0 of {} in {})",
                       counted(result.index.passages, "passage"),
                       counted(result.index.reports, "report"));
  }
  std::string out = fmt::format("{}{} of {} {}", result.matches_exact ? "" : "about ",
                                result.matches, counted(result.index.passages, "passage"),
                                result.matches == 1 ? "matches" : "match");
  if (result.hits.empty()) {
    out += " · none shown";
  } else if (result.hits.size() == 1 && result.matches > 1) {
    out += fmt::format(" · showing {}", result.hits.front().rank);
  } else if (result.hits.size() < result.matches) {
    out += fmt::format(" · showing {}-{}", result.hits.front().rank, result.hits.back().rank);
  }
  return out + fmt::format(" · generation {}", result.index.generation);
}

void add_facets(Page& page, const SearchResult& result) {
  for (const auto& [facet, counts] : result.facets) {
    page.blank();
    page.line(0, Role::kTitle, fmt::format("by {}", to_string(facet)));
    if (counts.empty()) page.line(2, Role::kPlain, "none");
    for (const FacetCount& row : counts) {
      const std::string& name = row.words.empty() ? row.value : row.words;
      page.prose(fmt::format("{:>7}  ", row.count), 9, plain(name));
      if (&name == &row.words) page.line(9, Role::kFaint, escape_terminal(row.value));
    }
  }
}

// Title, date and publisher, file: the head of a passage or an outline.
void add_report_head(Page& page, const ReportInfo& report, std::string_view language) {
  page.prose(0, plain(title_text(report.title), Role::kTitle));
  page.prose(0,
             plain(dotted({report.date, report.publisher, report.author, std::string(language),
                           report.collection, fmt::format("{}", fmt::join(report.tags, ", "))})));
  page.line(0, Role::kFaint, shown_path(report.path, page.layout().base_dir));
}

void add_neighbour(Page& page, const StoredPassage& passage) {
  page.line(2, Role::kFaint, escape_terminal(passage.id));
  Prose text = plain(passage.text, Role::kFaint);
  page.prose(2, text);
}

void add_asked(Page& page, const PassageInContext& context) {
  const StoredPassage& passage = context.passages[context.asked];
  page.line(0, Role::kTitle, "> " + dotted({escape_terminal(passage.id), kind_text(passage)}));
  page.prose(2, plain(passage.text));
  add_sources(page, 2, passage);
  if (context.stale) add_stale(page, 2);
  if (context.changed.value_or(false)) {
    page.prose(2, plain("not the text that was cited", Role::kWarning));
  }
  if (!context.cited_as.empty()) {
    page.line(2, Role::kWarning, "moved: cited as " + escape_terminal(context.cited_as));
  }
  add_locator(page, 2, passage);
  add_link(page, 2, context.anchors);
  for (const std::string& permalink : context.cited_at) {
    page.line(2, Role::kWarning, "the cited text is at " + escape_terminal(permalink));
  }
}

// "7-2.1": the id without its report.
std::string_view locator_of(std::string_view passage_id) {
  const std::size_t hash = passage_id.find('#');
  return hash == std::string_view::npos ? passage_id : passage_id.substr(hash + 1);
}

// One line: its locator, its beginning, how many sources it cites.
void add_outline_passage(Page& page, std::size_t indent, const StoredPassage& passage) {
  const std::size_t sources = cited_sources(passage.citations).size();
  const std::string tail = sources == 0 ? "" : fmt::format("  ({})", counted(sources, "source"));
  std::string text = escape_terminal(locator_of(passage.id)) + "  ";
  const std::size_t taken = indent + display_width(text) + tail.size() + 1;
  const std::size_t left = page.layout().columns > taken + 16 ? page.layout().columns - taken : 16;
  const std::string prose = escape_prose(passage.text);
  const std::string_view shown = fit_width(prose, left);
  text += shown;
  if (shown.size() < prose.size()) text += "…";
  page.line(indent, Role::kPlain, text + tail);
}

}  // namespace

std::string search_text(const SearchResult& result, const SearchTextOptions& options) {
  Page page(options.layout);
  page.prose(0, {count_line(result), {}, Role::kFaint});
  if (options.explain == Explain::kYes) page.prose("", 2, plain("understood as: " + result.parsed));
  for (const std::string& ignored : result.ignored) {
    page.prose("", 2, plain("note: " + ignored, Role::kWarning));
  }
  if (result.suggestion) page.prose("", 2, plain("did you mean: " + *result.suggestion));
  const std::uint64_t last_rank = result.hits.empty() ? 0 : result.hits.back().rank;
  const std::size_t indent = fmt::formatted_size("{}", last_rank) + 2;
  for (const Hit& hit : result.hits) {
    page.blank();
    add_hit(page, hit, indent, options);
  }
  add_facets(page, result);
  return page.take();
}

std::string similar_text(const SimilarResult& result, const SearchTextOptions& options) {
  Page page(options.layout);
  const std::string like = " like " + escape_terminal(result.asked.id);
  if (result.hits.empty()) {
    page.prose(0, {"no passage is" + like, {}, Role::kFaint});
    return page.take();
  }
  page.prose(0, {counted(result.hits.size(), "passage") + like, {}, Role::kFaint});
  const std::size_t indent = fmt::formatted_size("{}", result.hits.back().hit.rank) + 2;
  const SimilarHit* before = nullptr;
  for (const SimilarHit& similar : result.hits) {
    page.blank();
    if (before == nullptr || before->same_report != similar.same_report) {
      page.line(0, Role::kTitle, similar.same_report ? "in the same report" : "in other reports");
      page.blank();
    }
    add_hit(page, similar.hit, indent, options);
    if (similar.near_duplicate) page.line(indent, Role::kWarning, "nearly the same text");
    before = &similar;
  }
  return page.take();
}

std::string passage_text(const PassageInContext& passage, const TextLayout& layout) {
  Page page(layout);
  add_report_head(page, passage.passages[passage.asked].report, "");
  std::string section;
  for (std::size_t i = 0; i < passage.passages.size(); ++i) {
    const StoredPassage& shown = passage.passages[i];
    page.blank();
    std::string its_section = section_path_text(shown.section);
    if (its_section != section) page.prose("", 2, plain(its_section, Role::kLocation));
    section = std::move(its_section);
    if (i == passage.asked) {
      add_asked(page, passage);
    } else {
      add_neighbour(page, shown);
    }
  }
  return page.take();
}

std::string outline_text(const ReportOutline& outline, const TextLayout& layout) {
  Page page(layout);
  const Report& report = outline.report;
  add_report_head(page, report_info(report), report.language);
  std::string example;
  std::uint64_t sections = 0;
  std::uint64_t passages = 0;
  std::uint64_t left_out = 0;
  for (const OutlineEntry& entry : outline.entries) {
    left_out += entry.left_out ? 1U : 0U;
    sections += entry.section ? 1U : 0U;
    passages += entry.passage ? 1U : 0U;
    if (entry.passage && example.empty()) example = entry.passage->id;
  }
  page.line(0, Role::kPlain,
            counted(sections, "heading") + ", " + counted(passages, "passage") +
                (left_out == 0 ? "" : ", " + counted(left_out, "line") + " left out (-)"));
  if (outline.stale) add_stale(page, 0);
  page.blank();
  for (const OutlineEntry& entry : outline.entries) {
    const std::size_t indent = entry.depth * 2;
    if (entry.left_out) page.prose("- ", 2, plain(entry.left_out->text, Role::kFaint));
    if (entry.section) {
      const Section& section = *entry.section;
      page.prose(
          std::string(indent, ' '), indent + 2,
          plain(heading({section.number, section.title, section.entity_type}), Role::kLocation));
    }
    if (entry.passage) add_outline_passage(page, indent + 2, *entry.passage);
  }
  if (!example.empty()) {
    page.blank();
    page.line(0, Role::kFaint, "a passage in full: ibid show '" + escape_terminal(example) + "'");
  }
  return page.take();
}

}  // namespace ibid
