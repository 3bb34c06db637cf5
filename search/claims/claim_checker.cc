// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/claim_checker.h"

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/claims/claim_overlap.h"
#include "search/hits/searcher.h"
#include "search/index/measure_coverage.h"
#include "search/open/open_index_internals.h"

namespace ibid {
namespace {

// Passages compared with a claim even if fewer are shown: the best match may hold few of its words.
constexpr std::uint64_t kFewestCompared = 10;

std::string_view checked(std::string_view text) {
  if (text.size() > kMostClaimBytes) {
    throw Error(ErrorKind::kInput, "the claim has " + std::to_string(text.size()) +
                                       " bytes; at most " + std::to_string(kMostClaimBytes) +
                                       " can be checked, split it");
  }
  if (!is_utf8(text)) {
    throw Error(ErrorKind::kInput, "the claim is not UTF-8; convert it first");
  }
  const std::string_view bare = trim(text);
  if (bare.empty()) throw Error(ErrorKind::kInput, "the claim is empty");
  return bare;
}

std::size_t counted_units(const std::vector<ClaimUnit>& units) {
  return static_cast<std::size_t>(
      std::count_if(units.begin(), units.end(), [](const ClaimUnit& p) { return p.counts; }));
}

bool is_shown(double share, std::size_t held, std::size_t units) {
  return (share >= kClaimFloor && held >= std::min(units, kClaimUnits)) ||
         (share >= kLongClaimFloor && held >= kLongClaimUnits);
}

// "India as 인도, 인디아; Russia as 러시아"
std::string names_tried(const std::vector<AliasMatch>& names) {
  std::string out;
  std::string last;
  for (const AliasMatch& name : names) {
    if (name.query_word == last) {
      out += ", " + name.alias;
    } else {
      out += (out.empty() ? "" : "; ") + name.query_word + " as " + name.alias;
    }
    last = name.query_word;
  }
  return out;
}

}  // namespace

class ClaimChecker::Impl {
 public:
  Impl(OpenIndex& index, ClaimOptions options)
      : session_(index.internals().session),
        analyzer_(index.internals().analyzer),
        searcher_(index),
        options_(std::move(options)) {
    search_.limit = std::max(options_.limit, kFewestCompared);
    search_.syntax = QuerySyntax::kPlain;
    search_.names = options_.names;
    search_.detail = Detail::kPassage;
    search_.exact_matches = 0;
    searcher_.search("", search_);  // reports errors of the alias file now
  }

  ClaimAnswer check(std::string_view text) {
    const std::string claim(checked(text));
    return session_.run(IndexUse::kSearch, [&] {
      ClaimAnswer answer = compare(claim);
      if (answer.passages.empty()) answer.certificate = certificate();
      return answer;
    });
  }

 private:
  ClaimAnswer compare(const std::string& text) {
    SearchResult found = searcher_.search(text, search_);
    const ClaimText claim = read_claim(text, found.names, analyzer_);
    if (claim.units.empty()) {
      throw Error(ErrorKind::kInput, "the claim holds no word, name or figure to look for");
    }
    ClaimAnswer answer;
    answer.claim = text;
    answer.index = found.index;
    answer.notices = std::move(found.ignored);
    answer.units = claim.units;
    names_ = std::move(found.names);
    nearest_ = 0;
    const std::size_t units = counted_units(claim.units);
    for (Hit& hit : found.hits) {
      if (answer.passages.size() == options_.limit) break;
      ClaimEvidence evidence = claim_overlap(claim, std::move(hit.passage), analyzer_);
      nearest_ = std::max(nearest_, evidence.share);
      if (!is_shown(evidence.share, held_units(evidence, claim), units)) continue;
      evidence.rank = answer.passages.size() + 1;
      evidence.score = hit.score;
      evidence.stale =
          session_.snapshot().is_stale(evidence.passage.report.id, FreshnessCheck::kStamp);
      answer.passages.push_back(std::move(evidence));
    }
    return answer;
  }

  static std::size_t held_units(const ClaimEvidence& evidence, const ClaimText& claim) {
    return static_cast<std::size_t>(
        std::count_if(evidence.held.begin(), evidence.held.end(),
                      [&](const HeldUnit& held) { return claim.units[held.unit].counts; }));
  }

  ClaimCertificate certificate() {
    if (coverage_state_ != session_.opened()) {
      coverage_ = measure_coverage(session_.snapshot(), "");
      coverage_state_ = session_.opened();
    }
    ClaimCertificate certificate;
    static_cast<AnswerCoverage&>(certificate) = coverage_;
    certificate.forms = {"words by their stems, and Korean words without particles",
                         "Korean words inside longer ones", "figures however written"};
    if (options_.names.aliases == Aliases::kNo) {
      certificate.forms.emplace_back("names as typed");
    } else if (names_.empty()) {
      certificate.forms.emplace_back("names as typed: the index holds no other name of them");
    } else {
      certificate.forms.push_back("names as typed, and " + names_tried(names_));
    }
    certificate.nearest = nearest_;
    return certificate;
  }

  IndexSession& session_;
  Analyzer& analyzer_;
  Searcher searcher_;
  ClaimOptions options_;
  SearchOptions search_;
  AnswerCoverage coverage_;  // of the state opened as number `looked_from_`
  int coverage_state_ = 0;
  std::vector<AliasMatch> names_;  // of the last claim
  double nearest_ = 0;             // likewise
};

ClaimChecker::ClaimChecker(OpenIndex& index, ClaimOptions options)
    : impl_(std::make_unique<Impl>(index, std::move(options))) {}
ClaimChecker::~ClaimChecker() = default;

ClaimAnswer ClaimChecker::check(std::string_view claim) { return impl_->check(claim); }

}  // namespace ibid
