// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/core.h>

#include <algorithm>

#include "corpus/text/code_points.h"
#include "corpus/text/display_width.h"
#include "search/audit/metrics.h"
#include "search/audit/render_audit.h"
#include "search/render/escape_terminal.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

// As much of the text as a reader needs to recognise it.
std::string start_of(const std::string& text) {
  constexpr std::size_t kBytes = 160;
  if (text.size() <= kBytes) return escape_prose(text);
  return escape_prose(text.substr(0, floor_boundary(text, kBytes))) + "…";
}

// "12:3, bytes 5-9", or "p. 7"; only the bytes if the file cannot be read; nothing for the whole
// report.
std::string spot_text(const FindingLocation& location) {
  if (const std::string place = place_words(location); !place.empty())
    return escape_terminal(place);
  const auto in_file = file_bytes(location);
  if (!in_file) return {};
  std::string bytes = fmt::format("bytes {}-{}", in_file->begin, in_file->end);
  if (location.line == 0) return bytes;
  return fmt::format("{}:{}, {}", location.line, location.column, bytes);
}

std::string location_text(const FindingLocation& location, const std::string& base_dir) {
  std::string text = shown_path(location.path, base_dir);
  if (location.line != 0) text += fmt::format(":{}:{}", location.line, location.column);
  return text;
}

const std::string& id_of(const FindingLocation& location) {
  return location.passage_id.empty() ? location.report_id : location.passage_id;
}

// "#2-1.1": the passage id without its report's, which is shown above.
std::string short_id(const FindingLocation& location) {
  const std::string& id = location.passage_id;
  const std::size_t rest = id.starts_with(location.report_id) ? location.report_id.size() : 0;
  return escape_terminal(id.substr(rest));
}

std::string label_of(const SectionTitle& section) {
  return escape_prose(section.number.empty() ? section.title
                                             : section.number + " " + section.title);
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

std::string padded_left(const std::string& text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return width < columns ? std::string(columns - width, ' ') + text : text;
}

std::string cell_text(const Metric& metric, const Attribution& a) {
  if (a.*metric.whole == 0) return "–";
  return fmt::format("{}/{} {:>4}", a.*metric.part, a.*metric.whole, percent_text(metric.share(a)));
}

std::string fitted(std::string text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  while (!text.empty() && display_width(text) >= columns) {
    std::size_t at = text.size();
    previous_code_point(text, at);
    text.resize(at);
  }
  return text + "…";
}

struct ShareRow {
  std::string label;  // escaped
  const Attribution& attribution;
};

// The metrics side by side if the page is wide enough, else each on its own line.
void add_table(const std::vector<ShareRow>& rows, Page& page) {
  constexpr std::size_t kIndent = 2, kLeastLabel = 10, kMostLabel = 30;
  std::vector<std::size_t> widths;
  std::size_t all = kIndent;
  for (const Metric& metric : attribution_metrics()) {
    std::size_t width = display_width(metric.head);
    for (const ShareRow& row : rows) {
      width = std::max(width, display_width(cell_text(metric, row.attribution)));
    }
    widths.push_back(width + 2);
    all += width + 2;
  }
  if (all + kLeastLabel > page.layout().columns) {
    for (const ShareRow& row : rows) {
      page.line(kIndent, Role::kPlain, fitted(row.label, page.layout().columns - kIndent));
      for (const Metric& metric : attribution_metrics()) {
        page.line(kIndent + 2, Role::kPlain,
                  padded(metric.head, 12) + cell_text(metric, row.attribution));
      }
    }
    return;
  }
  std::size_t label = kLeastLabel;
  for (const ShareRow& row : rows) label = std::max(label, display_width(row.label));
  label = std::min({label, page.layout().columns - all, kMostLabel});
  std::string head = padded("cited", label);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    head += padded_left(attribution_metrics()[i].head, widths[i]);
  }
  page.line(kIndent, Role::kFaint, head);
  for (const ShareRow& row : rows) {
    std::string text = padded(fitted(row.label, label), label);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      text += padded_left(cell_text(attribution_metrics()[i], row.attribution), widths[i]);
    }
    page.line(kIndent, Role::kPlain, text);
  }
}

class AuditText final : public AuditRenderer {
 public:
  AuditText(const TextLayout& layout, Sections sections) : layout_(layout), sections_(sections) {}

  std::string begin(const AuditHead& head) override {
    uncited_ = head.uncited;
    return {};
  }

  std::string report(const ReportAudit& audit) override {
    Page page(layout_);
    page.line(0, Role::kTitle, escape_terminal(audit.report.id));
    if (!audit.report.title.empty()) {
      page.prose(2, {escape_prose(audit.report.title), {}, Role::kPlain});
    }
    std::vector<ShareRow> rows = {{"report", audit.attribution}};
    if (sections_ == Sections::kYes) {
      for (const SectionAttribution& part : audit.sections) {
        rows.push_back({label_of(part.section), part.attribution});
      }
    }
    add_table(rows, page);
    add_sources(audit.attribution, page);
    add_findings(audit, page);
    page.blank();
    return page.take();
  }

  std::string end(const AuditTotals& totals) override {
    Page page(layout_);
    page.line(0, Role::kTitle,
              fmt::format("{}, {}", counted(totals.reports, "report"),
                          counted(totals.passages, "passage")));
    add_table({{"all", totals.attribution}}, page);
    add_sources(totals.attribution, page);
    for (const auto& [rule, count] : totals.by_rule) {
      page.line(2, Role::kPlain, fmt::format("{:>6}  {}", count, rule));
    }
    std::string sum =
        fmt::format("{}, {}, {}", counted(totals.errors, "error"),
                    counted(totals.warnings, "warning"), counted(totals.notes, "note"));
    if (totals.accepted > 0) sum += fmt::format(", {} accepted", totals.accepted);
    page.prose(0, {sum, {}, Role::kTitle});
    if (totals.in_part > 0) page.prose(0, {in_part_text(totals), {}, Role::kWarning});
    const std::string unaccused = unaccused_text(totals, uncited_);
    if (!unaccused.empty()) page.prose(0, {unaccused, {}, Role::kWarning});
    if (!totals.complete) {
      page.prose(0, {"stopped before the last report", {}, Role::kWarning});
    }
    if (totals.last_generation != totals.index.generation) {
      page.prose(0, {fmt::format("the index changed meanwhile, from generation {} to {}",
                                 totals.index.generation, totals.last_generation),
                     {},
                     Role::kWarning});
    }
    return page.take();
  }

 private:
  static void add_sources(const Attribution& a, Page& page) {
    if (a.citations == 0) return;
    std::string text =
        fmt::format("{} of {}, {:.1f} a passage", counted(a.citations, "citation"),
                    counted(a.distinct_sources, "source"), sources_per_passage(a).value_or(0));
    if (!a.largest_source_id.empty()) {
      const std::string id = escape_terminal(a.largest_source_id);
      text += fmt::format("; most of all {} in {}",
                          a.largest_source_told.empty()
                              ? id
                              : escape_prose(a.largest_source_told) + " [" + id + "]",
                          counted(a.largest_source, "passage"));
    }
    page.prose(2, {text, {}, Role::kPlain});
  }

  // Groups the findings of one passage or heading below its location.
  void add_findings(const ReportAudit& audit, Page& page) const {
    std::uint64_t accepted = 0;
    const FindingLocation* last = nullptr;
    for (const Finding& finding : audit.findings) {
      if (finding.accepted) {
        ++accepted;
        continue;
      }
      const bool same = last != nullptr && !last->passage_id.empty() &&
                        last->passage_id == finding.location.passage_id;
      if (!same) {
        page.blank();
        page.line(2, Role::kLocation, heading_of(finding.location));
      }
      add(finding, same && last->bytes == finding.location.bytes, page);
      last = &finding.location;
    }
    if (accepted > 0) {
      page.blank();
      page.line(2, Role::kFaint, fmt::format("{} accepted", accepted));
    }
  }

  std::string heading_of(const FindingLocation& location) const {
    const std::string at = location_text(location, layout_.base_dir);
    return location.passage_id.empty() ? at : at + "  " + short_id(location);
  }

  static void add(const Finding& finding, bool same_text, Page& page) {
    const Role role = finding.level == FindingLevel::kNote ? Role::kFaint : Role::kWarning;
    page.prose("    ", 6,
               {fmt::format("{} {}: {}", to_string(finding.level), finding.rule->id,
                            escape_prose(finding.message)),
                {},
                role});
    if (!same_text) add_excerpt(6, "", finding.location, page);
    for (const FindingLocation& other : finding.related) {
      add_excerpt(8, "beside " + escape_terminal(id_of(other)), other, page);
    }
  }

  static void add_excerpt(std::size_t indent, std::string head, const FindingLocation& location,
                          Page& page) {
    const std::string spot = spot_text(location);
    if (!head.empty() && !spot.empty()) head += ", ";
    head += spot;
    const std::string text = start_of(location.excerpt);
    if (head.empty() && text.empty()) return;
    if (!head.empty() && !text.empty()) head += ": ";
    page.prose(indent, {head + text, {}, Role::kPlain});
  }

  TextLayout layout_;
  Sections sections_;
  AuditOptions::Uncited uncited_ = AuditOptions::Uncited::kNoted;
};

}  // namespace

std::unique_ptr<AuditRenderer> audit_text(const TextLayout& layout, Sections sections) {
  return std::make_unique<AuditText>(layout, sections);
}

std::string unaccused_text(const AuditTotals& totals, AuditOptions::Uncited uncited) {
  if (totals.without_citations == 0 && totals.few_citations == 0) return {};
  const std::string reports = counted(totals.reports, "report");
  std::string which;
  if (totals.without_citations > 0) {
    which = fmt::format("no citations recognised in {} of {}", totals.without_citations, reports);
    if (totals.few_citations > 0) which += fmt::format(", and few in {}", totals.few_citations);
  } else {
    which = fmt::format("few citations in {} of {}", totals.few_citations, reports);
  }
  return fmt::format("{}{}", which,
                     uncited == AuditOptions::Uncited::kAccused
                         ? ""
                         : ": nothing in them is called uncited (--citations-expected does)");
}

std::string in_part_text(const AuditTotals& totals) {
  if (totals.in_part == 0) return {};
  return fmt::format(
      "of {} of {} only a part matches: rules on a report as a whole were left out for {}",
      totals.in_part, counted(totals.reports, "report"), totals.in_part == 1 ? "it" : "them");
}

std::string rules_text(const TextLayout& layout) {
  Page page(layout);
  for (const Rule& rule : audit_rules()) {
    page.line(0, Role::kTitle, fmt::format("{} ({})", rule.id, to_string(rule.level)));
    page.prose(2, {rule.meaning, {}, Role::kPlain});
    page.prose(2, {fmt::format("example: {}", rule.example), {}, Role::kPlain});
    page.prose(2, {fmt::format("to fix: {}", rule.remedy), {}, Role::kPlain});
  }
  return page.take();
}

}  // namespace ibid
