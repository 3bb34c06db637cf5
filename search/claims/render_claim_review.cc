// SPDX-License-Identifier: GPL-2.0-or-later
//
// Source: schema.org, ClaimReview and Claim. A draft: members that only a human can fill in are
// present and empty.
#include "corpus/text/code_points.h"
#include "search/claims/render_claim.h"
#include "search/render/json_lines.h"

namespace ibid {
namespace {

Json cited_passage(const ClaimEvidence& evidence) {
  const StoredPassage& passage = evidence.passage;
  Json work = {{"@type", "CreativeWork"},
               {"name", passage.report.title},
               {"identifier", passage.permalink},
               {"text", slice(passage.text, evidence.sentence_text)}};
  if (!passage.report.date.empty()) work["datePublished"] = passage.report.date;
  if (!passage.report.url.empty()) work["url"] = passage.report.url;
  if (!passage.report.publisher.empty()) {
    work["publisher"] = {{"@type", "Organization"}, {"name", passage.report.publisher}};
  }
  Json sources = Json::array();
  for (const std::string& source : claim_sources(evidence).sentence) sources.push_back(source);
  if (!sources.empty()) work["citation"] = std::move(sources);
  return work;
}

class ClaimReviewDraft final : public ClaimRenderer {
 public:
  std::string begin() const override { return {}; }

  std::string claim(const LineOrigin& origin, const ClaimAnswer& answer) const override {
    Json review = {{"@context", "https://schema.org"},
                   {"@type", "ClaimReview"},
                   {"creativeWorkStatus", "Draft"},
                   {"identifier", origin.id.empty() ? std::to_string(origin.line) : origin.id},
                   {"url", ""},
                   {"datePublished", ""},
                   {"author", {{"@type", "Organization"}, {"name", ""}, {"url", ""}}},
                   {"claimReviewed", answer.claim},
                   {"itemReviewed",
                    {{"@type", "Claim"},
                     {"author", {{"@type", "Person"}, {"name", ""}}},
                     {"datePublished", ""},
                     {"appearance", {{"@type", "CreativeWork"}, {"url", ""}}}}},
                   {"reviewRating",
                    {{"@type", "Rating"},
                     {"ratingValue", ""},
                     {"bestRating", ""},
                     {"worstRating", ""},
                     {"alternateName", ""}}}};
    Json passages = Json::array();
    for (const ClaimEvidence& evidence : answer.passages)
      passages.push_back(cited_passage(evidence));
    review["citation"] = std::move(passages);
    return dump_json_line(review);
  }

  // An error is reported only on standard error: it is not a review.
  std::string error(const LineOrigin&, const std::string&) const override { return {}; }
  std::string end(const ClaimTotals&) const override { return {}; }
};

}  // namespace

std::unique_ptr<ClaimRenderer> claim_review() { return std::make_unique<ClaimReviewDraft>(); }

}  // namespace ibid
