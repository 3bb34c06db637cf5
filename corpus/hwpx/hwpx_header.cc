// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwpx/hwpx_header.h"

#include <algorithm>

#include "corpus/hwpx/hwpx_package.h"
#include "corpus/hwpx/xml_number.h"
#include "corpus/text/code_points.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {
namespace {

class HeaderHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    if (element.name == "case") {
      skips_ = !is_known_hwpx_namespace(element.value("required-namespace"));
    } else if (element.name == "default") {
      skips_ = has_heading_;
    }
    if (!is_hwpx_namespace(element.space)) return;
    if (element.name == "numbering") {
      numbering_ = &definitions.numberings[number_of(element, "id")];
    } else if (element.name == "paraHead") {
      begin_level(element);
    } else if (element.name == "bullet") {
      std::size_t at = 0;
      const std::string_view sign = element.value("char");
      definitions.bullets[number_of(element, "id")] =
          sign.empty() ? std::string() : bullet_sign(next_code_point(sign, at));
    } else if (element.name == "paraPr") {
      shape_ = &definitions.shapes[number_of(element, "id")];
      has_heading_ = skips_ = false;
    } else if (element.name == "heading" && shape_ != nullptr && !skips_) {
      read_heading(element);
    }
  }

  void end(std::string_view, std::string_view name) override {
    if (name == "paraHead") level_ = nullptr;
    if (name == "numbering") numbering_ = nullptr;
    if (name == "paraPr") shape_ = nullptr;
    if (name == "case" || name == "default") skips_ = false;
  }

  void text(std::string_view text, ByteRange) override {
    constexpr std::size_t kMostPattern = 256;
    if (level_ == nullptr || level_->pattern.size() + text.size() > kMostPattern) return;
    level_->pattern += text;
  }

  LabelDefinitions definitions;

 private:
  void begin_level(const XmlElement& element) {
    const std::uint32_t level = number_of(element, "level");
    if (numbering_ == nullptr || level < 1 || level > kOutlineLevels) return;
    level_ = &numbering_->levels[level - 1];
    level_->pattern.clear();
    level_->format = number_format(element.value("numFormat"));
    level_->start = number_of(element, "start", 1);
  }

  void read_heading(const XmlElement& element) {
    using Head = ParagraphShape::Head;
    has_heading_ = true;
    const std::string_view type = element.value("type");
    shape_->head = type == "OUTLINE"  ? Head::kOutline
                   : type == "NUMBER" ? Head::kNumber
                   : type == "BULLET" ? Head::kBullet
                                      : Head::kNone;
    shape_->id = number_of(element, "idRef");
    shape_->level = static_cast<std::uint8_t>(
        std::min<std::uint32_t>(number_of(element, "level"), kOutlineLevels - 1));
  }

  NumberingDefinition* numbering_ = nullptr;
  NumberingLevel* level_ = nullptr;
  ParagraphShape* shape_ = nullptr;
  // Of the branches of a switch, which say the same for newer and older readers, one counts.
  bool has_heading_ = false, skips_ = false;
};

}  // namespace

LabelDefinitions read_hwpx_header(std::string_view part_name, std::string_view bytes,
                                  const ReaderLimits& limits) {
  HeaderHandler handler;
  parse_xml(part_name, bytes, handler, limits);
  return std::move(handler.definitions);
}

}  // namespace ibid
