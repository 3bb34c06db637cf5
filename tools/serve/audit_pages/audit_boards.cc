// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/audit_pages/audit_boards.h"

#include <utility>

namespace ibid {
namespace {

std::string question_of(const PageVisit& visit, const AuditOptions& options) {
  std::string out = visit.index_dir();
  for (const std::string& rule : options.rules) (out += '\n') += rule;
  out += options.uncited == AuditOptions::Uncited::kAccused ? "\naccused" : "\nnoted";
  out += options.names.aliases == Aliases::kYes ? "\nnames\n" : "\nliteral\n";
  return out + options.names.alias_file + '\n' + options.query;
}

}  // namespace

std::shared_ptr<const AuditBoard> AuditBoards::board(const PageVisit& visit,
                                                     const AuditOptions& options) {
  const std::string question = question_of(visit, options);
  const std::scoped_lock lock(mutex_);
  for (auto kept = kept_.begin(); kept != kept_.end(); ++kept) {
    if (kept->question != question) continue;
    if (kept->state.holds()) {
      kept_.splice(kept_.begin(), kept_, kept);
      return kept_.front().board;
    }
    kept_.erase(kept);
    break;
  }
  AnswerState state(visit.index_dir());
  const auto made = std::make_shared<const AuditBoard>(audit_board(visit.index(), options));
  ++audits_;
  for (const ReportAudit& audit : made->reports) state.add_file(audit.report.path, audit.stale);
  if (!state.is_settled() || !made->totals.complete) return made;
  kept_.push_front({question, made, std::move(state)});
  if (kept_.size() > kMost) kept_.pop_back();
  return made;
}

}  // namespace ibid
