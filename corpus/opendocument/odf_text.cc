// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/opendocument/odf_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "corpus/text/byte_range.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using enum OdfTag;

constexpr int kMostSpaces = 200;

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

OdfText::OdfText(const OdfStyles& styles, std::uint32_t part) : styles_(styles), part_(part) {
  frames_.emplace_back();
}

bool OdfText::hides(OdfTag tag, const XmlElement& element) const {
  switch (tag) {
    case kSpan:
      return styles_.is_hidden("text", element.value("style-name"));
    case kParagraph:
    case kHeading:
      return styles_.is_hidden("paragraph", element.value("style-name"));
    case kSection: {
      const std::string_view display = element.value("display");
      return display == "none" ||
             (display == "condition" && element.value("is-hidden") == "true") ||
             styles_.is_hidden("section", element.value("style-name"));
    }
    case kRow: {
      const std::string_view visibility = element.value("visibility");
      return visibility == "collapse" || visibility == "filter";
    }
    case kHiddenText:
      return true;
    case kCoveredCell:
      return true;
    // Fields whose value is not shown.
    case kOther:
      return element.value("display") == "none";
    default:
      return false;
  }
}

void OdfText::start(const XmlElement& element) {
  const OdfTag tag = odf_tag(element.space, element.name);
  Open open{tag};
  if (skipped_ == 0) {
    if (tag == kNoText) {
      skipped_ = open_.size() + 1;
    } else {
      open.hides = hides(tag, element);
      open.copies = tag == kRubyText;
      hidden_ += open.hides ? 1 : 0;
      copies_ += open.copies ? 1 : 0;
      open.formula = element.space == kMathMl;
      if (open.formula) start_formula(element);
      start_block(tag, element);
      start_in_paragraph(tag, element);
      if (tag == kSpan && frame().paragraph) {
        TextHeight& height = frame().paragraph->height;
        open.height = height;
        height = styles_.height(element.value("style-name")).value_or(height);
      }
    }
  }
  open_.push_back(open);
}

void OdfText::end(std::string_view, std::string_view) {
  const Open open = open_.back();
  const bool skipped = skipped_ != 0;
  if (skipped_ == open_.size()) skipped_ = 0;
  open_.pop_back();
  if (skipped) return;
  if (open.formula) add_unplaced(formula_.end());
  end_block(open.tag);
  end_frame(open.tag);
  if (open.tag == kSpan && frame().paragraph) frame().paragraph->height = open.height;
  if (open.tag == kLink && !links_.empty()) links_.pop_back();
  hidden_ -= open.hides ? 1 : 0;
  copies_ -= open.copies ? 1 : 0;
}

void OdfText::start_in_paragraph(OdfTag tag, const XmlElement& element) {
  switch (tag) {
    case kLink: {
      links_.push_back(static_cast<std::uint32_t>(addresses.size()));
      addresses.emplace_back(element.value("href"));
      break;
    }
    case kSpaces: {
      const std::string_view count = element.value("c");
      int spaces = 1;
      std::from_chars(count.data(), count.data() + count.size(), spaces);
      add_unplaced(std::string(static_cast<std::size_t>(std::clamp(spaces, 0, kMostSpaces)), ' '));
      break;
    }
    case kTab:
      add_unplaced("\t");
      break;
    case kLineBreak:
      add_unplaced("\n");
      break;
    case kHiddenText:
      leave_out(Reason::kHidden, element.value("string-value"));
      break;
    case kHiddenParagraph:
      // Said within the paragraph that it hides, at any place of it.
      if (element.value("is-hidden") == "true" && frame().paragraph) {
        Draft& draft = frame().paragraph->draft;
        Draft gone;
        gone.part = part_;
        gone.leave_out(Reason::kHidden, draft.text, part_);
        draft = std::move(gone);
        frame().paragraph->numbered = false;
        for (std::size_t i = open_.size(); i > 0; --i) {
          Open& paragraph = open_[i - 1];
          if (paragraph.tag != kParagraph && paragraph.tag != kHeading) continue;
          hidden_ += paragraph.hides ? 0 : 1;
          paragraph.hides = true;
          break;
        }
      }
      break;
    case kChange:
      if (const auto gone = deleted_.find(element.value("change-id")); gone != deleted_.end()) {
        leave_out(Reason::kDeleted, gone->second);
        deleted_.erase(gone);
      }
      break;
    case kChangedRegion:
      region_ = element.value("id");
      break;
    case kNote:
    case kAnnotation:
    case kDeletion:
    case kShape: {
      Frame inner;
      inner.kind = tag == kShape  ? Frame::Kind::kBox
                   : tag == kNote ? Frame::Kind::kNote
                                  : Frame::Kind::kAside;
      frames_.push_back(std::move(inner));
      break;
    }
    case kFormula:
      ++objects;
      break;
    case kOfficeText:
      has_text = true;
      break;
    default:
      break;
  }
}

void OdfText::end_frame(OdfTag tag) {
  if (frames_.size() < 2) return;
  switch (tag) {
    case kShape:
      frames_.pop_back();
      break;
    case kNote: {
      Draft::Mark mark = std::move(frame().mark);
      frames_.pop_back();
      if (!frame().paragraph) break;
      if (!reason()) {
        frame().paragraph->draft.add_mark(std::move(mark));
        break;
      }
      std::string text;
      for (const Draft& block : mark.note) append_lines(text, block);
      leave_out(*reason(), text);
      break;
    }
    case kAnnotation: {
      const std::string text = std::move(frame().aside);
      frames_.pop_back();
      leave_out(Reason::kComment, text);
      break;
    }
    case kDeletion: {
      deleted_[region_] = std::move(frame().aside);
      frames_.pop_back();
      break;
    }
    default:
      break;
  }
}

void OdfText::start_formula(const XmlElement& element) {
  const std::string_view before =
      frame().paragraph ? frame().paragraph->draft.text : std::string_view();
  const bool joins_digit = !before.empty() && is_ascii_digit(before.back());
  add_unplaced(formula_.start(element.name, joins_digit,
                              [&](std::string_view name, std::string_view otherwise) {
                                const XmlAttribute* const found = element.find(name);
                                return std::string(found == nullptr ? otherwise : found->value);
                              }));
}

std::optional<LeftOutText::Reason> OdfText::reason() const {
  if (hidden_ > 0) return Reason::kHidden;
  if (copies_ > 0) return Reason::kCopy;
  return std::nullopt;
}

void OdfText::leave_out(Reason why, std::string_view text) {
  if (frame().paragraph) frame().paragraph->draft.leave_out(why, text, part_);
}

void OdfText::text(std::string_view text, ByteRange bytes) {
  if (skipped_ != 0) return;
  if (parent() == kNoteCitation && frame().kind == Frame::Kind::kNote) {
    if (frame().mark.label.size() < 64) frame().mark.label += text;
    return;
  }
  if (!frame().paragraph) return;  // white space between blocks
  if (formula_.passes_over_space() && trim(text).empty()) return;
  if (const auto why = reason()) return leave_out(*why, text);
  add(text, bytes);
}

// White space runs to one space (ODF 1.3 part 3, 6.1.2).
void OdfText::add(std::string_view text, ByteRange bytes) {
  Paragraph& paragraph = *frame().paragraph;
  const std::size_t before = paragraph.draft.text.size();
  const std::uint32_t link = links_.empty() ? Draft::kNone : links_.back();
  const TextSpan whole{0, bytes.begin, text.size(), bytes.size()};
  std::size_t begin = 0;
  const auto put = [&](std::size_t end) {
    if (end == begin) return;
    const TextSpan span = whole.clip(begin, end);
    paragraph.draft.add(text.substr(begin, end - begin),
                        {span.file_begin, span.file_begin + span.file_length}, link);
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_white(text[at])) {
      paragraph.at_space = false;
      continue;
    }
    if (!paragraph.at_space && text[at] == ' ') {
      paragraph.at_space = true;
      continue;
    }
    put(at);
    begin = at + 1;
    if (!paragraph.at_space) paragraph.draft.add_unplaced(" ", link);
    paragraph.at_space = true;
  }
  put(text.size());
  paragraph.draft.set_height(before, paragraph.height);
}

void OdfText::add_unplaced(std::string_view text) {
  if (!frame().paragraph || text.empty()) return;
  Paragraph& paragraph = *frame().paragraph;
  if (const auto why = reason()) return leave_out(*why, text);
  const bool is_layout = text[0] == '\t' || text[0] == '\n';
  const std::uint32_t link = links_.empty() ? Draft::kNone : links_.back();
  paragraph.draft.add_unplaced(is_layout && !frame().tables.empty() ? " " : text, link);
  paragraph.at_space = is_layout;
}

}  // namespace ibid
