// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/bundle_page.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "search/render/escape_markup.h"
#include "search/render/file_uri.h"
#include "search/render/html_page.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

constexpr char kStyle[] = R"css(
body{max-width:50rem;line-height:1.6}
main{display:block}
h2{display:block}
pre{padding:.5rem .75rem;background:var(--quote);border-radius:.25rem;white-space:pre-wrap}
.faint{margin:.25rem 0}
article{padding:1rem 0}
article:target{outline:2px solid var(--link);outline-offset:.25rem}
blockquote{margin:.75rem 0;padding:.5rem .9rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:.5rem 0;font-size:.875rem}
dt{color:var(--faint)}
dd{margin:0}
ul{margin:0;padding-left:1.1rem}
li+li{margin-top:.25rem}
footer{color:inherit;font-size:1rem}
@media (max-width:36rem){dl{grid-template-columns:1fr}dd{margin:0 0 .35rem}}
@media print{article{break-inside:avoid}}
)css";

std::string row(std::string_view name, const std::string& html) {
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html);
}

std::string code(std::string_view text) { return "<code>" + escape_html(text) + "</code>"; }

std::string title_of(const BundleReport& report) {
  return report.info.title.empty() ? report.info.id : report.info.title;
}

std::string web_link(std::string_view url, std::string_view text) {
  if (!is_web_address(url)) return escape_html(text);
  return fmt::format("<a rel=\"noreferrer\" href=\"{}\">{}</a>", escape_html(url),
                     escape_html(text));
}

std::string file_link(std::string_view file) {
  return fmt::format("<a href=\"{}\">{}</a>", escape_html(percent_encode_path(file)),
                     escape_html(file));
}

std::string section_text(const BundlePassage& passage) {
  std::string out;
  for (const SectionTitle& section : passage.section) {
    if (!out.empty()) out += " › ";
    out += section.number + (section.number.empty() || section.title.empty() ? "" : " ") +
           section.title;
    if (!section.entity_type.empty()) out += " [" + section.entity_type + "]";
  }
  return out;
}

std::string sources_html(const BundlePassage& passage) {
  if (passage.citations.empty()) return "cites no source";
  std::string out = "<ul>";
  for (const Citation& citation : passage.citations) {
    const std::string told = told_of(find_named(passage.sources, citation.source));
    out += fmt::format(
        "<li>{}{} <span class=\"faint\">(sentence {}{})</span></li>",
        told.empty() ? std::string()
                     : fmt::format("<span{}>{}</span><br>", html_lang(told), escape_html(told)),
        code(citation.source), citation.sentence,
        citation.form == Citation::Form::kMalformed ? ", malformed" : "");
  }
  return out + "</ul>";
}

std::string file_rows(const BundlePassage& passage, const BundleReport& report, BundleMode mode) {
  const std::string& file = mode == BundleMode::kReports ? report.file : passage.file;
  const std::string place =
      fmt::format("bytes {} to {} of ", passage.bytes.begin, passage.bytes.end);
  return (mode == BundleMode::kReports
              ? row("File", place + file_link(file))
              : row("File", file_link(file) + ", " + place + code(report.file_name))) +
         row("SHA-256", code(passage.sha256) + " of these bytes");
}

// Where an extracted passage is: in the file, as exactly as its anchor says, and in the text.
std::string extracted_rows(const BundlePassage& passage, const BundleReport& report,
                           BundleMode mode) {
  const BundleAnchor& anchor = *passage.anchor;
  std::string place = escape_html(place_words(anchor));
  if (anchor.grade != AnchorGrade::kPage) {
    for (const BundlePlace& one : anchor.places) {
      place += fmt::format("{}bytes {} to {}", place.empty() ? "" : ", ", one.bytes.begin,
                           one.bytes.end);
    }
  }
  if (!place.empty()) place += " of ";
  const bool whole = mode == BundleMode::kReports;
  std::string out = row("File", place + (whole ? file_link(report.file) : code(report.file_name)));
  const std::string range =
      fmt::format("bytes {} to {} of the text", passage.bytes.begin, passage.bytes.end);
  out += row("Text", whole ? fmt::format("{} {}", range, file_link(report.text_file))
                           : fmt::format("{}, {}", file_link(passage.file), range));
  return out + row("SHA-256", code(passage.sha256) + " of these bytes of the text");
}

std::string passage_html(const BundlePassage& passage, const BundleReport& report,
                         BundleMode mode) {
  const std::string title = title_of(report);
  std::string out = fmt::format("<article id=\"{}\">\n<h2{}>{}</h2>\n<p class=\"faint\">",
                                escape_html(percent_encode_path(passage.id)), html_lang(title),
                                escape_html(title));
  std::string told;
  for (const std::string* part : {&report.info.date, &report.info.publisher, &report.info.author}) {
    if (!part->empty()) told += (told.empty() ? "" : " · ") + *part;
  }
  out += escape_html(told);
  const std::string section = section_text(passage);
  out += fmt::format("</p>\n<p class=\"faint\"{}>{}</p>\n<blockquote{}>{}</blockquote>\n<dl>\n",
                     html_lang(section), escape_html(section), html_lang(passage.text),
                     escape_html(passage.text));
  out += row("Sources", sources_html(passage));
  if (!passage.label.empty()) out += row("Label", escape_html(passage.label));
  out += row("Permalink", code(passage.permalink));
  out += passage.anchor ? extracted_rows(passage, report, mode) : file_rows(passage, report, mode);
  if (!report.info.url.empty()) out += row("Published", web_link(report.info.url, report.info.url));
  if (!passage.link.empty()) out += row("On the web", web_link(passage.link, "the passage"));
  return out + "</dl>\n</article>\n";
}

std::string extraction_html(const BundleReport& report) {
  if (!report.info.extraction) return {};
  return fmt::format("<br>text extracted by {}, SHA-256 {}",
                     escape_html(report.info.extraction->reader),
                     code(report.info.extraction->text_sha256));
}

std::string reports_html(const BundleManifest& manifest) {
  std::string out = "<ul>";
  for (const BundleReport& report : manifest.reports) {
    out += fmt::format(
        "<li><span{}>{}</span><br><span class=\"faint\">{} · {} bytes<br>SHA-256 {}{}</span></li>",
        html_lang(title_of(report)), escape_html(title_of(report)), escape_html(report.file_name),
        report.size, code(report.info.sha256), extraction_html(report));
  }
  return out + "</ul>";
}

// "India: 인도, Republic of India; Russia: 러시아"
std::string names_html(const std::vector<AliasMatch>& names) {
  std::string out;
  for (const AliasMatch& name : names) {
    const bool same_word = &name != &names.front() && (&name - 1)->query_word == name.query_word;
    if (same_word) {
      out += ", ";
    } else {
      out += (out.empty() ? "" : "; ") + escape_html(name.query_word) + ": ";
    }
    out += fmt::format("<span{}>{}</span>", html_lang(name.alias), escape_html(name.alias));
  }
  return out;
}

std::string head_rows(const BundleManifest& manifest) {
  const BundleIndex& index = manifest.index;
  std::string out = "<dl>\n";
  if (manifest.query) {
    const BundleQuery& query = *manifest.query;
    out += row("Query",
               fmt::format("<code{}>{}</code>", html_lang(query.text), escape_html(query.text)));
    out += row("Understood as",
               fmt::format("<code{}>{}</code>, {}{} match{}", html_lang(query.parsed),
                           escape_html(query.parsed), query.matches_exact ? "" : "about ",
                           query.matches, query.matches == 1 ? "" : "es"));
    if (!query.names.empty()) out += row("Also searched for", names_html(query.names));
  }
  out += row("Index", fmt::format("generation {}, {} in {}, analysed by {}", index.generation,
                                  counted(index.passages, "passage"),
                                  counted(index.reports, "report"), escape_html(index.analyzer)));
  out +=
      row("Made by", fmt::format("{}, from an index made by {} ({})", escape_html(manifest.program),
                                 escape_html(index.created_by), escape_html(index.storage)));
  out += row("Reports", reports_html(manifest));
  return out + "</dl>\n";
}

bool has_extraction(const BundleManifest& manifest) {
  return std::ranges::any_of(manifest.reports,
                             [](const BundleReport& report) { return !!report.info.extraction; });
}

// A command that shows the first passage's bytes, for those without ibid.
std::string check_html(const BundleManifest& manifest) {
  std::string out =
      "<footer>\n<h2>To check it</h2>\n<p>With ibid, check everything: every byte, hash, range and "
      "quotation. Without it, check the hashes of all files.</p>\n<pre>ibid check-bundle FILE.zip\n"
      "sha256sum -c SHA256SUMS";
  if (manifest.mode == BundleMode::kReports && !manifest.passages.empty()) {
    const BundlePassage& first = manifest.passages.front();
    for (const BundleReport& report : manifest.reports) {
      if (report.info.id != first.report) continue;
      out += fmt::format("\ntail -c +{} '{}' | head -c {} | sha256sum", first.bytes.begin + 1,
                         escape_html(first.anchor ? report.text_file : report.file),
                         first.bytes.size());
    }
  }
  out += "</pre>\n";
  if (has_extraction(manifest)) {
    out +=
        "<p>The text of a report that is not a text file was extracted from it by a "
        "reader. To prove that the file says this text, look at the file, or read it again: "
        "<code>ibid check-bundle --reread FILE.zip</code></p>\n";
  }
  return out +
         "<p class=\"faint\">The hashes show that nothing has changed since the bundle was "
         "made, not who made it: keep the bundle's own SHA-256 elsewhere. Nothing here judges "
         "whether a passage is true or whether its source supports it.</p>\n</footer>\n";
}

}  // namespace

std::string bundle_page(const BundleManifest& manifest) {
  const std::string title =
      fmt::format("Evidence: {} of {}", counted(manifest.passages.size(), "passage"),
                  counted(manifest.reports.size(), "report"));
  std::string out = html_page_head(title, kStyle) + fmt::format("<header>\n<h1>{}</h1>\n", title);
  out += head_rows(manifest) + "</header>\n<main>\n";
  std::map<std::string_view, const BundleReport*> reports;
  for (const BundleReport& report : manifest.reports) reports.emplace(report.info.id, &report);
  for (const BundlePassage& passage : manifest.passages) {
    const auto report = reports.find(passage.report);
    if (report != reports.end()) out += passage_html(passage, *report->second, manifest.mode);
  }
  return out + "</main>\n" + check_html(manifest) + "</body>\n</html>\n";
}

}  // namespace ibid
