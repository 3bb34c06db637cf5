// SPDX-License-Identifier: GPL-2.0-or-later
//
// The page is written as the audit proceeds. Its totals come last; CSS shows them first.
#include <fmt/core.h>

#include <array>

#include "corpus/text/code_points.h"
#include "search/audit/metrics.h"
#include "search/audit/render_audit.h"
#include "search/render/escape_markup.h"
#include "search/render/file_uri.h"
#include "search/render/html_page.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

std::string level_chip(std::string_view level, std::string_view text) {
  return fmt::format("<span class=\"level {}\">{}</span>", level, text);
}

std::string checkbox(std::string_view id, std::string_view label, bool checked) {
  return fmt::format("<label><input type=\"checkbox\" id=\"show-{}\"{}> {}</label>\n", id,
                     checked ? " checked" : "", label);
}

// Hides rows with an unticked box: a filter without a script.
std::string filter_style() {
  std::string out;
  for (const char* level : {"error", "warning", "note", "accepted"}) {
    out += fmt::format("body:has(#show-{0}:not(:checked)) .row-{0}{{display:none}}\n", level);
  }
  for (const Rule& rule : audit_rules()) {
    out += fmt::format("body:has(#show-{0}:not(:checked)) .row-{0}{{display:none}}\n", rule.id);
  }
  return out;
}

std::string filters() {
  std::string out = "<div id=\"filters\">\n";
  out += checkbox("error", "errors", true) + checkbox("warning", "warnings", true) +
         checkbox("note", "notes", true) + checkbox("accepted", "accepted", false);
  out += "<details><summary>rules</summary><div class=\"rules\">\n";
  for (const Rule& rule : audit_rules()) out += checkbox(rule.id, rule.id, true);
  return out + "</div></details>\n</div>\n";
}

std::string shares_head(std::string_view of_what) {
  std::string out = fmt::format("<table class=\"shares\"><thead><tr><th scope=\"col\">{}</th>",
                                escape_html(of_what));
  for (const Metric& metric : attribution_metrics()) {
    out += fmt::format("<th scope=\"col\" title=\"{}\">{}</th>", escape_html(metric.meaning),
                       escape_html(metric.name));
  }
  return out + "</tr></thead><tbody>\n";
}

std::string share_cell(const Metric& metric, const Attribution& a) {
  const auto share = metric.share(a);
  std::string out = fmt::format("<td data-head=\"{}\"><span class=\"percent\">{}",
                                escape_html(metric.name), percent_text(share));
  if (!share) return out + "</span></td>";
  return out + fmt::format(
                   "</span> <span class=\"faint\">{} of {}</span>"
                   "<svg class=\"bar\" aria-hidden=\"true\"><rect width=\"{:.1f}%\" "
                   "height=\"100%\"/></svg></td>",
                   a.*metric.part, a.*metric.whole, *share * 100);
}

std::string share_row(std::string_view label, const Attribution& a) {
  std::string out =
      fmt::format("<tr><th scope=\"row\"{}>{}</th>", html_lang(label), escape_html(label));
  for (const Metric& metric : attribution_metrics()) out += share_cell(metric, a);
  return out + "</tr>\n";
}

std::string sources_line(const Attribution& a) {
  std::string out = fmt::format("<p class=\"faint\">{} of {}", counted(a.citations, "citation"),
                                counted(a.distinct_sources, "source"));
  if (const auto mean = sources_per_passage(a)) out += fmt::format(", {:.1f} a passage", *mean);
  if (!a.largest_source_id.empty()) {
    const std::string& told = a.largest_source_told;
    out += fmt::format("; most of all {}<code>{}</code> in {}",
                       told.empty()
                           ? std::string()
                           : fmt::format("<span{}>{}</span> ", html_lang(told), escape_html(told)),
                       escape_html(a.largest_source_id), counted(a.largest_source, "passage"));
  }
  return out + "</p>\n";
}

struct LevelCounts {
  std::uint64_t errors = 0, warnings = 0, notes = 0, accepted = 0;
};

std::string count_chips(const LevelCounts& counts) {
  std::string out = "<span class=\"counts\">";
  if (counts.errors > 0) out += level_chip("error", counted(counts.errors, "error"));
  if (counts.warnings > 0) out += level_chip("warning", counted(counts.warnings, "warning"));
  if (counts.notes > 0) out += level_chip("note", counted(counts.notes, "note"));
  if (counts.accepted > 0) {
    out += level_chip("accepted", std::to_string(counts.accepted) + " accepted");
  }
  return out + "</span>";
}

LevelCounts count_levels(const std::vector<Finding>& findings) {
  LevelCounts out;
  for (const Finding& finding : findings) {
    ++(finding.accepted                          ? out.accepted
       : finding.level == FindingLevel::kError   ? out.errors
       : finding.level == FindingLevel::kWarning ? out.warnings
                                                 : out.notes);
  }
  return out;
}

class AuditHtml final : public AuditRenderer {
 public:
  std::string begin(const AuditHead& head) override {
    head_ = head;
    std::string out = html_page_head("Audit of attribution", filter_style());
    out += "<header><h1>Audit of attribution</h1>\n<p class=\"faint\">";
    if (!head.paths.empty()) {
      out += "Reports of";
      for (const std::string& path : head.paths) {
        const std::string shown = shown_path(path, head.base_dir);
        out += fmt::format(" <code{}>{}</code>", html_lang(shown), escape_html(shown));
      }
    } else if (head.query.empty()) {
      out += "All reports of an index";
    } else {
      out += fmt::format("Passages that match <code{}>{}</code>", html_lang(head.query),
                         escape_html(head.query));
    }
    out += fmt::format(", by {} {}. Nothing here judges whether a source supports a sentence.</p>",
                       escape_html(head.program), escape_html(head.version));
    return out + "</header>\n<main>\n" + filters() + "<div id=\"reports\">\n";
  }

  std::string report(const ReportAudit& audit) override {
    const std::string& title = audit.report.title.empty() ? audit.report.id : audit.report.title;
    const LevelCounts counts = count_levels(audit.findings);
    const bool open = counts.errors + counts.warnings + counts.notes > 0;
    std::string out =
        fmt::format("<article id=\"{}\"><details{}><summary><h2{}>{}</h2> {}</summary>\n",
                    percent_encode_path(audit.report.id), open ? " open" : "", html_lang(title),
                    escape_html(title), count_chips(counts));
    out += "<p class=\"faint\">";
    for (const std::string* part :
         {&audit.report.date, &audit.report.author, &audit.report.publisher}) {
      if (!part->empty()) out += escape_html(*part) + " · ";
    }
    out += fmt::format("{} · {}", escape_html(audit.report.id),
                       html_file_name(shown_path(audit.report.path, head_.base_dir)));
    if (is_web_address(audit.report.url)) {
      out += fmt::format(" · <a rel=\"noreferrer\" href=\"{0}\">{0}</a>",
                         escape_html(audit.report.url));
    }
    out += "</p>\n";
    out += shares_head("Section") + share_row("Whole report", audit.attribution);
    for (const SectionAttribution& part : audit.sections) {
      out +=
          share_row(part.section.number.empty() ? part.section.title
                                                : part.section.number + ". " + part.section.title,
                    part.attribution);
    }
    out += "</tbody></table>\n" + sources_line(audit.attribution);
    if (!audit.findings.empty()) {
      out +=
          "<table class=\"findings\"><thead><tr><th scope=\"col\">Rule</th>"
          "<th scope=\"col\">Finding</th><th scope=\"col\">Place</th></tr></thead><tbody>\n";
      for (const Finding& finding : audit.findings) out += row(finding);
      out += "</tbody></table>\n";
    }
    return out + "</details></article>\n";
  }

  std::string end(const AuditTotals& totals) override {
    std::string out = "</div>\n<section id=\"totals\">\n<p>" +
                      fmt::format("{}, {} ", counted(totals.reports, "report"),
                                  counted(totals.passages, "passage")) +
                      count_chips({totals.errors, totals.warnings, totals.notes, totals.accepted}) +
                      "</p>\n";
    for (const std::string& text : {in_part_text(totals), unaccused_text(totals, head_.uncited)}) {
      if (!text.empty()) out += fmt::format("<p class=\"warning\">{}</p>\n", escape_html(text));
    }
    if (!totals.complete) out += "<p class=\"warning\">Stopped before the last report.</p>\n";
    if (totals.last_generation != totals.index.generation) {
      out += fmt::format(
          "<p class=\"warning\">The index changed meanwhile, from generation {} to {}.</p>\n",
          totals.index.generation, totals.last_generation);
    }
    out += shares_head("Cite a source") + share_row("All of them", totals.attribution) +
           "</tbody></table>\n" + sources_line(totals.attribution) + rule_table(totals);
    return out + "</section>\n</main>\n<footer>" + metrics_note() + "</footer>\n</body>\n</html>\n";
  }

 private:
  // Where it is, for somebody who has not the files: section, and the name of the file as text.
  std::string location_cell(const FindingLocation& location) const {
    std::string out;
    if (const std::string section = section_path_text(location.context->section);
        !section.empty()) {
      out += fmt::format("<span{}>{}</span><br>", html_lang(section), escape_html(section));
    }
    std::string shown = shown_path(location.path, head_.base_dir);
    if (location.line != 0) shown += fmt::format(":{}:{}", location.line, location.column);
    out += html_file_name(shown);
    if (const std::string place = place_words(location); !place.empty()) {
      out += fmt::format("<br><span{}>{}</span>", html_lang(place), escape_html(place));
    }
    if (const auto bytes = file_bytes(location)) {
      out += fmt::format("<br><span class=\"faint\">bytes {}–{}</span>", bytes->begin, bytes->end);
    }
    const std::string& link = location.permalink.empty() ? location.passage_id : location.permalink;
    if (!link.empty()) {
      out += fmt::format("<br><code>ibid show {}</code>", escape_html(shell_word(link)));
    }
    return out;
  }

  // The passage with the part that the finding is about marked, and the sources that it cites; of
  // other places, the text there.
  static std::string excerpt(const FindingLocation& location) {
    const std::string_view text = location.context->text;
    const ByteRange part = location.part;
    if (text.empty() || part.end > text.size()) {
      if (location.excerpt.empty()) return {};
      return fmt::format("<blockquote{}>{}</blockquote>", html_lang(location.excerpt),
                         escape_html(location.excerpt));
    }
    const bool whole = part.size() == text.size();
    std::string out = fmt::format("<blockquote{}>", html_lang(text));
    out += whole ? escape_html(text)
                 : fmt::format("{}<mark>{}</mark>{}", escape_html(text.substr(0, part.begin)),
                               escape_html(slice(text, part)), escape_html(text.substr(part.end)));
    out += "</blockquote>";
    if (location.context->sources.empty()) return out;
    out += "<p class=\"faint\">the passage cites ";
    for (const std::string& source : location.context->sources) {
      out += fmt::format("{}<span{}>{}</span>",
                         &source == &location.context->sources.front() ? "" : "; ",
                         html_lang(source), escape_html(source));
    }
    return out + "</p>";
  }

  std::string row(const Finding& finding) const {
    const std::string level = to_string(finding.level);
    const std::string shown = finding.accepted ? "accepted" : level;
    std::string out = fmt::format(
        "<tr id=\"{0}\" class=\"row-{1} row-{2}\"><td class=\"rule\">{3}<br><a "
        "href=\"#rule-{2}\">{2}</a></td><td><span{4}>{5}</span>{6}",
        finding.fingerprint, shown, finding.rule->id,
        level_chip(shown, finding.accepted ? level + ", accepted" : level),
        html_lang(finding.message), escape_html(finding.message), excerpt(finding.location));
    for (const FindingLocation& other : finding.related) {
      out += "<div class=\"beside\"><span class=\"faint\">beside</span> " + location_cell(other) +
             excerpt(other) + "</div>";
    }
    return out + "</td><td class=\"place\">" + location_cell(finding.location) + "</td></tr>\n";
  }

  static std::string rule_table(const AuditTotals& totals) {
    std::string out =
        "<details><summary>Findings by rule, and how to fix them</summary>\n"
        "<table><thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Findings</th>"
        "<th scope=\"col\">Meaning</th><th scope=\"col\">To fix</th></tr></thead><tbody>\n";
    for (const Rule& rule : audit_rules()) {
      const auto count = totals.by_rule.find(rule.id);
      out += fmt::format(
          "<tr id=\"rule-{0}\"><td class=\"rule\">{1} {0}</td><td>{2}</td><td>{3}</td>"
          "<td>{4}</td></tr>\n",
          rule.id, level_chip(to_string(rule.level), to_string(rule.level)),
          counted(count == totals.by_rule.end() ? 0 : count->second, "finding"),
          escape_html(rule.meaning), escape_html(rule.remedy));
    }
    return out + "</tbody></table></details>\n";
  }

  static std::string metrics_note() {
    std::string out;
    for (const Metric& metric : attribution_metrics()) {
      out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", escape_html(metric.name),
                         escape_html(metric.meaning));
    }
    return out + ".";
  }

  AuditHead head_;
};

}  // namespace

std::unique_ptr<AuditRenderer> audit_html() { return std::make_unique<AuditHtml>(); }

}  // namespace ibid
