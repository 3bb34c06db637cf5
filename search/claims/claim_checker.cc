// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/claims/claim_checker.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/claims/claim_overlap.h"
#include "search/hits/searcher.h"
#include "search/index/reports/measure_coverage.h"
#include "search/open/open_index_internals.h"
#include "search/render/passage_lines.h"

namespace ibid {
namespace {

// Passages compared with a claim even if fewer are shown: the best match of a search may be about
// something else.
constexpr std::uint64_t kFewestCompared = 20;
// What the order counts besides the score of the search, which is 1 for its first passage.
constexpr double kAbout = 0.4;
constexpr double kNamed = 1.2;

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

// As kNearDuplicate of `ibid similar`.
constexpr double kNearCopy = 0.8;

// Most runs of three words of the shorter one are in the other, and all figures are the same.
bool are_near_copies(const ClaimOverlap& a, const ClaimOverlap& b) {
  const std::size_t fewer = std::min(a.triples.size(), b.triples.size());
  if (fewer == 0 || a.figures != b.figures) return false;
  std::vector<std::uint64_t> both;
  std::set_intersection(a.triples.begin(), a.triples.end(), b.triples.begin(), b.triples.end(),
                        std::back_inserter(both));
  return static_cast<double>(both.size()) >= kNearCopy * static_cast<double>(fewer);
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
    std::vector<ClaimOverlap> compared;
    for (Hit& hit : found.hits) {
      compared.push_back(claim_overlap(claim, std::move(hit.passage), analyzer_));
      compared.back().evidence.score = hit.score;
      nearest_ = std::max(nearest_, compared.back().evidence.share);
    }
    put_in_order(compared);
    show(claim, std::move(compared), answer);
    return answer;
  }

  // By what the claim is about; last come entries of source lists, and notes of which a passage
  // holds as much.
  static void put_in_order(std::vector<ClaimOverlap>& compared) {
    double most = 0;
    for (const ClaimOverlap& each : compared) most = std::max(most, each.evidence.score);
    const auto key = [most](const ClaimOverlap& each) {
      const double score = most > 0 ? each.evidence.score / most : 0;
      return score + kAbout * each.evidence.about + kNamed * each.evidence.named;
    };
    double held = 0;  // by the text itself
    for (const ClaimOverlap& each : compared) {
      const PassageKind kind = each.evidence.passage.kind;
      if (kind == PassageKind::kSource || kind == PassageKind::kNote) continue;
      held = std::max(held, each.evidence.share);
    }
    const auto is_entry = [held](const ClaimOverlap& each) {
      const PassageKind kind = each.evidence.passage.kind;
      return kind == PassageKind::kSource ||
             (kind == PassageKind::kNote && each.evidence.share <= held);
    };
    std::stable_sort(compared.begin(), compared.end(), [&](const auto& a, const auto& b) {
      if (is_entry(a) != is_entry(b)) return is_entry(b);
      return key(a) > key(b);
    });
  }

  void show(const ClaimText& claim, std::vector<ClaimOverlap> compared, ClaimAnswer& answer) {
    const std::size_t units = counted_units(claim.units);
    std::vector<const ClaimOverlap*> shown;
    for (ClaimOverlap& each : compared) {
      ClaimEvidence& evidence = each.evidence;
      const bool about = each.has_like_figure && evidence.share >= kLongClaimFloor;
      if (!about && !is_shown(evidence.share, held_units(evidence, claim), units)) continue;
      if (options_.alike == Alike::kFold) {
        const auto like = std::find_if(shown.begin(), shown.end(), [&](const ClaimOverlap* other) {
          return are_near_copies(*other, each);
        });
        if (like != shown.end()) {
          const ReportInfo& report = evidence.passage.report;
          answer.passages[static_cast<std::size_t>(like - shown.begin())].alike.push_back(
              {evidence.passage.permalink, report.title, report.date});
          continue;
        }
      }
      if (answer.passages.size() == options_.limit) continue;
      drop_what_others_tell(claim, answer.passages, evidence);
      shown.push_back(&each);
      evidence.rank = shown.size();
      evidence.stale =
          session_.snapshot().is_stale(evidence.passage.report.id, FreshnessCheck::kStamp);
      answer.passages.push_back(std::move(evidence));
    }
  }

  // A better passage holds the claim's figure, or has another one for it: what a lesser one says
  // may be of another thing, and makes a claim look worse than it is.
  static void drop_what_others_tell(const ClaimText& claim,
                                    const std::vector<ClaimEvidence>& better,
                                    ClaimEvidence& evidence) {
    const auto tells = [&](const ClaimEvidence& other, const ClaimDifference& difference) {
      const auto holds = [&](const HeldUnit& held) {
        return held.whole && claim.units[held.unit].text == difference.claimed;
      };
      const auto differs = [&](const ClaimDifference& each) {
        return each.claimed == difference.claimed && each.said != difference.said;
      };
      return std::any_of(other.held.begin(), other.held.end(), holds) ||
             std::any_of(other.differences.begin(), other.differences.end(), differs);
    };
    std::erase_if(evidence.differences, [&](const ClaimDifference& difference) {
      return difference.kind <= DifferenceKind::kDate &&
             std::any_of(better.begin(), better.end(),
                         [&](const ClaimEvidence& other) { return tells(other, difference); });
    });
  }

  static std::size_t held_units(const ClaimEvidence& evidence, const ClaimText& claim) {
    return static_cast<std::size_t>(
        std::count_if(evidence.held.begin(), evidence.held.end(),
                      [&](const HeldUnit& held) { return claim.units[held.unit].counts; }));
  }

  ClaimCertificate certificate() {
    if (const IndexState& index = session_.snapshot().state(); !index.complete) {
      throw Error(ErrorKind::kIndex,
                  "no passage was found, but that is certified only if all nodes answer: " +
                      missing_nodes_text(index));
    }
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
