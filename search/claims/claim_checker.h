// SPDX-License-Identifier: GPL-2.0-or-later
//
// Claim -> the passages that hold most of it, or what was looked at in vain.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "search/claims/claim.h"
#include "search/passages/hit.h"
#include "search/passages/query_aliases.h"

namespace ibid {

class OpenIndex;

struct ClaimOptions {
  std::uint64_t limit = 3;  // passages shown of each claim, at least 1
  QueryAliases names;
};

// Thread: that of the index.
class ClaimChecker {
 public:
  // `index`: lent for the object's life. Throws Error{kIndex}, and as a search does what is wrong
  // with the alias file.
  ClaimChecker(OpenIndex& index, ClaimOptions options);
  ~ClaimChecker();
  ClaimChecker(const ClaimChecker&) = delete;
  ClaimChecker& operator=(const ClaimChecker&) = delete;

  // The claim is taken as words, whatever signs stand in it. Throws Error{kInput} for what is no
  // claim: empty, not UTF-8, longer than kMostClaimBytes, without a word to look for; other Errors
  // as a search does. Each answer is of one generation of the index, and says of which.
  ClaimAnswer check(std::string_view claim);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
