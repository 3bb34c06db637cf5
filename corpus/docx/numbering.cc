// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/numbering.h"

#include <vector>

#include "corpus/docx/word_tags.h"
#include "corpus/office/number_format.h"
#include "corpus/office/symbol_signs.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// A label is made for each paragraph.
constexpr std::size_t kMostLabelText = 128;
constexpr int kMostStart = 1'000'000;
constexpr int kMostLinks = 10;  // numStyleLink to a style to a num to …

using Levels = std::array<ListLevel, kListLevels>;

std::string label_text(std::string_view text) {
  return std::string(text.substr(0, floor_boundary(text, std::min(text.size(), kMostLabelText))));
}

}  // namespace

class NumberingHandler : public XmlHandler {
 public:
  struct Abstract {
    Levels levels;
    std::string style_link;  // numStyleLink: the levels are those of the style's list
  };
  struct Num {
    std::string abstract_id;
    std::array<std::optional<ListLevel>, kListLevels> levels;
    std::array<std::optional<int>, kListLevels> starts;
  };

  void start(const XmlElement& element) override {
    const WordTag tag = word_tag(element.space, element.name);
    const std::string_view value = element.value("val");
    if (skip_ == 0 && tag == WordTag::kFallback) skip_ = stack_.size() + 1;
    stack_.push_back(tag);
    if (skip_ != 0) return;
    switch (tag) {
      case WordTag::kAbstractNum:
        abstract_ = &abstracts[std::string(element.value("abstractNumId"))];
        break;
      case WordTag::kNum:
        num_ = &nums[std::string(element.value("numId"))];
        break;
      case WordTag::kAbstractNumId:
        if (num_ != nullptr) num_->abstract_id = value;
        break;
      case WordTag::kNumStyleLink:
        if (abstract_ != nullptr) abstract_->style_link = value;
        break;
      case WordTag::kLvlOverride:
        override_ = number_in(element.value("ilvl"), 0, kListLevels - 1);
        break;
      case WordTag::kStartOverride:
        if (num_ != nullptr && override_) {
          num_->starts[index(*override_)] = number_in(value, 0, kMostStart);
        }
        break;
      case WordTag::kLvl:
        begin_level(number_in(element.value("ilvl"), 0, kListLevels - 1));
        break;
      default:
        if (level_ != nullptr) in_level(tag, element, value);
    }
  }
  void end(std::string_view, std::string_view) override {
    if (skip_ == stack_.size()) skip_ = 0;
    switch (stack_.back()) {
      case WordTag::kLvl:
        level_ = nullptr;
        break;
      case WordTag::kNum:
        num_ = nullptr;
        break;
      case WordTag::kAbstractNum:
        abstract_ = nullptr;
        break;
      case WordTag::kLvlOverride:
        override_.reset();
        break;
      default:
        break;
    }
    stack_.pop_back();
  }
  void text(std::string_view, ByteRange) override {}

  std::map<std::string, Abstract, std::less<>> abstracts;
  std::map<std::string, Num, std::less<>> nums;

 private:
  static std::size_t index(int level) { return static_cast<std::size_t>(level); }

  void begin_level(std::optional<int> level) {
    level_ = nullptr;
    if (num_ != nullptr) {
      if (override_) level = override_;
      if (level) level_ = &num_->levels[index(*level)].emplace();
    } else if (abstract_ != nullptr && level) {
      level_ = &abstract_->levels[index(*level)];
    }
  }
  void in_level(WordTag tag, const XmlElement& element, std::string_view value) {
    switch (tag) {
      case WordTag::kStart:
        level_->start = number_in(value, 0, kMostStart).value_or(0);
        break;
      case WordTag::kNumFmt:
        level_->format = value;
        // "001, 002, 003, …": only zeros before the number are known.
        if (value == "custom") {
          const std::string_view shown = element.value("format");
          level_->format = shown.starts_with("0") ? "zeros" : "decimal";
          level_->format += shown.starts_with("0") ? std::to_string(shown.find(',')) : "";
        }
        break;
      case WordTag::kLvlRestart:
        level_->restart = number_in(value, 0, kListLevels);
        break;
      case WordTag::kIsLgl:
        level_->legal = is_on(element);
        break;
      case WordTag::kLvlText:
        level_->text = label_text(value);
        break;
      case WordTag::kPStyle:
        level_->style = value;
        break;
      case WordTag::kVanish:
        level_->vanish = is_on(element);
        break;
      case WordTag::kRFonts:
        level_->font = element.value("ascii");
        if (level_->font.empty()) level_->font = element.value("hAnsi");
        break;
      default:
        break;
    }
  }

  std::vector<WordTag> stack_;
  std::size_t skip_ = 0;
  Abstract* abstract_ = nullptr;
  Num* num_ = nullptr;
  ListLevel* level_ = nullptr;
  std::optional<int> override_;
};

Numbering::Numbering(std::string_view part_name, std::string_view xml, const Styles& styles,
                     const ReaderLimits& limits) {
  NumberingHandler handler;
  parse_xml(part_name, xml, handler, limits);
  for (const auto& [id, num] : handler.nums) {
    std::string abstract_id = num.abstract_id;
    auto abstract = handler.abstracts.find(abstract_id);
    for (int links = 0; links < kMostLinks; ++links) {
      if (abstract == handler.abstracts.end() || abstract->second.style_link.empty()) break;
      const auto linked = handler.nums.find(styles.of(abstract->second.style_link).num_id);
      if (linked == handler.nums.end()) break;
      abstract_id = linked->second.abstract_id;
      abstract = handler.abstracts.find(abstract_id);
    }
    if (abstract == handler.abstracts.end()) continue;
    List& list = lists_[id];
    list.abstract_id = abstract_id;
    list.levels = abstract->second.levels;
    list.start_overrides = num.starts;
    for (std::size_t i = 0; i < kListLevels; ++i) {
      if (num.levels[i]) list.levels[i] = *num.levels[i];
    }
  }
}

const Numbering::List* Numbering::find(std::string_view num_id) const {
  const auto found = lists_.find(num_id);
  return num_id == "0" || found == lists_.end() ? nullptr : &found->second;
}

std::optional<int> Numbering::level_of_style(const List& list, std::string_view style) {
  for (int level = 0; level < kListLevels; ++level) {
    if (list.levels[static_cast<std::size_t>(level)].style == style) return level;
  }
  return std::nullopt;
}

namespace {

std::string shown(std::int64_t number, const std::string& format) {
  if (format.starts_with("zeros")) {
    const auto width = static_cast<std::size_t>(number_in(format.substr(5), 1, 9).value_or(1));
    std::string digits = std::to_string(number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
  }
  return formatted_number(number, format);
}

}  // namespace

std::string ListCounters::next(const Numbering::List& list, std::string_view num_id, int level) {
  auto& values = counts_.try_emplace(list.abstract_id).first->second.values;
  const auto own = static_cast<std::size_t>(level);
  for (std::size_t i = 0; i < kListLevels; ++i) {
    const bool is_higher = i < own;
    if (is_higher || i == own) {
      // A list that begins again does so when its level is first used.
      const bool first =
          list.start_overrides[i] && i == own && begun_.emplace(std::string(num_id), level).second;
      if (first) values[i].reset();
      // A level that was skipped counts as used.
      if (!values[i]) {
        values[i] = list.start_overrides[i].value_or(list.levels[i].start);
      } else if (i == own) {
        ++*values[i];
      }
      continue;
    }
    const std::optional<int> restart = list.levels[i].restart;
    if (!restart || (*restart > 0 && level <= *restart - 1)) values[i].reset();
  }
  const ListLevel& rule = list.levels[own];
  if (rule.vanish) return "";
  std::string label;
  const std::string_view text = rule.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool number = text[at] == '%' && at + 1 < text.size() && text[at + 1] >= '1' &&
                        text[at + 1] <= '9' && rule.format != "bullet";
    if (!number) {
      label += text[at];
      continue;
    }
    const auto shown_level = static_cast<std::size_t>(text[++at] - '1');
    const ListLevel& of = list.levels[shown_level];
    if (shown_level > own) continue;
    const bool legal = rule.legal && of.format != "none" && of.format != "bullet";
    label += shown(values[shown_level].value_or(of.start), legal ? "decimal" : of.format);
  }
  return std::string(trim(std::string_view(readable_label(label, rule.font))));
}

}  // namespace ibid
