// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/removal_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostRemoved = 3;  // one in three

using Known = std::map<std::string, FileRecord>;

// Reports whose bytes are in no new file, by id.
std::vector<std::string> really_gone(const UpdatePlan& plan, const Known& known) {
  std::set<std::uint64_t> sizes;
  for (const std::string& id : plan.vanished) sizes.insert(known.at(id).stamp.size);
  std::multiset<std::string> moved;
  for (const PlannedFile& file : plan.to_read) {
    if (file.known != nullptr || !sizes.contains(file.stamp.size)) continue;
    try {
      moved.insert(sha256_hex(read_file(file.stamp.path)));
    } catch (const Error&) {
      continue;  // it is named when it is indexed
    }
  }
  std::vector<std::string> gone;
  for (const std::string& id : plan.vanished) {
    const auto at = moved.find(known.at(id).sha256);
    if (at == moved.end()) {
      gone.push_back(id);
    } else {
      moved.erase(at);
    }
  }
  return gone;
}

std::uint64_t count_below(const Known& known, const std::string& root) {
  return static_cast<std::uint64_t>(std::count_if(
      known.begin(), known.end(),
      [&](const auto& report) { return is_at_or_below(report.second.stamp.path, root); }));
}

std::string names_of(const std::vector<std::string>& ids) {
  constexpr std::size_t kShown = 3;
  std::string names =
      fmt::format("{}", fmt::join(std::span(ids).first(std::min(ids.size(), kShown)), ", "));
  if (ids.size() > kShown) names += fmt::format(" and {} more", ids.size() - kShown);
  return names;
}

}  // namespace

std::string why_removals_are_many(const UpdatePlan& plan, const Known& known,
                                  const std::vector<std::string>& roots) {
  if (plan.vanished.empty()) return "";
  const bool many = plan.vanished.size() * kMostRemoved > known.size();
  const std::vector<std::string> gone = really_gone(plan, known);
  for (const std::string& root : roots) {
    const auto below = static_cast<std::uint64_t>(std::count_if(
        gone.begin(), gone.end(),
        [&](const std::string& id) { return is_at_or_below(known.at(id).stamp.path, root); }));
    if (below == 0 || below != count_below(known, root)) continue;
    return fmt::format("this would remove {} of the index below {}: {}",
                       below == 1 ? "the only report" : fmt::format("all {} reports", below), root,
                       names_of(gone));
  }
  if (!many || gone.size() * kMostRemoved <= known.size()) return "";
  return fmt::format("this would remove {} of the {} reports of the index: {}", gone.size(),
                     known.size(), names_of(gone));
}

}  // namespace ibid
