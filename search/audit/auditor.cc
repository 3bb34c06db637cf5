// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/auditor.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/source_places.h"
#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"
#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/audit/attribution.h"
#include "search/audit/rules/rule_groups.h"
#include "search/index/reports/report_names.h"
#include "search/index/reports/report_walk.h"
#include "search/open/open_index_internals.h"
#include "search/passages/file_lines.h"
#include "search/query/query.h"

namespace ibid {
namespace {

void check_rules(const std::vector<std::string>& rules) {
  for (const std::string& id : rules) {
    if (find_rule(id) != nullptr) continue;
    throw Error(ErrorKind::kUsage,
                "there is no rule \"" + id + "\"; ibid audit --rules list names them all");
  }
}

using TakeField = std::function<void(const QueryNode&)>;

void each_report_field(const QueryNode& node, const TakeField& take) {
  if (node.type == QueryNode::Type::kField && node.field == Field::kReport) take(node);
  for (const Clause& clause : node.clauses) each_report_field(*clause.node, take);
  for (const QueryNodePtr& child : node.children) each_report_field(*child, take);
}

// A report's file as it is now.
struct ReadFile {
  explicit ReadFile(const ReportInfo& report)
      : bytes(read_file(report.path)), lines(bytes, report.encoding), encoding(report.encoding) {}

  // Empty for bytes that are not text in the file's encoding.
  std::string text_at(ByteRange range) const {
    if (range.end > bytes.size()) return {};
    try {
      return decode(slice(bytes, range), encoding).text;
    } catch (const Error&) {
      return {};
    }
  }

  std::string bytes;
  FileLines lines;
  Encoding encoding;
};

void set_lines(FindingLocation& location, const ReadFile& file) {
  if (location.bytes.empty()) return;
  const LineLocation begin = file.lines.at(location.bytes.begin);
  const LineLocation end = file.lines.at(location.bytes.end);
  location.line = begin.line;
  location.column = begin.column;
  location.end_line = end.line;
  location.end_column = end.column;
  location.written = file.text_at(location.bytes);
}

void set_places(FindingLocation& location, const ExtractedFile& text) {
  if (!location.bytes.empty()) location.places = part_ranges(text, location.bytes);
}

// Places in the file for locations in this report; those in other reports have the passage's.
void set_places(const ReportView& view, std::vector<Finding>& findings) {
  const auto text = view.ref.load_text ? view.ref.load_text() : nullptr;
  if (text == nullptr) return;
  for (Finding& finding : findings) {
    set_places(finding.location, *text);
    for (FindingLocation& location : finding.related) {
      if (location.report_id == view.ref.id) set_places(location, *text);
    }
  }
}

// Lines for locations in this report; those in other reports have only bytes.
void set_lines(const ReportView& view, std::vector<Finding>& findings) {
  if (findings.empty()) return;
  if (view.ref.extraction) return set_places(view, findings);
  if (view.stale) return;
  std::optional<ReadFile> file;
  try {
    file.emplace(view.ref);
  } catch (const Error&) {
    return;  // missing since it was read
  }
  for (Finding& finding : findings) {
    set_lines(finding.location, *file);
    for (FindingLocation& location : finding.related) {
      if (location.report_id == view.ref.id) set_lines(location, *file);
    }
  }
}

void sort_by_location(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.location.bytes.begin, std::string_view(a.rule->id)) <
           std::pair(b.location.bytes.begin, std::string_view(b.rule->id));
  });
}

void count(const ReportAudit& audit, AuditTotals& totals) {
  ++totals.reports;
  if (!audit.citations_recognised) ++totals.without_citations;
  if (audit.cites_few) ++totals.few_citations;
  if (!audit.whole) ++totals.in_part;
  for (const Finding& finding : audit.findings) {
    if (finding.accepted) {
      ++totals.accepted;
      continue;
    }
    ++totals.by_rule[finding.rule->id];
    ++(finding.level == FindingLevel::kError     ? totals.errors
       : finding.level == FindingLevel::kWarning ? totals.warnings
                                                 : totals.notes);
  }
  add_counts(audit.attribution, totals.attribution);
}

}  // namespace

class Auditor::Impl {
 public:
  explicit Impl(OpenIndex::Internals& index) : session_(index.session), planner_(index.planner) {}

  AuditTotals run(const AuditOptions& options, const TakeReport<ReportAudit>& take) {
    check_rules(options.rules);
    options_ = &options;
    began_ = false;
    cited_.clear();
    AuditTotals totals;
    totals.index = session_.run([&] { return snapshot().state(); });
    totals.complete =
        ReportWalk(session_, IndexUse::kAudit)
            .run([&] { begin_state(); }, [&](const std::string& id) { return audit_report(id); },
                 [&](const ReportAudit& audit) {
                   totals.passages += audited_;
                   for (const auto& [source, n] : citing_) cited_[source] += n;
                   count(audit, totals);
                   return take(audit);
                 });
    state_.reset();  // what it remembers may be much, and is of this state only
    totals.last_generation = session_.run([&] {
      totals.attribution.distinct_sources = totals.attribution.largest_source = 0;
      count_sources(totals.attribution);
      const auto largest = snapshot().listed(totals.attribution.largest_source_id);
      if (largest) totals.attribution.largest_source_told = told_of(&*largest);
      return snapshot().state().generation;
    });
    return totals;
  }

 private:
  IndexSnapshot& snapshot() { return session_.snapshot(); }

  void begin_state() {
    state_.reset();
    state_.emplace(snapshot());
    // What an earlier state had may be gone, so after a change statements are looked up.
    if (options_->query.empty() && !began_) state_->earlier.keep_all();
    began_ = true;
    matching_.reset();
    without_passages_.clear();
    if (options_->query.empty()) return;
    check_reports();
    find_matching();
  }

  // A report that is named and not there must not pass for one without findings.
  void check_reports() {
    each_report_field(*parse_query(options_->query).root, [&](const QueryNode& field) {
      const ReportTerms found = report_terms(snapshot().index(), field.value);
      if (!found.terms.empty()) return;
      const bool part = field.value.find('#') != std::string::npos;
      if (found.id && !part) {
        without_passages_.insert(*found.id);
        return;
      }
      throw Error(ErrorKind::kUsage, "the index holds no " +
                                         std::string(found.id ? "passage in " : "report ") +
                                         field.value + did_you_mean(found.near));
    });
  }

  // Passages that match the query, by report.
  void find_matching() {
    const Xapian::Database& database = snapshot().database();
    const std::vector<bool> matched =
        planner_.matched_documents(options_->query, options_->names, snapshot().index());
    matching_.emplace();
    for (Xapian::docid document = 1; document < matched.size(); ++document) {
      if (!matched[document]) continue;
      const std::string value = database.get_document(document).get_value(schema::kSlotOrder);
      const PassageOrder order = read_order_value(value);
      (*matching_)[std::string(order.report_id)].insert(order.sequence);
    }
  }

  // Nothing if none of its passages matches.
  std::optional<ReportAudit> audit_report(const std::string& id) {
    if (matching_ && !matching_->contains(id) && !without_passages_.contains(id)) {
      return std::nullopt;
    }
    const auto record = snapshot().report(id);
    if (!record) return std::nullopt;
    const ReportView view = view_report(snapshot(), *record, state_->analyzer);
    ReportAudit audit;
    audit.report = view.ref;
    audit.stale = view.stale;
    audit.citations_recognised = view.citations_recognised;
    audit.cites_few = view.cites_few;
    audit.whole =
        !matching_ || std::all_of(view.passages.begin(), view.passages.end(),
                                  [&](const StoredPassage& passage) { return matches(passage); });
    find_all(view, audit.findings);
    keep_wanted(audit, view);
    sort_by_location(audit.findings);
    set_fingerprints(audit.findings);
    for (Finding& finding : audit.findings) {
      finding.accepted = options_->baseline.contains(finding.fingerprint);
    }
    set_lines(view, audit.findings);
    count_attribution(view, audit);
    return audit;
  }

  bool wants_any(std::initializer_list<const char*> rules) const {
    if (options_->rules.empty()) return true;
    return std::any_of(rules.begin(), rules.end(), [&](const char* id) {
      return std::find(options_->rules.begin(), options_->rules.end(), id) != options_->rules.end();
    });
  }

  void find_all(const ReportView& view, Findings& out) {
    find_citation_faults(view, out);
    find_source_faults(view, *state_, out);
    find_structure_faults(view, out);
    if (wants_any({rule::kRepeatedPassage, rule::kRepeatedReport, rule::kSourceDrift})) {
      find_repeats(view, *state_, out);
    }
    if (wants_any({rule::kDisagreeingFigures})) find_disagreeing_figures(view, *state_, out);
    if (wants_any({rule::kUnsupportedSummary})) find_unsupported_summary(view, *state_, out);
  }

  void keep_wanted(ReportAudit& audit, const ReportView& view) const {
    std::set<std::string> passages;
    if (!audit.whole) {
      for (const StoredPassage& passage : view.passages) {
        if (matches(passage)) passages.insert(passage.id);
      }
    }
    const bool accused = (view.citations_recognised && !view.cites_few) ||
                         options_->uncited == AuditOptions::Uncited::kAccused;
    std::erase_if(audit.findings, [&](const Finding& finding) {
      if (!wants_any({finding.rule->id})) return true;
      if (!accused && accuses(*finding.rule)) return true;
      if (accused && std::string_view(finding.rule->id) == rule::kFewCitations) return true;
      return !audit.whole && !passages.contains(finding.location.passage_id);
    });
  }

  bool matches(const StoredPassage& passage) const {
    const auto report = matching_->find(passage.report.id);
    return report != matching_->end() && report->second.contains(passage.sequence);
  }

  void count_attribution(const ReportView& view, ReportAudit& audit) {
    audited_ = view.passages.size();
    if (audit.whole) audit.sections = section_attributions(view);
    if (!matching_) {
      audit.attribution = report_attribution(view);
      return;
    }
    audited_ = 0;
    AttributionCount count;
    for (std::size_t i = 0; i < view.passages.size(); ++i) {
      if (!matches(view.passages[i])) continue;
      ++audited_;
      count.add(view, i);
    }
    audit.attribution = count.result(view);
    citing_ = count.citing();
  }

  // Sources cited by body passages: those of the query, or of the whole index, from its terms.
  void count_sources(Attribution& sum) {
    if (matching_) {
      sum.distinct_sources = cited_.size();
      for (const auto& [source, passages] : cited_) {
        if (passages <= sum.largest_source) continue;
        sum.largest_source = passages;
        sum.largest_source_id = source;
      }
      return;
    }
    const std::string prefix(1, schema::kCites);
    const Xapian::Database& database = snapshot().database();
    for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it) {
      const std::uint64_t passages = body_passages(*it);
      if (passages > 0) ++sum.distinct_sources;
      if (passages <= sum.largest_source) continue;
      sum.largest_source = passages;
      sum.largest_source_id = (*it).substr(1);
    }
  }

  std::uint64_t body_passages(const std::string& term) {
    const Xapian::Database& database = snapshot().database();
    const std::string kind = std::string(schema::kKind) + to_string(PassageKind::kBody);
    auto body = database.postlist_begin(kind);
    const auto end = database.postlist_end(kind);
    std::uint64_t count = 0;
    for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
      body.skip_to(*it);
      if (body == end) break;
      if (*body == *it) ++count;
    }
    return count;
  }

  IndexSession& session_;
  QueryPlanner& planner_;
  std::optional<AuditState> state_;  // the current one
  bool began_ = false;               // on the first state of the run
  const AuditOptions* options_ = nullptr;
  // Of the current state: report id -> sequence of its matching passages; nothing without a query.
  std::optional<std::map<std::string, std::set<std::uint32_t>>> matching_;
  std::set<std::string> without_passages_;  // reports that the query names
  std::uint64_t audited_ = 0;               // passages of the current report
  // With a query: source -> passages that cite it, in the current report and in all so far.
  std::map<std::string, std::uint64_t> citing_, cited_;
};

Auditor::Auditor(OpenIndex& index) : impl_(std::make_unique<Impl>(index.internals())) {
  if (!index.is_on_nodes()) return;
  throw Error(ErrorKind::kUsage, "an audit reads the files of one index; run it on each node");
}
Auditor::~Auditor() = default;

AuditTotals Auditor::run(const AuditOptions& options, const TakeReport<ReportAudit>& take) {
  return impl_->run(options, take);
}

}  // namespace ibid
