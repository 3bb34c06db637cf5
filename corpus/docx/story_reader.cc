// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/story_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/office/symbol_signs.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using enum WordTag;

// Extensions that what is read of them is read in: shapes with text boxes, formatting. By the
// prefixes that Office and LibreOffice give them.
bool is_understood(std::string_view requires_prefixes) {
  constexpr std::array kKnown = {"wps",    "wpg",  "wpc", "w14", "w15", "w16", "w16se",
                                 "w16cid", "wp14", "a14", "wp",  "w",   "m"};
  while (!requires_prefixes.empty()) {
    const std::size_t end = std::min(requires_prefixes.find(' '), requires_prefixes.size());
    const std::string_view prefix = requires_prefixes.substr(0, end);
    if (!prefix.empty() && std::find(kKnown.begin(), kKnown.end(), prefix) == kKnown.end()) {
      return false;
    }
    requires_prefixes.remove_prefix(std::min(end + 1, requires_prefixes.size()));
  }
  return true;
}

}  // namespace

void StoryReader::start(const XmlElement& element) {
  const WordTag tag = word_tag(element.space, element.name);
  if (tags_.empty()) root_ = tag;
  if (skipped_.depth == 0) {
    if (tag == kNoText) skipped_ = {tags_.size() + 1, false};
    if (tag > kNoText) {
      start_alternative(tag, element);
      const std::string sign = math_.start(tag, parent(), element);
      if (tag == kMathT) frame().run = {};
      // 2½ is not 21/2.
      const bool parted =
          tag == kMathF && frame().paragraph && !frame().paragraph->draft.ends_in_space();
      if (parted) add_unplaced(" ");
      if (!sign.empty()) add_unplaced(sign);
    } else if (tag >= kPPr) {
      start_property(tag, element);
    } else if (tag >= kT) {
      start_in_run(tag, element);
    } else if (tag != kOther) {
      start_container(tag, element);
    }
  }
  if (tag == kT || tag == kMathT || tag == kDelText || tag == kInstrText) {
    in_text_ = true;
    keeps_space_ = tag != kT || element.value("space") == "preserve";
  }
  tags_.push_back(tag);
}

void StoryReader::end(std::string_view, std::string_view) {
  const WordTag tag = tags_.back();
  if (in_text_ && (tag == kT || tag == kMathT || tag == kDelText || tag == kInstrText)) end_text();
  if (skipped_.depth == tags_.size()) skipped_ = {};
  tags_.pop_back();
  if (skipped_.depth != 0) return;
  if (tag > kNoText) {
    if (const std::string sign = math_.end(tag); !sign.empty()) add_unplaced(sign);
    if (tag == kMathF) after_fraction_ = true;
    if (tag == kAlternateContent && !alternatives_.empty()) alternatives_.pop_back();
  } else if (tag < kT) {
    end_container(tag);
  } else if (tag == kSectPr && parent() == kBody) {
    flush_carried();
    if (end_section) end_section(section_);
    section_ = {};
  }
}

void StoryReader::start_container(WordTag tag, const XmlElement& element) {
  switch (tag) {
    case kP:
      begin_paragraph();
      break;
    case kR:
      frame().run = {};
      break;
    case kHyperlink:
    case kFldSimple:
      start_link(tag, element);
      break;
    case kTbl:
      begin_table();
      break;
    case kTr:
      begin_row();
      break;
    case kTc:
      begin_cell();
      break;
    case kTxbxContent:
      begin_box();
      break;
    case kRt:
      ++ruby_texts_;
      break;
    case kDel:
    case kMoveFrom:
      // Of a paragraph's mark, or of a row; else of the runs within.
      if (parent() == kRPr && parent(2) == kPPr) {
        if (frame().paragraph) frame().paragraph->mark_deleted = true;
      } else if (parent() == kTrPr) {
        table_property(tag, element);
      }
      ++deleted_;
      break;
    default:
      break;
  }
}

void StoryReader::end_container(WordTag tag) {
  switch (tag) {
    case kP:
      end_paragraph();
      break;
    case kR:
      if (auto& mark = frame().run.custom_mark) {
        if (frame().paragraph) frame().paragraph->draft.add_mark(std::move(*mark));
        mark.reset();
      }
      break;
    case kHyperlink:
    case kFldSimple:
      if (!frame().links.empty()) frame().links.pop_back();
      break;
    case kTbl:
      end_table();
      break;
    case kTr:
      end_row();
      break;
    case kTc:
      end_cell();
      break;
    case kTxbxContent:
      end_box();
      break;
    case kRt:
      --ruby_texts_;
      break;
    case kDel:
    case kMoveFrom:
      --deleted_;
      break;
    default:
      break;
  }
}

void StoryReader::start_link(WordTag tag, const XmlElement& element) {
  std::uint32_t index = Draft::kNone;
  if (tag == kFldSimple) {
    std::string address = address_of_instruction(element.value("instr"));
    if (!address.empty()) {
      index = static_cast<std::uint32_t>(context_.addresses.size());
      context_.addresses.push_back(std::move(address));
    }
  } else if (const auto found = links_.find(element.value("id")); found != links_.end()) {
    index = found->second;
  }
  frame().links.push_back(index);
}

void StoryReader::start_alternative(WordTag tag, const XmlElement& element) {
  if (tag == kAlternateContent) alternatives_.emplace_back();
  if (tag != kChoice && tag != kFallback) return;
  if (alternatives_.empty()) return;
  bool& taken = alternatives_.back().taken;
  const bool fits = tag == kFallback || is_understood(element.value("Requires"));
  if (taken || !fits) {
    skipped_ = {tags_.size() + 1, true};
  } else {
    taken = true;
  }
}

void StoryReader::start_in_run(WordTag tag, const XmlElement& element) {
  // w:tab is also a tab stop among properties; those are in w:tabs, which is skipped.
  switch (tag) {
    case kTab:
    case kPtab:
      add_unplaced("\t");
      break;
    case kBr:
    case kCr:
      add_unplaced("\n");
      break;
    case kNoBreakHyphen:
      add_unplaced("-");
      break;
    case kSoftHyphen:
      add_unplaced("\u00AD");
      break;
    case kSym:
      start_sign(element);
      break;
    case kFldChar:
      frame().fields.sign(element.value("fldCharType"), context_.addresses);
      break;
    case kFootnoteReference:
    case kEndnoteReference:
    case kCommentReference:
      start_reference(tag, element);
      break;
    case kAltChunk:
      ++context_.chunks;
      break;
    default:
      break;
  }
}

void StoryReader::start_sign(const XmlElement& element) {
  char32_t code = 0;
  for (const char c : element.value("char").substr(0, 6)) {
    const bool digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    if (!digit && (lower < 'a' || lower > 'f')) return;
    code = code * 16 + static_cast<char32_t>(digit ? c - '0' : lower - 'a' + 10);
  }
  const std::string_view font = element.value("font");
  char32_t sign = symbol_sign(font, code);
  const bool is_private = code >= 0xE000 && code <= 0xF8FF;
  const bool is_surrogate = code >= 0xD800 && code < 0xE000;
  if (sign == 0 && !is_private && !is_surrogate && !is_symbol_font(font) && code <= 0x10FFFF) {
    sign = code;
  }
  if (sign < 0x20) {
    ++context_.unknown_signs;
    sign = U'\uFFFD';
  }
  std::string text;
  append_utf8(text, sign);
  add_unplaced(text);
}

void StoryReader::start_reference(WordTag tag, const XmlElement& element) {
  if (!frame().paragraph) return;
  Draft& draft = frame().paragraph->draft;
  const std::string_view id = element.value("id");
  if (tag == kCommentReference) {
    const auto comment = context_.comments.find(id);
    if (comment == context_.comments.end()) return;
    draft.leave_out(Reason::kComment, comment->second, context_.comments_part);
    context_.comments.erase(comment);
    return;
  }
  if (reason_to_leave_out()) return;
  Draft::Mark mark;
  mark.family = tag == kFootnoteReference ? 0 : 1;
  mark.id = id;
  const std::string_view custom = element.value("customMarkFollows");
  mark.counted = custom.empty() || custom == "0" || custom == "false" || custom == "off";
  if (mark.counted) {
    draft.add_mark(std::move(mark));
  } else {
    frame().run.custom_mark = std::move(mark);
  }
}

}  // namespace ibid
