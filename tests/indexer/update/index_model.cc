// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/update/index_model.h"

#include <algorithm>

namespace ibid::testing {
namespace {

bool can_be_read(const ModelText& text) { return text.kind == ModelText::Kind::kReport; }

}  // namespace

bool IndexModel::is_below(const std::string& path, const std::string& root) {
  return path == root || path.starts_with(root + "/");
}

bool IndexModel::is_below_any(const std::string& path, const std::set<std::string>& tops) {
  return std::any_of(tops.begin(), tops.end(),
                     [&](const std::string& top) { return is_below(path, top); });
}

bool IndexModel::knows_below(const std::string& root) const {
  return std::any_of(reports.begin(), reports.end(),
                     [&](const auto& report) { return is_below(report.first, root); });
}

// A rebuild reads all folders of the index, and those that are named.
std::set<std::string> IndexModel::covered(const UpdateOptions& options) const {
  std::set<std::string> paths(options.paths.begin(), options.paths.end());
  const bool all = paths.empty() || options.mode == UpdateOptions::Mode::kRebuild;
  if (all) paths.insert(roots.begin(), roots.end());
  return paths;
}

IndexModel::Look IndexModel::look(const UpdateOptions& options) const {
  Look look;
  const std::set<std::string> named(options.paths.begin(), options.paths.end());
  const bool meant = options.removals == UpdateOptions::Removals::kAny;
  for (const std::string& path : covered(options)) {
    if (folders.contains(path) || disk.contains(path)) {
      look.roots.insert(path);
    } else if (meant && named.contains(path) && knows_below(path)) {
      look.forgotten.insert(path);
    } else {
      ++look.missing;
    }
  }
  for (const auto& [path, text] : disk) {
    if (is_below_any(path, look.roots)) look.found.insert(path);
  }
  for (const auto& [path, text] : reports) {
    const bool looked = is_below_any(path, look.roots) || is_below_any(path, look.forgotten);
    if (looked && !look.found.contains(path)) look.vanished.insert(path);
  }
  return look;
}

std::multiset<std::string> IndexModel::new_bytes(const Look& look) const {
  std::multiset<std::string> bytes;
  for (const std::string& path : look.found) {
    if (!reports.contains(path)) bytes.insert(disk.at(path).bytes);
  }
  return bytes;
}

// More than a third of the index, or all below a folder that was looked through. What moved stays;
// of several reports with the same bytes, the first by id.
bool IndexModel::is_too_much(const Look& look) const {
  std::map<std::string, std::string> by_id;
  for (const std::string& path : look.vanished) by_id[ids.at(path)] = path;
  std::multiset<std::string> moved = new_bytes(look);
  std::set<std::string> gone;
  for (const auto& [id, path] : by_id) {
    const auto at = moved.find(reports.at(path).bytes);
    if (at == moved.end()) {
      gone.insert(path);
    } else {
      moved.erase(at);
    }
  }
  if (gone.size() * 3 > reports.size()) return true;
  return std::any_of(look.roots.begin(), look.roots.end(), [&](const std::string& root) {
    return knows_below(root) && std::all_of(reports.begin(), reports.end(), [&](const auto& it) {
             return !is_below(it.first, root) || gone.contains(it.first);
           });
  });
}

Texts IndexModel::without(const std::set<std::string>& vanished) const {
  Texts left = reports;
  for (const std::string& path : vanished) left.erase(path);
  return left;
}

// A folder below another one is not named besides.
std::set<std::string> IndexModel::without_inner(const std::set<std::string>& tops) {
  std::set<std::string> outer;
  for (const std::string& top : tops) {
    std::set<std::string> others = tops;
    others.erase(top);
    if (!is_below_any(top, others)) outer.insert(top);
  }
  return outer;
}

Expected IndexModel::after(const UpdateOptions& options) const {
  Expected expected{.reports = reports, .roots = roots};
  const auto refuse = [&](Expected::Answer answer) {
    expected.answer = answer;
    return expected;
  };
  if (covered(options).empty()) return refuse(Expected::Answer::kUsage);
  const Look look = this->look(options);
  expected.failed = look.missing;
  Texts reports_then = without(look.vanished);
  std::multiset<std::string> gone;
  for (const std::string& path : look.vanished) gone.insert(reports.at(path).bytes);
  for (const std::string& path : look.found) {
    const ModelText& text = disk.at(path);
    const auto known = reports.find(path);
    if (!can_be_read(text)) {
      ++expected.failed;
      continue;
    }
    reports_then[path] = text;
    if (known == reports.end()) {
      ++expected.fresh;
      const auto from = gone.find(text.bytes);
      if (from == gone.end()) continue;
      gone.erase(from);
      ++expected.moved;
    } else {
      ++(known->second.bytes == text.bytes ? expected.unchanged : expected.updated);
    }
  }
  expected.vanished = look.vanished.size();
  const bool few = options.removals == UpdateOptions::Removals::kFew;
  if (few && is_too_much(look)) return refuse(Expected::Answer::kTooMany);
  if (options.all_or_nothing && expected.failed != 0) return refuse(Expected::Answer::kWithheld);
  expected.reports = std::move(reports_then);
  std::erase_if(expected.roots,
                [&](const std::string& root) { return is_below_any(root, look.forgotten); });
  expected.roots.insert(look.roots.begin(), look.roots.end());
  expected.roots = without_inner(expected.roots);
  return expected;
}

std::vector<Texts> IndexModel::partly(const UpdateOptions& options) const {
  const Look look = this->look(options);
  std::vector<Texts> states = {without(look.vanished)};
  for (const std::string& path : look.found) {
    if (!can_be_read(disk.at(path))) continue;
    states.push_back(states.back());
    states.back()[path] = disk.at(path);
  }
  return states;
}

}  // namespace ibid::testing
