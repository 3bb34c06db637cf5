// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/docx/other_parts.h"

#include <fmt/core.h>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

class NotesHandler : public XmlHandler {
 public:
  explicit NotesHandler(StoryReader& story) : story_(story) {
    story_.take = [this](Draft&& draft) { current_.push_back(std::move(draft)); };
  }
  void start(const XmlElement& element) override {
    if (is_note(element.space, element.name)) {
      id_ = element.value("id");
      const std::string_view type = element.value("type");
      is_separator_ = !type.empty() && type != "normal";
    }
    story_.start(element);
  }
  void end(std::string_view space, std::string_view name) override {
    story_.end(space, name);
    if (!is_note(space, name)) return;
    story_.finish();
    if (!is_separator_) notes.emplace(id_, std::move(current_));
    current_.clear();
  }
  void text(std::string_view text, ByteRange bytes) override { story_.text(text, bytes); }

  NoteBlocks notes;

 private:
  static bool is_note(std::string_view space, std::string_view name) {
    const WordTag tag = word_tag(space, name);
    return tag == WordTag::kFootnote || tag == WordTag::kEndnote || tag == WordTag::kComment;
  }

  StoryReader& story_;
  std::vector<Draft> current_;
  std::string id_;
  bool is_separator_ = false;
};

class SettingsHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    const WordTag tag = word_tag(element.space, element.name);
    if (tag == WordTag::kFootnotePr) current_ = notes.data();
    if (tag == WordTag::kEndnotePr) current_ = &notes[1];
    if (current_ != nullptr) set_note_rule(*current_, tag, element.value("val"));
  }
  void end(std::string_view space, std::string_view name) override {
    const WordTag tag = word_tag(space, name);
    if (tag == WordTag::kFootnotePr || tag == WordTag::kEndnotePr) current_ = nullptr;
  }
  void text(std::string_view, ByteRange) override {}

  SectionNotes notes;

 private:
  NoteRules* current_ = nullptr;
};

constexpr std::size_t kMostField = 4096;

class CoreHandler : public XmlHandler {
 public:
  explicit CoreHandler(ExtractBuilder& out) : out_(out) {}
  void start(const XmlElement&) override { value_.clear(); }
  void end(std::string_view, std::string_view name) override {
    const std::string rule = fmt::format("docProps/core.xml {}", name);
    if (name == "title" || name == "language" || name == "publisher") {
      out_.add_field(std::string(name), value_, rule);
    } else if (name == "creator") {
      out_.add_field("author", value_, rule);
    } else if (name == "created" && is_day(value_)) {
      out_.add_field("date", value_.substr(0, 10), rule);
    }
    value_.clear();
  }
  void text(std::string_view text, ByteRange) override {
    if (value_.size() + text.size() <= kMostField) value_ += text;
  }

 private:
  static bool is_day(std::string_view value) {
    constexpr std::string_view kForm = "0000-00-00";
    if (value.size() < kForm.size()) return false;
    for (std::size_t i = 0; i < kForm.size(); ++i) {
      if (kForm[i] == '0' ? !is_ascii_digit(value[i]) : value[i] != '-') return false;
    }
    return true;
  }

  ExtractBuilder& out_;
  std::string value_;
};

}  // namespace

NoteBlocks read_notes(std::string_view part_name, std::string_view xml, StoryReader& story,
                      const ReaderLimits& limits) {
  NotesHandler handler(story);
  parse_xml(part_name, xml, handler, limits);
  story.take = nullptr;
  return std::move(handler.notes);
}

SectionNotes read_note_settings(std::string_view part_name, std::string_view xml,
                                const ReaderLimits& limits) {
  SettingsHandler handler;
  parse_xml(part_name, xml, handler, limits);
  return handler.notes;
}

void add_core_fields(ExtractBuilder& out, std::string_view part_name, std::string_view xml,
                     const ReaderLimits& limits) {
  CoreHandler handler(out);
  parse_xml(part_name, xml, handler, limits);
}

}  // namespace ibid
