// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/styles.h"

#include <vector>

#include "corpus/docx/word_tags.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr int kMostBases = 30;  // Word refuses chains of more than 11

using Role = StyleFacts::Role;

// Built-in styles have English names in each language of Word; Korean ones are made by other
// programs.
Role role_of(std::string_view name) {
  if (name == "title" || name == "제목") return Role::kTitle;
  if (name == "quote" || name == "intense quote" || name == "block text" || name == "인용" ||
      name == "강한 인용") {
    return Role::kQuotation;
  }
  if (name == "html preformatted" || name == "source code" || name == "macro") return Role::kCode;
  if (name == "caption" || name == "캡션") return Role::kCaption;
  return Role::kNone;
}

// "heading 2", "제목 2" -> 1
std::optional<int> outline_of(std::string_view name) {
  for (const std::string_view begin : {"heading ", "제목 "}) {
    if (!name.starts_with(begin)) continue;
    if (const auto level = number_in(name.substr(begin.size()), 1, 9)) return *level - 1;
  }
  return std::nullopt;
}

}  // namespace

TextHeight height_at(std::string_view alignment) {
  if (alignment == "superscript") return TextHeight::kRaised;
  return alignment == "subscript" ? TextHeight::kLowered : TextHeight::kLine;
}

class StylesHandler : public XmlHandler {
 public:
  explicit StylesHandler(Styles& styles) : styles_(styles) {}

  void start(const XmlElement& element) override {
    const WordTag tag = word_tag(element.space, element.name);
    const auto parent = [this](std::size_t up) {
      return stack_.size() < up ? WordTag::kOther : stack_[stack_.size() - up];
    };
    if (tag == WordTag::kStyle) {
      begin_style(element);
    } else if (style_ != nullptr) {
      if (parent(1) == WordTag::kStyle) in_style(tag, element);
      if (parent(2) == WordTag::kStyle) in_properties(parent(1), tag, element);
      if (parent(3) == WordTag::kStyle && parent(1) == WordTag::kNumPr) in_list(tag, element);
    }
    stack_.push_back(tag);
  }
  void end(std::string_view, std::string_view) override {
    if (stack_.back() == WordTag::kStyle) style_ = nullptr;
    stack_.pop_back();
  }
  void text(std::string_view, ByteRange) override {}

 private:
  void begin_style(const XmlElement& element) {
    id_ = element.value("styleId");
    const auto [style, added] = styles_.styles_.try_emplace(id_);
    style_ = added ? &style->second : nullptr;
    const std::string_view is_default = element.value("default");
    if (element.value("type") == "paragraph" && (is_default == "1" || is_default == "true")) {
      styles_.default_paragraph_ = id_;
    }
  }
  void in_style(WordTag tag, const XmlElement& element) {
    if (tag == WordTag::kName) style_->name = ascii_lower(element.value("val"));
    if (tag == WordTag::kBasedOn) style_->based_on = element.value("val");
    if (tag == WordTag::kTblStylePr && element.value("type") == "firstRow") {
      style_->facts.has_first_row = true;
    }
  }
  void in_properties(WordTag parent, WordTag tag, const XmlElement& element) {
    if (parent == WordTag::kPPr && tag == WordTag::kOutlineLvl) {
      style_->facts.outline = number_in(element.value("val"), 0, 9);
    }
    if (parent != WordTag::kRPr) return;
    if (tag == WordTag::kVanish) style_->facts.vanish = is_on(element);
    if (tag == WordTag::kVertAlign) style_->facts.height = height_at(element.value("val"));
  }
  void in_list(WordTag tag, const XmlElement& element) {
    if (tag == WordTag::kNumId) {
      style_->facts.num_id = element.value("val");
      style_->facts.list_style = id_;
    }
    if (tag == WordTag::kIlvl) style_->facts.ilvl = number_in(element.value("val"), 0, 8);
  }

  Styles& styles_;
  std::vector<WordTag> stack_;
  Styles::Style* style_ = nullptr;
  std::string id_;
};

Styles::Styles(std::string_view part_name, std::string_view xml, const ReaderLimits& limits) {
  StylesHandler handler(*this);
  parse_xml(part_name, xml, handler, limits);
  for (auto& [id, style] : styles_) {
    style.facts.role = role_of(style.name);
    if (const auto outline = outline_of(style.name); outline && !style.facts.outline) {
      style.facts.outline = outline;
    }
  }
  for (const auto& [id, style] : styles_) resolved_.emplace(id, resolved(id));
}

StyleFacts Styles::resolved(const std::string& id) const {
  StyleFacts facts;
  std::string_view next = id;
  for (int depth = 0; depth < kMostBases; ++depth) {
    const auto found = styles_.find(next);
    if (found == styles_.end()) break;
    const StyleFacts& own = found->second.facts;
    if (facts.role == Role::kNone) facts.role = own.role;
    if (!facts.outline) facts.outline = own.outline;
    if (!facts.vanish) facts.vanish = own.vanish;
    if (!facts.height) facts.height = own.height;
    if (!facts.ilvl && facts.num_id.empty()) facts.ilvl = own.ilvl;
    if (facts.num_id.empty()) {
      facts.num_id = own.num_id;
      facts.list_style = own.list_style;
    }
    facts.has_first_row = facts.has_first_row || own.has_first_row;
    next = found->second.based_on;
  }
  // A heading that is based on the title's style is a heading.
  if (facts.outline && *facts.outline < 9 && facts.role == Role::kTitle) {
    const auto own = styles_.find(id);
    if (own->second.facts.role != Role::kTitle) facts.role = Role::kNone;
  }
  return facts;
}

const StyleFacts& Styles::none() {
  static const StyleFacts nothing;
  return nothing;
}

const StyleFacts& Styles::of(std::string_view id) const {
  const auto found = resolved_.find(id.empty() ? std::string_view(default_paragraph_) : id);
  return found == resolved_.end() ? none() : found->second;
}

}  // namespace ibid
