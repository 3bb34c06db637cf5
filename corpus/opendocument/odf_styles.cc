// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/opendocument/odf_styles.h"

#include <algorithm>
#include <charconv>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr int kMostParents = 50;
constexpr std::size_t kMostSign = 64;  // of a label's parts: a label is made for each paragraph

using BlockKind = ExtractedBlock::Kind;

std::string short_text(std::string_view text) {
  return std::string(text.substr(0, floor_boundary(text, std::min(text.size(), kMostSign))));
}

int number_of(const XmlElement& element, std::string_view name, int otherwise, int most) {
  const std::string_view text = element.value(name);
  int number = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || at != text.data() + text.size()) return otherwise;
  return number < 0 || number > most ? otherwise : number;
}

// "super 58%", "sub 58%", "33% 58%", "-8% 58%", "0% 100%" (ODF 1.3 part 3, 20.398).
TextHeight height_at(std::string_view position) {
  if (position.starts_with("super")) return TextHeight::kRaised;
  if (position.starts_with("sub") || position.starts_with('-')) return TextHeight::kLowered;
  const bool is_raised = position.find_first_of("123456789") < position.find_first_of("% ");
  return is_raised ? TextHeight::kRaised : TextHeight::kLine;
}

}  // namespace

class OdfStylesHandler : public XmlHandler {
 public:
  explicit OdfStylesHandler(OdfStyles& styles) : styles_(styles) {}

  void start(const XmlElement& element) override {
    const std::string_view name = element.name;
    if (name == "style" && element.find("family") != nullptr) {
      const OdfStyles::Key key{element.value("family"), element.value("name")};
      style_ = &styles_.styles_[key];
      style_->parent = element.value("parent-style-name");
      style_->list = element.value("list-style-name");
    } else if (name == "text-properties" && style_ != nullptr) {
      if (const XmlAttribute* display = element.find("display")) {
        style_->hidden = display->value == "none";
      }
      if (const XmlAttribute* position = element.find("text-position")) {
        style_->height = height_at(position->value);
      }
    } else if (name == "section-properties" && style_ != nullptr) {
      if (element.value("display") == "none") style_->hidden = true;
    } else if (name == "list-style") {
      list_ = &styles_.lists_[std::string(element.value("name"))];
    } else if (name == "outline-style") {
      list_ = &styles_.outline_;
    } else if (list_ != nullptr &&
               (name == "list-level-style-number" || name == "list-level-style-bullet" ||
                name == "outline-level-style" || name == "list-level-style-image")) {
      begin_level(element);
    } else if (level_ != nullptr && name == "text-properties") {
      const XmlAttribute* font = element.find("font-name");
      if (font == nullptr) font = element.find("font-family");
      if (font != nullptr) level_->bullet_font = font->value.substr(0, kMostSign);
    }
  }
  void end(std::string_view, std::string_view name) override {
    if (name == "style") style_ = nullptr;
    if (name == "list-style" || name == "outline-style") list_ = nullptr;
    if (name.starts_with("list-level-style-") || name == "outline-level-style") level_ = nullptr;
  }
  void text(std::string_view, ByteRange) override {}

 private:
  void begin_level(const XmlElement& element) {
    const int number = number_of(element, "level", 0, kOdfListLevels);
    if (number < 1) return;
    level_ = &(*list_)[static_cast<std::size_t>(number - 1)];
    *level_ = {};
    level_->is_bullet = !element.name.ends_with("number") && element.name != "outline-level-style";
    level_->format = short_text(element.value("num-format"));
    level_->prefix = short_text(element.value("num-prefix"));
    level_->suffix = short_text(element.value("num-suffix"));
    level_->list_format = short_text(element.value("num-list-format"));
    level_->bullet = short_text(element.value("bullet-char"));
    if (element.name == "list-level-style-image") level_->bullet = "•";
    level_->shown_levels = number_of(element, "display-levels", 1, kOdfListLevels);
    level_->start = number_of(element, "start-value", 1, 1'000'000);
    level_->letters_repeat = element.value("num-letter-sync") == "true";
  }

  OdfStyles& styles_;
  OdfStyles::Style* style_ = nullptr;
  OdfListStyle* list_ = nullptr;
  OdfListLevel* level_ = nullptr;
};

void OdfStyles::add(std::string_view part_name, std::string_view xml, const ReaderLimits& limits) {
  OdfStylesHandler handler(*this);
  parse_xml(part_name, xml, handler, limits);
}

template <typename Each>
void OdfStyles::climb(std::string_view family, std::string_view name, Each each) const {
  Key key{family, name};
  for (int depth = 0; depth < kMostParents && !key.second.empty(); ++depth) {
    const auto found = styles_.find(key);
    static const Style kNoStyle;
    const Style& style = found == styles_.end() ? kNoStyle : found->second;
    if (each(key.second, style)) return;
    key.second = style.parent;
  }
}

bool OdfStyles::is_hidden(std::string_view family, std::string_view name) const {
  bool hidden = false;
  climb(family, name, [&](const std::string&, const Style& style) {
    hidden = style.hidden.value_or(false);
    return style.hidden.has_value();
  });
  return hidden;
}

std::optional<TextHeight> OdfStyles::height(std::string_view text_style) const {
  std::optional<TextHeight> height;
  climb("text", text_style, [&](const std::string&, const Style& style) {
    height = style.height;
    return height.has_value();
  });
  return height;
}

bool OdfStyles::is_title(std::string_view paragraph_style) const {
  bool title = false;
  climb("paragraph", paragraph_style, [&](const std::string& name, const Style&) {
    title = name == "Title" || name == "제목";
    return title || name == "Subtitle";
  });
  return title;
}

ExtractedBlock::Kind OdfStyles::kind(std::string_view paragraph_style) const {
  BlockKind kind = BlockKind::kParagraph;
  climb("paragraph", paragraph_style, [&](const std::string& name, const Style&) {
    if (name == "Quotations" || name == "Quote") kind = BlockKind::kQuotation;
    if (name == "Preformatted_20_Text" || name == "Source_20_Code") kind = BlockKind::kCode;
    if (name == "Caption" || name == "캡션") kind = BlockKind::kCaption;
    return kind != BlockKind::kParagraph;
  });
  return kind;
}

std::string_view OdfStyles::list_style_of(std::string_view paragraph_style) const {
  std::string_view list;
  climb("paragraph", paragraph_style, [&](const std::string&, const Style& style) {
    list = style.list;
    return !list.empty();
  });
  return list;
}

const OdfListStyle* OdfStyles::list(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace ibid
