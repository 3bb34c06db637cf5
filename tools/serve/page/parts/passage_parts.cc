// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/parts/passage_parts.h"

#include <algorithm>
#include <optional>

#include "search/export/citation_style.h"
#include "tools/serve/page/parts/part_words.h"

namespace ibid {
namespace {

// Of passages of the body nothing is said.
const Wording* kind_words(PassageKind kind) {
  switch (kind) {
    case PassageKind::kBody:
      return nullptr;
    case PassageKind::kSummary:
      return &part_words::kKindSummary;
    case PassageKind::kConclusion:
      return &part_words::kKindConclusion;
    case PassageKind::kGlossary:
      return &part_words::kKindGlossary;
    case PassageKind::kSource:
      return &part_words::kKindSource;
    case PassageKind::kNote:
      return &part_words::kKindNote;
  }
  return nullptr;
}

// Marks within `part`, as ranges of the part alone.
std::vector<ByteRange> marks_in(const std::vector<ByteRange>& marks, ByteRange part) {
  std::vector<ByteRange> out;
  for (const ByteRange& mark : marks) {
    const std::uint64_t begin = std::clamp(mark.begin, part.begin, part.end);
    const std::uint64_t end = std::clamp(mark.end, begin, part.end);
    if (begin < end) out.push_back({begin - part.begin, end - part.begin});
  }
  return out;
}

}  // namespace

const std::string& title_of(const ReportInfo& report) {
  return report.title.empty() ? report.id : report.title;
}

std::string section_words(const StoredPassage& passage) {
  std::string out;
  for (const SectionTitle& section : passage.section) {
    if (!out.empty()) out += " › ";
    out += section.number;
    if (!section.number.empty() && !section.title.empty()) out += ' ';
    out += section.title;
  }
  return out;
}

HtmlAttribute lang_of(const PageVisit& visit, const StoredPassage& passage) {
  if (passage.language == language_tag(visit.language())) return {};
  if (passage.language == "ko") return {"lang", "ko"};
  if (passage.language == "en") return {"lang", "en"};
  return {};
}

void write_where(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage) {
  html.open("p", {{"class", "where"}});
  bool first = true;
  const auto part = [&](std::string_view text) {
    if (text.empty()) return;
    if (!first) html.text(" · ");
    first = false;
    html.element("span", {visit.lang_of(text)}, text);
  };
  part(passage.report.date);
  part(passage.report.publisher.empty() ? passage.report.author : passage.report.publisher);
  part(section_words(passage));
  part(origin_words(passage));
  if (const Wording* kind = kind_words(passage.kind)) part(visit.say(*kind));
  html.close();
}

void write_snippet(HtmlWriter& html, const Hit& hit) {
  const std::string& text = hit.passage.text;
  std::vector<ByteRange> parts = hit.snippet;
  if (parts.empty()) parts = {{0, text.size()}};
  const std::string& label = hit.passage.origin.label;
  if (!label.empty() && parts.front().begin == 0) html.text(label + " ");
  for (const ByteRange& part : parts) {
    if (part.begin > 0) html.text(part.begin == parts.front().begin ? "… " : " … ");
    html.marked(std::string_view(text).substr(part.begin, part.end - part.begin),
                marks_in(hit.highlights, part));
  }
  if (parts.back().end < text.size()) html.text(" …");
}

std::vector<CitedOnce> cited_once(const std::vector<Citation>& citations) {
  std::vector<CitedOnce> out;
  for (const Citation& citation : citations) {
    const bool known = std::ranges::any_of(
        out, [&](const CitedOnce& other) { return other.source == citation.source; });
    if (!known) out.push_back({citation.source, citation.form});
  }
  return out;
}

void write_source(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                  const CitedOnce& cited) {
  const std::string told = told_of(find_named(passage.sources, cited.source));
  const std::string shown = told.empty() ? source_words(passage, cited.source) : told;
  // A number without an entry names no source that has a page.
  if (cited.form == Citation::Form::kMissing) {
    html.text(shown);
  } else {
    html.link(visit.source_address(cited.source), shown, {visit.lang_of(shown)});
  }
  if (cited.form == Citation::Form::kMissing || cited.form == Citation::Form::kMalformed) {
    const bool missing = cited.form == Citation::Form::kMissing;
    html.text(" ").element("span", {{"class", "badge warning"}},
                           visit.say(missing ? part_words::kNoEntry : part_words::kMalformedId));
  }
}

std::string citation_line(const StoredPassage& passage) {
  const CitedWork work = work_of(ExportedReport{passage.report, passage.language, {passage}});
  std::string out;
  for (const StyledSpan& span : styled_citation(work, cited_place(passage), CitationStyle::kNote)) {
    out += span.text;
  }
  return out;
}

}  // namespace ibid
