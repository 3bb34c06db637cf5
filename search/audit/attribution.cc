// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/attribution.h"

#include <algorithm>
#include <set>

namespace ibid {
namespace {

bool is_listed(const ReportView& view, const std::string& source) {
  const auto& listed = view.report.listed_sources;
  return std::any_of(listed.begin(), listed.end(),
                     [&](const ListedSource& l) { return l.id == source; });
}

// An id or an entry of the list, or a link that says itself where it leads.
bool is_sound(const ReportView& view, const Citation& citation) {
  if (citation.form == Citation::Form::kUrl) return true;
  const bool leads =
      citation.form == Citation::Form::kId || citation.form == Citation::Form::kListed;
  return leads && is_listed(view, citation.source);
}

}  // namespace

void AttributionCount::add(const ReportView& view, std::size_t passage_index) {
  const StoredPassage& passage = view.passages[passage_index];
  if (!needs_source(view, passage_index)) return;
  ++sum_.passages;
  if (!passage.citations.empty()) ++sum_.cited_passages;
  std::set<std::string> sources;
  for (const Citation& citation : passage.citations) {
    ++sum_.citations;
    if (is_sound(view, citation)) ++sum_.sound_citations;
    sources.insert(citation.source);
  }
  sum_.passage_sources += sources.size();
  for (const std::string& source : sources) ++citing_[source];
  const auto first = std::lower_bound(
      view.sentences.begin(), view.sentences.end(), passage_index,
      [](const AuditSentence& sentence, std::size_t p) { return sentence.passage < p; });
  for (auto it = first; it != view.sentences.end() && it->passage == passage_index; ++it) {
    ++sum_.sentences;
    sum_.figures += it->quantities.size();
    if (!it->cited) continue;
    ++sum_.cited_sentences;
    sum_.cited_figures += it->quantities.size();
  }
}

Attribution AttributionCount::result() const {
  Attribution out = sum_;
  out.distinct_sources = citing_.size();
  for (const auto& [source, passages] : citing_) {
    if (passages <= out.largest_source) continue;
    out.largest_source = passages;
    out.largest_source_id = source;
  }
  return out;
}

void add_counts(const Attribution& part, Attribution& sum) {
  sum.passages += part.passages;
  sum.cited_passages += part.cited_passages;
  sum.sentences += part.sentences;
  sum.cited_sentences += part.cited_sentences;
  sum.figures += part.figures;
  sum.cited_figures += part.cited_figures;
  sum.citations += part.citations;
  sum.sound_citations += part.sound_citations;
  sum.passage_sources += part.passage_sources;
}

Attribution AttributionCount::result(const ReportView& view) const {
  Attribution out = result();
  const auto& listed = view.report.listed_sources;
  const auto entry = std::find_if(listed.begin(), listed.end(), [&](const ListedSource& l) {
    return !l.id.empty() && l.id == out.largest_source_id;
  });
  if (entry == listed.end()) return out;
  const NamedSource named{entry->id, entry->title, entry->publisher, entry->date, entry->url};
  out.largest_source_told = told_of(&named);
  return out;
}

Attribution report_attribution(const ReportView& view) {
  AttributionCount count;
  for (std::size_t i = 0; i < view.passages.size(); ++i) count.add(view, i);
  return count.result(view);
}

std::vector<SectionAttribution> section_attributions(const ReportView& view) {
  std::map<std::int32_t, AttributionCount> counts;  // by top-level section, so in file order
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    const auto path = section_path(view.report.sections, view.section_of[i]);
    if (!path.empty() && needs_source(view, i)) counts[path.front()].add(view, i);
  }
  std::vector<SectionAttribution> out;
  for (const auto& [index, count] : counts) {
    const Section& section = view.report.sections[static_cast<std::size_t>(index)];
    out.push_back({{section.number, section.title, section.entity_type}, count.result(view)});
  }
  return out;
}

}  // namespace ibid
