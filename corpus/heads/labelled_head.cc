// SPDX-License-Identifier: GPL-2.0-or-later
//
// See labelled_head.h: chooses the values from lines that have their roles.
#include "corpus/heads/labelled_head.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "corpus/dates/find_date.h"
#include "corpus/heads/head_roles.h"
#include "corpus/layout/byline.h"
#include "corpus/layout/head_fields.h"
#include "corpus/layout/masthead.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxDatedLines = 2;  // more dates on lines of their own are a list of events

std::string_view without_brackets(std::string_view name) {
  return name.starts_with('(') && name.ends_with(')') ? name.substr(1, name.size() - 2) : name;
}

class LabelledHead {
 public:
  LabelledHead(std::string_view text, const HeadRegion& region, const FrontMatter& front_matter)
      : text_(text), region_(region) {
    take_front_matter(front_matter);
    roles_.emplace(region, !head_.title.empty());
    release_ = roles_->release();
  }

  std::optional<ReportHead> read() {
    if (!says_of_itself()) return {};
    head_.first_form = false;
    take_fields();
    take_title();
    take_publisher();
    take_bylines();
    take_date_lines();
    settle_date();
    set_end();
    return std::move(head_);
  }

 private:
  ByteRange bytes_of(std::string_view line) const {
    const auto begin = static_cast<std::uint64_t>(line.data() - text_.data());
    return {begin, begin + line.size()};
  }

  // The first value of a field stays.
  void set(std::string& field, const char* name, std::string value, std::string rule,
           ByteRange line) {
    if (!field.empty() || value.empty()) return;
    field = std::move(value);
    head_.origins.push_back({name, std::move(rule), line});
  }

  void take_front_matter(const FrontMatter& matter) {
    for (const FrontMatterField& field : matter.fields) {
      if (field.values.empty()) continue;
      const std::string& value = field.values.front();
      const std::string rule = fmt::format("\"{}\" of the front matter", field.key);
      if (field.key == "title") {
        set(head_.title, "title", value, rule, field.line);
      } else if (field.key == "date" || field.key == "published" || field.key == "date_published") {
        set(head_.date, "date", date_of_value(value), rule, field.line);
      } else if (field.key == "author" || field.key == "authors" || field.key == "by") {
        std::string names;
        for (const std::string& name : field.values) {
          names += (names.empty() ? "" : ", ") + clean_name(name);
        }
        set(head_.author, "author", names, rule, field.line);
      } else if (field.key == "publisher" || field.key == "institution" ||
                 field.key == "organization") {
        set(head_.publisher, "publisher", value, rule, field.line);
      } else if ((field.key == "url" || field.key == "link" || field.key == "permalink" ||
                  field.key == "canonical_url") &&
                 (value.starts_with("https://") || value.starts_with("http://"))) {
        set(head_.url, "url", value, rule, field.line);
      }
    }
    said_ = matter.end > 0;
  }

  // One date, labelled or not, and a title are also in heads of the first form.
  bool says_of_itself() const {
    if (said_ || roles_->has(HeadRole::kByline) || roles_->has(HeadRole::kSite) ||
        roles_->institution_above_date())
      return true;
    if (roles_->has(HeadRole::kKind) &&
        (release_ || roles_->has(HeadRole::kCandidate) || roles_->stop_may_be_title()))
      return true;
    for (const auto& [line, values] : roles_->fields()) {
      if (values.size() > 1 || values.front().field != HeadField::kDate) return true;
      if (values.front().label.starts_with("보도")) return true;
    }
    return !region_.numbered && (roles_->has(HeadRole::kDate) || roles_->has(HeadRole::kFields));
  }

  void take_fields() {
    for (const auto& [line, values] : roles_->fields()) {
      for (const HeadValue& value : values) take_field(value, bytes_of(line->text));
    }
  }

  void take_field(const HeadValue& value, ByteRange line) {
    const std::string rule = fmt::format("label \"{}\"", value.label);
    const std::string date = date_of_value(value.value);
    release_ = release_ || value.label.starts_with("보도");
    switch (value.field) {
      case HeadField::kTitle:
        return set(head_.title, "title", std::string(value.value), rule, line);
      case HeadField::kPublisher:
        return set(head_.publisher, "publisher", clean_name(value.value), rule, line);
      case HeadField::kAuthor:
        return set(head_.author, "author", clean_name(value.value), rule, line);
      case HeadField::kEither:
        if (date.empty()) {
          return set(head_.publisher, "publisher", clean_name(value.value), rule, line);
        }
        return set(head_.date, "date", date, rule, line);
      case HeadField::kDate:
        // "9. 5. (Thu)" is a day of some year: then no other date is the report's.
        unclear_ = unclear_ || (date.empty() &&
                                value.value.find_first_of("0123456789") != std::string_view::npos);
        return set(head_.date, "date", date, value.label.empty() ? "date beside fields" : rule,
                   line);
      case HeadField::kLaterDate:
        if (later_date_.value.empty()) later_date_ = {"date", rule, line, date};
        return;
      case HeadField::kUrl:
      case HeadField::kOther:
        return;
    }
  }

  void take_title() {
    const RoledLine* title = nullptr;
    bool below = !release_;  // of a release the title is below its head
    for (const RoledLine& line : roles_->lines()) {
      below = below || line.role == HeadRole::kKind || line.role == HeadRole::kFields;
      if (line.role != HeadRole::kCandidate || !below) continue;
      if (!title ||
          (line.line->kind == Block::Kind::kHash && title->line->kind != line.line->kind)) {
        title = &line;
      }
    }
    if (!title) return take_stop_title();
    // A title that a field has given is repeated, if at all, word for word or as a heading.
    if (!head_.title.empty() && title->line->kind != Block::Kind::kHash &&
        title->line->text != head_.title) {
      return;
    }
    title_end_ = after(title->line->position);
    const auto at = static_cast<std::size_t>(title - roles_->lines().data());
    ByteRange line = bytes_of(title->line->text);
    std::string text(title->line->text);
    if (goes_on(at)) {
      text += ' ' + std::string(roles_->lines()[at + 1].line->text);
      line.end = bytes_of(roles_->lines()[at + 1].line->text).end;
      title_end_ = after(roles_->lines()[at + 1].line->position);
    }
    set(head_.title, "title", std::move(text),
        release_ ? "first line below the head of a press release"
                 : "first line that may be a title",
        line);
  }

  // The title is wrapped over two lines of a block.
  bool goes_on(std::size_t at) const {
    if (at + 1 >= roles_->lines().size() || roles_->lines()[at + 1].role != HeadRole::kCandidate)
      return false;
    const HeadLine& line = *roles_->lines()[at].line;
    const HeadLine& next = *roles_->lines()[at + 1].line;
    if (line.position.block != next.position.block) return false;
    std::size_t first = 0;
    if (is_lower(next_code_point(next.text, first))) return true;
    return line.text.ends_with(',') || line.text.ends_with(':') || line.text.ends_with("…") ||
           line.text.ends_with("·");
  }

  // The heading that ends the region, in capitals, if nothing above it may be a title.
  void take_stop_title() {
    if (!head_.title.empty() || !roles_->stop_may_be_title()) return;
    set(head_.title, "title", std::string(region_.stop_line), "first line that may be a title",
        bytes_of(region_.stop_line));
    title_end_ = after(region_.stop);
  }

  void take_publisher() {
    for (const RoledLine& line : roles_->lines()) {
      const std::string_view text = line.line->text;
      if (line.role == HeadRole::kKind) {
        set(head_.publisher, "publisher", clean_name(read_document_kind(text).publisher),
            "before the kind of document", bytes_of(text));
      } else if (line.role == HeadRole::kInstitution) {
        set(head_.publisher, "publisher", clean_name(without_brackets(text)),
            "name of an institution in the head", bytes_of(text));
      } else if (line.role == HeadRole::kSite) {
        set(head_.publisher, "publisher", std::string(encyclopedia_of(text)), "name of the site",
            bytes_of(text));
      }
    }
    read_foot();
    if (!release_ || !roles_->text_line()) return;
    set(head_.publisher, "publisher", publisher_of_release(roles_->text_line()->text),
        "first sentence of a press release", bytes_of(roles_->text_line()->text));
  }

  // What pages say of themselves below the text.
  void read_foot() {
    constexpr std::size_t kFoot = 600;  // bytes
    std::string_view foot = text_.substr(text_.size() - std::min(text_.size(), kFoot));
    foot.remove_prefix(std::min(foot.find('\n'), foot.size()));
    while (!foot.empty()) {
      const std::size_t end = std::min(foot.find('\n'), foot.size());
      const std::string_view line = trim(foot.substr(0, end));
      foot.remove_prefix(std::min(end + 1, foot.size()));
      if (line.empty()) continue;
      set(head_.publisher, "publisher", std::string(copyright_holder(line)), "holder of the rights",
          bytes_of(line));
      constexpr std::string_view kEdited = "this page was last edited on";
      if (later_date_.value.empty() && ascii_lower(line).starts_with(kEdited)) {
        later_date_ = {"date", "day of the last edit", bytes_of(line), find_date(line)};
      }
    }
  }

  void take_bylines() {
    for (const RoledLine& line : roles_->lines()) {
      if (line.role == HeadRole::kPerson || line.role == HeadRole::kTeam) {
        set(head_.author, "author", clean_name(line.line->text),
            line.role == HeadRole::kPerson ? "name above the institution" : "team beside the date",
            bytes_of(line.line->text));
      }
      if (line.role != HeadRole::kByline) continue;
      const Byline byline = read_byline(line.line->text);
      set(head_.author, "author", byline.author, "byline", bytes_of(line.line->text));
      set(head_.date, "date", date_of_value(byline.date), "byline", bytes_of(line.line->text));
    }
  }

  bool dates_count() const {
    const auto dated =
        std::count_if(roles_->lines().begin(), roles_->lines().end(),
                      [](const RoledLine& line) { return line.role == HeadRole::kDate; });
    return static_cast<std::size_t>(dated) <= kMaxDatedLines;
  }

  void take_date_lines() {
    for (const RoledLine& line : roles_->lines()) {
      const std::string_view text = line.line->text;
      if (line.role == HeadRole::kDate && dates_count()) {
        set(head_.date, "date", date_of_value(text), "line that holds only a date", bytes_of(text));
      } else if (line.role == HeadRole::kKind) {
        set(head_.date, "date", find_date(text), "behind the kind of document", bytes_of(text));
      } else if (line.role == HeadRole::kCandidate && line.line->position >= title_end_ &&
                 ends_with_its_date(text)) {
        set(head_.date, "date", find_date(text), "line that ends with a date", bytes_of(text));
      }
    }
  }

  void settle_date() {
    if (!head_.date.empty() || unclear_) return;
    if (later_date_.value.empty()) return;
    head_.date = later_date_.value;
    head_.origins.push_back({later_date_.field, later_date_.rule, later_date_.bytes});
  }

  void set_end() {
    head_.end = title_end_;
    for (const RoledLine& line : roles_->lines()) {
      if (line.role == HeadRole::kCandidate || (line.role == HeadRole::kDate && !dates_count()))
        continue;
      head_.end = std::max(head_.end, after(line.line->position));
    }
  }

  struct LaterDate {
    std::string field, rule;
    ByteRange bytes;
    std::string value;
  };

  std::string_view text_;
  const HeadRegion& region_;
  ReportHead head_;
  std::optional<HeadRoles> roles_;
  LinePosition title_end_;
  LaterDate later_date_;
  bool said_ = false;     // front matter
  bool release_ = false;  // of the press
  bool unclear_ = false;  // the report has a date that is not read
};

}  // namespace

std::optional<ReportHead> read_labelled_head(std::string_view text, const HeadRegion& region,
                                             const FrontMatter& front_matter) {
  return LabelledHead(text, region, front_matter).read();
}

}  // namespace ibid
