// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/commands/index_summary.h"

#include <fmt/core.h>

#include "search/render/escape_terminal.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

std::string totals(const UpdateSummary& summary) {
  return fmt::format("{}, {} (generation {})", counted(summary.total_reports, "report"),
                     counted(summary.total_passages, "passage"), summary.generation);
}

std::string skipped_files(const UpdateSummary& summary) {
  if (summary.skipped == 0) return "";
  return fmt::format("skipped: {}, hidden or of another extension\n",
                     counted(summary.skipped, "file"));
}

std::string unread_files(const UpdateSummary& summary) {
  if (summary.unread == 0) return "";
  return fmt::format("not read: {} of other formats, named below\n",
                     counted(summary.unread, "file"));
}

std::string kept_out_files(const UpdateSummary& summary) {
  if (summary.kept_out == 0) return "";
  return fmt::format("kept out: {} that {} removed (ibid list --removed)\n",
                     counted(summary.kept_out, "file"), summary.kept_out == 1 ? "was" : "were");
}

std::string other_encodings(const UpdateSummary& summary) {
  std::string files;
  for (const auto& [encoding, count] : summary.encodings) {
    files += fmt::format("{}{} in {}", files.empty() ? "" : ", ", counted(count, "file"),
                         to_string(encoding));
  }
  return files.empty() ? "" : "not in UTF-8: " + files + "\n";
}

// "1 updated (1 moved)"
std::string with_part(std::uint64_t count, std::string_view what, std::uint64_t part,
                      std::string_view part_what) {
  const std::string out = fmt::format("{} {}", count, what);
  return part == 0 ? out : out + fmt::format(" ({} {})", part, part_what);
}

}  // namespace

std::string summary_text(const UpdateSummary& summary) {
  if (summary.withheld) {
    const std::string nothing = "nothing was changed, because not every file can be indexed";
    return summary.generation == 0 ? nothing + "\n" : nothing + ": " + totals(summary) + "\n";
  }
  const std::uint64_t changes = summary.added + summary.updated + summary.removed;
  if (changes == 0 && summary.total_reports == 0) {
    return "nothing to index: no report found, and none in the index\n" + skipped_files(summary) +
           unread_files(summary);
  }
  if (changes == 0 && summary.rebuilt) {
    return fmt::format("rebuilt, {} unchanged: {}\n", summary.unchanged, totals(summary)) +
           skipped_files(summary) + unread_files(summary) + kept_out_files(summary);
  }
  if (changes == 0) {
    return fmt::format("nothing to do, {} unchanged: {}\n", summary.unchanged, totals(summary)) +
           skipped_files(summary) + unread_files(summary) + kept_out_files(summary);
  }
  return fmt::format("{} added, {}, {} removed, {}: {}\n", counted(summary.added, "report"),
                     with_part(summary.updated, "updated", summary.moved, "moved"), summary.removed,
                     with_part(summary.unchanged, "unchanged", summary.touched, "touched"),
                     totals(summary)) +
         other_encodings(summary) + skipped_files(summary) + unread_files(summary) +
         kept_out_files(summary);
}

std::string problems_text(std::string_view what, const std::vector<Problem>& problems,
                          std::string_view base_dir) {
  if (problems.empty()) return "";
  std::string out = fmt::format("{}:\n", what);
  for (const Problem& problem : problems) {
    out += fmt::format("  {}: {}\n", shown_path(problem.path, base_dir),
                       escape_terminal(problem.message));
  }
  return out;
}

std::string interrupted_text(const UpdateSummary& summary) {
  if (summary.generation == 0) return "interrupted: nothing was kept, there is no index yet";
  if (summary.rebuilt || summary.withheld) {
    return fmt::format("interrupted: the index stays as it was, {}", totals(summary));
  }
  return fmt::format("interrupted: finished work is kept, {}; run it again to continue",
                     totals(summary));
}

}  // namespace ibid
