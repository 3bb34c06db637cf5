// SPDX-License-Identifier: GPL-2.0-or-later
//
// What passages hold of claims, in each format. One format per file. Prints nothing; all text from
// outside is escaped for its medium. A renderer says only what a passage holds or lacks; whether
// the claim is true is for people to judge.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/claims/parts/claim.h"
#include "search/passages/line_origin.h"
#include "search/render/csv.h"
#include "search/render/text_page.h"

namespace ibid {

struct ClaimHead {
  std::string program;   // "ibid"
  std::string version;   // "0.3.0"
  std::string base_dir;  // absolute; files below it are named relative to it
};

struct ClaimTotals {
  std::uint64_t claims = 0;        // read and compared
  std::uint64_t with_passage = 0;  // of them
  std::uint64_t errors = 0;        // lines that could not be checked
};

// Thread: several threads may call claim() and error() at once.
class ClaimRenderer {
 public:
  virtual ~ClaimRenderer() = default;
  // Each returns its part of the output: the beginning, any number of claims and errors in the
  // order of the input, the end.
  virtual std::string begin() const = 0;
  virtual std::string claim(const LineOrigin& origin, const ClaimAnswer& answer) const = 0;
  // A line that could not be checked, and why.
  virtual std::string error(const LineOrigin& origin, const std::string& message) const = 0;
  virtual std::string end(const ClaimTotals& totals) const = 0;
};

// A table, at most three lines a claim: its best passage only.
std::unique_ptr<ClaimRenderer> claim_table(const TextLayout& layout);
// All that was compared.
std::unique_ptr<ClaimRenderer> claim_text(const TextLayout& layout);
std::unique_ptr<ClaimRenderer> claim_jsonl();
// A row for each passage; one row for a claim without any, and for an error.
std::unique_ptr<ClaimRenderer> claim_csv(CsvStart start = CsvStart::kHeader);
std::unique_ptr<ClaimRenderer> claim_markdown(const ClaimHead& head);
// One HTML page that needs nothing else, scripts and network included.
std::unique_ptr<ClaimRenderer> claim_html(const ClaimHead& head);
// A line for each claim: a schema.org ClaimReview as JSON-LD with the passages as citations; what a
// human has to fill in (rating, author, who claimed it) stays empty.
std::unique_ptr<ClaimRenderer> claim_review();

// ---- pieces that the formats share; plain text, not escaped ---------------------------

// "India (인도, alias)", "54억 달러 (54억 3천만 달러 rounds to it)": the unit, and how the passage writes
// it if that differs.
std::string held_text(const ClaimUnit& unit, const HeldUnit& held);

struct ClaimLists {
  std::vector<std::string> holds, in_part;  // in the nearest sentence
  std::vector<std::string> elsewhere;       // in the passage, outside that sentence
  std::vector<std::string> lacks;
  std::vector<std::string> figures;    // and dates: "$5 billion: here $5.43 billion"
  std::vector<std::string> negations;  // "signed: here did not sign"
  std::vector<std::string> reversals;  // "rose: here fell"
};
ClaimLists claim_lists(const ClaimAnswer& answer, const ClaimEvidence& evidence);

// "$5.43 billion rounds to $5.4 billion", whichever of the two is the rounder.
std::string rounding_text(const ClaimUnit& unit, const HeldUnit& held);

// "$5 billion: here $5.43 billion"
std::string difference_text(const ClaimDifference& difference);

// "in 2 more, nearly alike"; empty for none.
std::string alike_text(const ClaimEvidence& evidence);

// Sources, each once, in order: of the nearest sentence, and those cited only elsewhere.
struct ClaimSources {
  std::vector<std::string> sentence, elsewhere;
};
ClaimSources claim_sources(const ClaimEvidence& evidence);

// "the sentence cites A; the passage also cites B", "cites no source"
std::string sources_text(const ClaimEvidence& evidence);

bool in_sentence(const ClaimEvidence& evidence, const HeldUnit& held);

// What the passage holds of the claim within the nearest sentence; ascending, no overlap.
std::vector<ByteRange> held_in_sentence(const ClaimEvidence& evidence);

// The sentence in pieces: those held and those between.
struct SentencePiece {
  std::string_view text;  // lender: the evidence
  bool held = false;
};
std::vector<SentencePiece> sentence_pieces(const ClaimEvidence& evidence);

std::string joined(const std::vector<std::string>& items, std::string_view separator);
// "45 %"
std::string share_text(double share);
// "12  q7": the number of the line and the claim's id, if any.
std::string origin_text(const LineOrigin& origin);
// How near the nearest passage comes, and from which share on one is shown.
std::string nearest_text(const ClaimCertificate& certificate);
// "25 claims, 20 with a passage, 5 without, 1 line not read"
std::string totals_text(const ClaimTotals& totals);

// What every format with room for it prints.
inline constexpr char kClaimNote[] =
    "Overlap of words, names and figures. It says where to read, not whether a claim is so.";

}  // namespace ibid
