// SPDX-License-Identifier: GPL-2.0-or-later
//
// See head_roles.h.
#include "corpus/heads/head_roles.h"

#include <algorithm>
#include <string_view>

#include "corpus/layout/byline.h"
#include "corpus/layout/known_titles.h"
#include "corpus/layout/masthead.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxLines = 40;      // of a head
constexpr std::size_t kMaxCandidates = 8;  // for the title; more lines are text

bool is_subtitle(const HeadLine& line) {
  if (line.kind != Block::Kind::kBullet) return false;
  for (const std::string_view dash : {" -", " –", " —", "-"}) {
    if (line.text.ends_with(dash) && line.text.size() > 2 * dash.size()) return true;
  }
  return false;
}

// A longer bullet, or one without a colon, is text.
bool may_be_field_bullet(std::string_view line) {
  constexpr std::size_t kMost = 160;  // bytes
  return line.size() <= kMost && line.find(':') != std::string_view::npos;
}

bool is_field_bullet(const std::vector<HeadValue>& values) {
  return std::any_of(values.begin(), values.end(), [&](const HeadValue& value) {
    return value.field != HeadField::kOther && !value.label.empty();
  });
}

}  // namespace

HeadRoles::HeadRoles(const HeadRegion& region, bool titled) : region_(region) {
  give_roles();
  find_names(titled);
}

void HeadRoles::give_roles() {
  std::size_t candidates = 0;
  for (const HeadLine& line : region_.lines) {
    if (lines_.size() >= kMaxLines) return;
    const std::optional<HeadRole> role = role_of(line);
    candidates += role == HeadRole::kCandidate ? 1 : 0;
    if (!role || candidates > kMaxCandidates) {
      text_line_ = &line;
      return;
    }
    lines_.push_back({&line, *role});
  }
}

// Nothing: the text begins.
std::optional<HeadRole> HeadRoles::role_of(const HeadLine& line) {
  if (is_subtitle(line)) return HeadRole::kSubtitle;
  if (line.kind == Block::Kind::kBullet && !may_be_field_bullet(line.text)) return {};
  std::vector<HeadValue> values = read_field_line(line.text);
  if (line.kind == Block::Kind::kBullet && !is_field_bullet(values)) return {};
  if (values.size() == 1 && values.front().label.empty()) return HeadRole::kDate;
  if (!values.empty()) {
    fields_.emplace_back(&line, std::move(values));
    return HeadRole::kFields;
  }
  if (is_date_alone(line.text)) return HeadRole::kDate;
  if (text_begins(line)) return {};
  if (is_furniture(line.text)) return HeadRole::kFurniture;
  if (const DocumentKind kind = read_document_kind(line.text); kind.found) {
    release_ = release_ || kind.release;
    return HeadRole::kKind;
  }
  if (!encyclopedia_of(line.text).empty()) return HeadRole::kSite;
  if (!lines_.empty() && !read_byline(line.text).author.empty()) return HeadRole::kByline;
  return HeadRole::kCandidate;
}

// As something else than a candidate.
bool HeadRoles::is_named(std::size_t i) const {
  return i < lines_.size() && lines_[i].role != HeadRole::kCandidate &&
         lines_[i].role != HeadRole::kFurniture && lines_[i].role != HeadRole::kSubtitle;
}

// An institution is beside a date, a kind, a byline or another institution, and leaves a title.
void HeadRoles::find_names(bool titled) {
  std::size_t titles = stop_may_be_title() || titled ? 1 : 0;
  for (const RoledLine& line : lines_) titles += line.role == HeadRole::kCandidate ? 1 : 0;
  for (std::size_t i = 0; i < lines_.size() && titles > 1; ++i) {
    if (lines_[i].role != HeadRole::kCandidate || lines_[i].line->kind == Block::Kind::kHash)
      continue;
    const bool beside = (i > 0 && is_named(i - 1)) || is_named(i + 1);
    if (!beside) continue;
    if (reads_like_institution(lines_[i].line->text)) {
      lines_[i].role = HeadRole::kInstitution;
    } else if (i > 0 && reads_like_team(lines_[i].line->text)) {
      lines_[i].role = HeadRole::kTeam;
    } else {
      continue;
    }
    --titles;
    if (i > 1 && titles > 1 && is_person_above(i)) {
      lines_[i - 1].role = HeadRole::kPerson;
      --titles;
    }
  }
}

// "Mara Lind" in the block of an institution, below the title.
bool HeadRoles::is_person_above(std::size_t i) const {
  const RoledLine& line = lines_[i - 1];
  return line.role == HeadRole::kCandidate &&
         line.line->position.block == lines_[i].line->position.block &&
         reads_like_person(line.line->text);
}

bool HeadRoles::institution_above_date() const {
  const auto institution = std::find_if(lines_.begin(), lines_.end(), [](const RoledLine& line) {
    return line.role == HeadRole::kInstitution;
  });
  return std::any_of(institution, lines_.end(),
                     [](const RoledLine& line) { return line.role == HeadRole::kDate; });
}

bool HeadRoles::stop_may_be_title() const {
  return region_.more_follows && !region_.contents && !region_.numbered && !text_line_ &&
         !is_known_heading(region_.stop_line);
}

bool HeadRoles::has(HeadRole role) const {
  return std::any_of(lines_.begin(), lines_.end(),
                     [&](const RoledLine& line) { return line.role == role; });
}

}  // namespace ibid
