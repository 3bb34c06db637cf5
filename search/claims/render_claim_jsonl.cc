// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/render_claim.h"
#include "search/render/passage_json.h"

namespace ibid {
namespace {

Json units_json(const std::vector<ClaimUnit>& units) {
  Json out = Json::array();
  for (const ClaimUnit& unit : units) {
    out.push_back({{"kind", to_string(unit.kind)},
                   {"text", unit.text},
                   {"range", json_range(unit.range)},
                   {"counts", unit.counts},
                   {"denied", unit.denied}});
  }
  return out;
}

Json unit_json(const ClaimUnit& unit) {
  return {{"kind", to_string(unit.kind)}, {"text", unit.text}};
}

Json evidence_json(const ClaimAnswer& answer, const ClaimEvidence& evidence) {
  Json holds = Json::array();
  for (const HeldUnit& held : evidence.held) {
    Json item = unit_json(answer.units[held.unit]);
    item["whole"] = held.whole;
    item["form"] = held.form;
    item["said"] = held.said;
    item["range"] = json_range(held.text);
    item["in_sentence"] = in_sentence(evidence, held);
    holds.push_back(std::move(item));
  }
  Json lacks = Json::array();
  for (const std::size_t unit : evidence.lacked) lacks.push_back(unit_json(answer.units[unit]));
  Json others = Json::array();
  Json negations = Json::array();
  Json differences = Json::array();
  for (const ClaimDifference& each : evidence.differences) {
    Json item = {{"claim", each.claimed}, {"said", each.said}, {"range", json_range(each.text)}};
    if (each.kind == DifferenceKind::kFigure) others.push_back(item);
    if (each.kind == DifferenceKind::kNegation && !each.denied_by_claim) {
      negations.push_back(each.said);
    }
    Json difference = {{"kind", to_string(each.kind)}};
    difference.update(item);
    differences.push_back(std::move(difference));
  }
  Json alike = Json::array();
  for (const NearCopy& copy : evidence.alike) {
    alike.push_back(
        {{"permalink", copy.permalink}, {"title", copy.report_title}, {"date", copy.report_date}});
  }
  const ByteRange sentence = evidence.sentence_text;
  Json stated = {{"number", evidence.sentence},
                 {"text", evidence.passage.text.substr(sentence.begin, sentence.size())},
                 {"range", json_range(sentence)}};
  add_json_span(stated, evidence.passage, evidence.sentence_bytes);
  stated["sources"] = claim_sources(evidence).sentence;
  Json out = {{"rank", evidence.rank},
              {"score", rounded_score(evidence.score)},
              {"share", rounded_score(evidence.share)},
              {"passage", json_passage(evidence.passage)},
              {"report", json_report(evidence.passage.report)}};
  add_json_place(out, evidence.passage);
  out["sentence"] = std::move(stated);
  out["holds"] = std::move(holds);
  out["lacks"] = std::move(lacks);
  out["other_figures"] = std::move(others);
  out["negations"] = std::move(negations);
  out["citations"] = json_citations(evidence.passage);
  out["stale"] = json_stale(evidence.stale, evidence.passage.report);
  out["differences"] = std::move(differences);
  out["alike"] = std::move(alike);
  return out;
}

void add_origin(Json& line, const LineOrigin& origin) {
  line["line"] = origin.line;
  if (!origin.id.empty()) line["id"] = origin.id;
}

class ClaimJsonLines final : public ClaimRenderer {
 public:
  std::string begin() const override { return {}; }

  std::string claim(const LineOrigin& origin, const ClaimAnswer& answer) const override {
    Json line = json_line_head("claim");
    add_origin(line, origin);
    line["claim"] = answer.claim;
    line["index"] = json_index(answer.index);
    line["ignored"] = answer.notices;
    line["parts"] = units_json(answer.units);
    line["passages"] = Json::array();
    for (const ClaimEvidence& evidence : answer.passages) {
      line["passages"].push_back(evidence_json(answer, evidence));
    }
    line["certificate"] = nullptr;
    if (answer.certificate) {
      Json certificate = Json::object();
      add_json_coverage(certificate, *answer.certificate);
      certificate["forms"] = answer.certificate->forms;
      certificate["nearest"] = rounded_score(answer.certificate->nearest);
      line["certificate"] = std::move(certificate);
    }
    return dump_json_line(line);
  }

  std::string error(const LineOrigin& origin, const std::string& message) const override {
    Json line = json_line_head("claim-error");
    add_origin(line, origin);
    line["message"] = message;
    return dump_json_line(line);
  }

  std::string end(const ClaimTotals& totals) const override {
    Json line = json_line_head("end");
    line["claims"] = totals.claims;
    line["with_passage"] = totals.with_passage;
    line["without"] = totals.claims - totals.with_passage;
    line["errors"] = totals.errors;
    return dump_json_line(line);
  }
};

}  // namespace

std::unique_ptr<ClaimRenderer> claim_jsonl() { return std::make_unique<ClaimJsonLines>(); }

}  // namespace ibid
