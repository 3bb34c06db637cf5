// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/reports/report_names.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "corpus/files/discover.h"
#include "corpus/report/passage_id.h"
#include "corpus/text/code_points.h"
#include "corpus/text/edit_distance.h"
#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "search/index/index_metadata.h"

namespace ibid {
namespace {

constexpr std::size_t kMostNear = 3;

// Like a path: with a folder, or with an extension that a report id has not.
bool may_be_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || report_id_from_file_name(name) != name;
}

std::optional<std::string> report_at(const IndexView& index, const std::string& path) {
  for (const auto& [id, file] : report_files(index)) {
    if (file.stamp.path == path) return id;
  }
  return std::nullopt;
}

std::vector<std::string> beginning_with(std::string_view name,
                                        const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (auto it = std::lower_bound(ids.begin(), ids.end(), name);
       it != ids.end() && it->starts_with(name); ++it) {
    out.push_back(*it);
  }
  return out;
}

void add_terms_from(const IndexView& index, const std::string& start,
                    std::vector<std::string>& terms) {
  statistics(index).each_term(start, start, [&](const std::string& term) {
    if (has_live(index, term)) terms.push_back(term);
    return true;
  });
}

// Of the passages in a section and those below it, or of one passage.
std::vector<std::string> terms_in(const IndexView& index, const std::string& id,
                                  std::string_view place) {
  const std::string start = value_term(schema::kPassageId, id + "#" + std::string(place));
  if (has_live(index, start)) return {start};
  std::vector<std::string> terms;
  add_terms_from(index, start + ".", terms);
  add_terms_from(index, start + "-", terms);
  return terms;
}

// Without a list of all, which may be long.
bool is_report(const IndexView& index, std::string_view id) {
  return id.size() <= kMaxReportIdBytes &&
         !metadata(index, schema::kMetaFile + std::string(id)).empty();
}

// How many letters may be wrong: one in four, as words of a long name are often left out.
std::size_t most_wrong(std::size_t letters) {
  constexpr std::size_t kShort = 4, kLong = 8;
  return letters < kShort ? 0 : letters < kLong ? 1 : letters / 4;
}

// To the id, or to its beginning: a name need not be whole.
std::size_t distance_of(const std::u32string& name, std::u32string_view id, std::size_t limit) {
  std::size_t least = edit_distance(name, id, limit);
  for (const std::size_t length : {name.size(), name.size() + 1}) {
    if (length < id.size()) {
      least = std::min(least, edit_distance(name, id.substr(0, length), limit));
    }
  }
  return least;
}

}  // namespace

std::vector<std::string> nearest_ids(std::string_view name, const std::vector<std::string>& ids) {
  const std::string small = ascii_lower(name);
  const std::u32string letters = letters_of(small);
  const std::size_t limit = most_wrong(letters.size());
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& id : ids) {
    const std::string other = ascii_lower(id);
    const bool part = small.size() > 2 && other.find(small) != std::string::npos;
    const std::size_t distance = distance_of(letters, letters_of(other), limit);
    if (distance <= limit) {
      near.emplace_back(distance, id);
    } else if (part) {
      near.emplace_back(limit + 1, id);
    }
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min(near.size(), kMostNear); ++i) out.push_back(near[i].second);
  return out;
}

ReportChoice find_report(const IndexView& index, std::string_view name) {
  if (name.empty()) return {};
  if (is_report(index, name)) return {std::string(name), {}};
  const std::vector<std::string> ids = report_ids(index);
  const auto is_id = [&](const std::string& id) {
    return std::binary_search(ids.begin(), ids.end(), id);
  };
  std::string last = std::filesystem::path(name).filename().string();
  if (may_be_path(name)) {
    if (auto id = report_at(index, absolute_path(std::string(name)))) return {std::move(id), {}};
    const std::string id = report_id_from_file_name(last);
    if (name.find('/') == std::string_view::npos && is_id(id)) return {id, {}};
    last = id;
  }
  std::vector<std::string> begun = beginning_with(name, ids);
  if (begun.size() == 1) return {std::move(begun.front()), {}};
  if (begun.empty()) return {std::nullopt, nearest_ids(last, ids)};
  begun.resize(std::min(begun.size(), kMostNear));
  return {std::nullopt, std::move(begun)};
}

ReportTerms report_terms(const IndexView& index, std::string_view value) {
  ReportTerms found;
  if (value.ends_with('*')) {
    value.remove_suffix(1);
    add_terms_from(index, value_term(schema::kReportId, value), found.terms);
    return found;
  }
  if (std::string exact = value_term(schema::kReportId, value); has_live(index, exact)) {
    found.id = value;
    found.terms.push_back(std::move(exact));
    return found;
  }
  const std::size_t sharp = value.rfind('#');
  ReportChoice choice = find_report(index, value.substr(0, sharp));
  found.id = std::move(choice.id);
  found.near = std::move(choice.near);
  if (!found.id) return found;
  if (sharp != std::string_view::npos) {
    found.terms = terms_in(index, *found.id, value.substr(sharp + 1));
  } else if (std::string term = value_term(schema::kReportId, *found.id); has_live(index, term)) {
    found.terms.push_back(std::move(term));  // a report may have no passage
  }
  return found;
}

std::string did_you_mean(const std::vector<std::string>& near) {
  std::string names;
  for (std::size_t i = 0; i < near.size(); ++i) {
    names += (i == 0 ? "" : i + 1 == near.size() ? " or " : ", ") + near[i];
  }
  return names.empty() ? "" : "; did you mean " + names + "?";
}

}  // namespace ibid
