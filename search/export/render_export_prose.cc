// SPDX-License-Identifier: GPL-2.0-or-later
//
// Citations in words: plain text, and Markdown footnotes that are ready to paste. A footnote's
// label is the passage's id, so that notes of several exports never collide.
#include <fmt/core.h>

#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "search/export/cited_work.h"
#include "search/export/export_fields.h"
#include "search/export/render_export.h"
#include "search/render/escape_markdown.h"
#include "search/render/escape_terminal.h"
#include "search/render/file_uri.h"

namespace ibid {
namespace {

using Look = StyledSpan::Look;

// For a span of a line: escape_markdown drops white space at the ends.
std::string markdown_span(std::string_view text) {
  const std::string_view bare = trim(text);
  if (bare.empty()) return std::string(text);
  const auto begin = static_cast<std::size_t>(bare.data() - text.data());
  return std::string(text.substr(0, begin)) + escape_markdown(bare) +
         std::string(text.substr(begin + bare.size()));
}

// <https://…>; percent-encodes what could end it.
std::string markdown_address(std::string_view url) {
  std::string out = "<";
  for (const char c : one_line(url)) {
    if (c == '<' || c == '>' || c == ' ' || c == '\\' || c == '`') {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + ">";
}

std::string markdown(const StyledText& text) {
  std::string out;
  std::string plain;  // since the last link or italics
  for (const StyledSpan& span : text) {
    const bool link = span.look == Look::kAddress && is_web_address(span.text);
    if (!link && span.look != Look::kItalic) {
      plain += span.text;
      continue;
    }
    out += markdown_span(std::exchange(plain, {}));
    out += link ? markdown_address(span.text) : "*" + markdown_span(span.text) + "*";
  }
  return out + markdown_span(plain);
}

std::string plain_text(const StyledText& text) {
  std::string out;
  for (const StyledSpan& span : text) out += span.text;
  return escape_prose(out);
}

// How words and ids stay text in a format.
struct Shown {
  std::string (*words)(std::string_view);
  std::string (*id)(std::string_view);
};

// What the report tells of the source, and its id in the way of the format.
std::string source_name(const StoredPassage& passage, std::string_view source, const Shown& shown) {
  const std::string told = one_line(told_of(find_named(passage.sources, source)));
  return told.empty() ? shown.id(source) : shown.words(told) + " (" + shown.id(source) + ")";
}

constexpr Shown kInMarkdown = {markdown_span, markdown_code};
constexpr Shown kInText = {escape_prose, escape_prose};

// "a, b": distinct, in the order of the text.
std::string source_names(const StoredPassage& passage, const Shown& shown) {
  std::set<std::string_view> seen;
  std::string out;
  for (const Citation& citation : passage.citations) {
    if (!seen.insert(citation.source).second) continue;
    if (!out.empty()) out += ", ";
    out += source_name(passage, citation.source, shown);
  }
  return out;
}

// A footnote label, which ends at "]" and has no white space.
std::string label_of(std::string_view id) {
  std::string out;
  for (const char c : one_line(id)) {
    out += c == ' ' || c == '[' || c == ']' || c == '^' || c == '`' || c == '\\' ? '-' : c;
  }
  return out;
}

class Markdown final : public ExportRenderer {
 public:
  Markdown(ExportWhat what, CitationStyle style) : what_(what), style_(style) {}

  void report(const ExportedReport& report, const WriteText& write) override {
    const CitedWork work = work_of(report);
    for_each_row(what_, report, [&](const ExportRow& row) { write(note(work, row)); });
  }

  std::string source(const SourceSummary& source) override {
    const CitedWork work = work_of(source);
    std::string out =
        "[^" + label_of(work.id) + "]: " + markdown(styled_citation(work, {}, style_));
    if (work.has_title && work.url != work.id) out += " " + markdown_code(work.id);
    return out + "\n";
  }

 private:
  std::string note(const CitedWork& work, const ExportRow& row) const {
    const StoredPassage& passage = *row.passage;
    std::string out = "[^" + label_of(passage.id);
    if (row.citation != nullptr) out += fmt::format("-{}", row.number);
    out += "]: " + markdown(styled_citation(work, place_of(row), style_)) + " " +
           markdown_code(passage.permalink);
    if (row.citation != nullptr) {
      out += " sentence " + std::to_string(row.citation->sentence) + ": " +
             source_name(passage, row.citation->source, kInMarkdown);
    } else if (!passage.citations.empty()) {
      out += " citing " + source_names(passage, kInMarkdown);
    }
    return out + "\n";
  }

  ExportWhat what_;
  CitationStyle style_;
};

class Text final : public ExportRenderer {
 public:
  Text(ExportWhat what, CitationStyle style) : what_(what), style_(style) {}

  void report(const ExportedReport& report, const WriteText& write) override {
    const CitedWork work = work_of(report);
    for_each_row(what_, report, [&](const ExportRow& row) { write(lines(work, row)); });
  }

  std::string source(const SourceSummary& source) override {
    const CitedWork work = work_of(source);
    return plain_text(styled_citation(work, {}, style_)) + "\n    " + escape_terminal(work.id) +
           "\n";
  }

 private:
  std::string lines(const CitedWork& work, const ExportRow& row) const {
    const StoredPassage& passage = *row.passage;
    std::string out = plain_text(styled_citation(work, place_of(row), style_)) + "\n    " +
                      escape_terminal(passage.permalink) + "\n";
    if (row.citation != nullptr) {
      out += fmt::format("    sentence {}: {}\n", row.citation->sentence,
                         source_name(passage, row.citation->source, kInText));
    } else if (!passage.citations.empty()) {
      out += "    citing " + source_names(passage, kInText) + "\n";
    }
    return out;
  }

  ExportWhat what_;
  CitationStyle style_;
};

}  // namespace

std::unique_ptr<ExportRenderer> export_markdown(ExportWhat what, CitationStyle style) {
  return std::make_unique<Markdown>(what, style);
}

std::unique_ptr<ExportRenderer> export_text(ExportWhat what, CitationStyle style) {
  return std::make_unique<Text>(what, style);
}

}  // namespace ibid
