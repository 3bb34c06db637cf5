// SPDX-License-Identifier: GPL-2.0-or-later
//
// Claim -> the passages that hold most of it, or what was searched if there are none.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "search/claims/parts/claim.h"
#include "search/passages/hit.h"
#include "search/passages/query_aliases.h"
#include "search/passages/search_options.h"

namespace ibid {

class OpenIndex;

struct ClaimOptions {
  std::uint64_t limit = 3;  // passages shown for each claim, at least 1
  // kFold: a passage that has most of a better one's runs of words, and the same figures, is only
  // named with that one (ClaimEvidence::alike). It may have more names, which the claim has not.
  Alike alike = Alike::kFold;
  QueryAliases names;
};

// Thread: that of the index.
class ClaimChecker {
 public:
  // `index`: lent for the object's life. Throws Error{kIndex}, and like a search the errors of the
  // alias file.
  ClaimChecker(OpenIndex& index, ClaimOptions options);
  ~ClaimChecker();
  ClaimChecker(const ClaimChecker&) = delete;
  ClaimChecker& operator=(const ClaimChecker&) = delete;

  // The claim is read as words; no sign in it is an operator. Throws Error{kInput} for a claim that
  // is empty, not UTF-8, longer than kMostClaimBytes or without a word to look for; other Errors as
  // a search does. Each answer is of one generation of the index, and says which.
  ClaimAnswer check(std::string_view claim);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
