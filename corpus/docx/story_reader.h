// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of one part of a DOCX file: the document, its notes, comments, heads and feet. A state
// machine over the events of its XML.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/fields.h"
#include "corpus/docx/math_signs.h"
#include "corpus/docx/note_numbering.h"
#include "corpus/docx/numbering.h"
#include "corpus/docx/styles.h"
#include "corpus/docx/word_tags.h"
#include "corpus/office/draft.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {

// What all stories of a document share.
struct StoryContext {
  Styles styles;
  Numbering numbering;
  std::vector<std::string> addresses;  // of links
  // Of reviewers; those already reported are removed.
  std::map<std::string, std::string, std::less<>> comments;
  std::uint32_t comments_part = 0;
  std::uint32_t tables = 0;         // so far, to number them
  std::uint64_t unknown_signs = 0;  // w:sym that nobody knows
  std::uint64_t chunks = 0;         // w:altChunk: a file within, which is not read
};

class StoryReader : public XmlHandler {
 public:
  using Reason = LeftOutText::Reason;

  // `links` are the part's relationships of external links: id -> index into context.addresses.
  StoryReader(StoryContext& context, std::uint32_t part,
              std::map<std::string, std::uint32_t, std::less<>> links)
      : context_(context), part_(part), links_(std::move(links)) {
    frames_.emplace_back();
  }

  // Called for each block that is complete, and at the end of each section; may be empty.
  std::function<void(Draft&&)> take;
  std::function<void(const SectionNotes&)> end_section;

  void start(const XmlElement& element) override;
  void end(std::string_view space, std::string_view name) override;
  void text(std::string_view text, ByteRange bytes) override;
  // Hands over what waits for a paragraph that never came. At the end of a note, too.
  void finish();
  // The part's outermost element.
  WordTag root() const { return root_; }

 private:
  // ---- state
  struct Paragraph {
    Draft draft;
    std::string style;
    std::string num_id;  // its own
    std::optional<int> ilvl, outline;
    std::optional<bool> mark_vanish;
    bool mark_apart = false;  // specVanish: the heading that a text runs in to
    bool mark_deleted = false;
    bool ends_section = false;
  };
  struct Run {
    std::string style;
    std::optional<bool> vanish;
    std::optional<TextHeight> height;
    bool checked = false, hidden = false;    // `hidden` is known
    std::optional<Draft::Mark> custom_mark;  // of a note; its text comes in this run
  };
  struct Table {
    std::uint32_t number = 0;
    std::string style;
    bool first_row_look = false;
    std::size_t rows = 0;
    Draft row;
    bool in_cell = false;
    std::size_t cells = 0;
    bool row_is_head = false;
    bool only_heads = true;  // so far
    std::optional<Reason> row_reason, cell_reason;
  };
  // The text that paragraphs follow each other in: the part's own, or a box's.
  struct Frame {
    std::optional<Paragraph> paragraph;
    std::optional<Paragraph> carried;  // its mark is gone: it goes on in the next one
    Run run;
    std::vector<Table> tables;
    FieldStack fields;
    std::vector<std::uint32_t> links;  // of w:hyperlink and w:fldSimple
    std::optional<Reason> reason;      // all of it is left out
  };
  struct Skipped {
    std::size_t depth = 0;  // of the element that is skipped; 0: none
    bool is_copy = false;   // its text is a second form of another one
  };
  struct Alternatives {
    bool taken = false;
  };

  WordTag parent(std::size_t up = 1) const {
    return tags_.size() < up ? WordTag::kOther : tags_[tags_.size() - up];
  }
  Frame& frame() { return frames_.back(); }

  // ---- events: story_reader.cc
  void start_container(WordTag tag, const XmlElement& element);
  void start_link(WordTag tag, const XmlElement& element);
  void start_alternative(WordTag tag, const XmlElement& element);
  void start_in_run(WordTag tag, const XmlElement& element);
  void start_reference(WordTag tag, const XmlElement& element);
  void start_sign(const XmlElement& element);
  void end_container(WordTag tag);
  // ---- text: story_text.cc
  void end_text();
  void add(std::string_view text, ByteRange bytes);
  void add_unplaced(std::string_view text);
  TextHeight height();
  bool hidden_run();
  std::optional<Reason> reason_to_leave_out();
  std::uint32_t link();
  // ---- properties: story_properties.cc
  void start_property(WordTag tag, const XmlElement& element);
  void paragraph_property(WordTag tag, const XmlElement& element);
  void run_property(WordTag tag, const XmlElement& element);
  void table_property(WordTag tag, const XmlElement& element);
  void section_property(WordTag tag, const XmlElement& element);
  // ---- paragraphs and tables: story_paragraphs.cc
  void begin_paragraph();
  void end_paragraph();
  void complete(Paragraph&& paragraph);
  void set_kind(Paragraph& paragraph);
  void flush_carried();
  void begin_table();
  void end_table();
  void begin_row();
  void end_row();
  void begin_cell();
  void end_cell();
  void begin_box();
  void end_box();
  void deliver(Draft&& draft);

  StoryContext& context_;
  std::uint32_t part_;
  std::map<std::string, std::uint32_t, std::less<>> links_;
  ListCounters counters_;
  WordTag root_ = WordTag::kOther;
  std::vector<WordTag> tags_;  // of the open elements
  std::vector<Frame> frames_;
  Skipped skipped_;
  std::vector<Alternatives> alternatives_;
  int deleted_ = 0, ruby_texts_ = 0;
  bool in_text_ = false, keeps_space_ = false;
  // A w:t whose spaces at the edges do not count, until it ends.
  std::vector<std::pair<std::string, ByteRange>> waiting_;
  MathSigns math_;
  bool after_fraction_ = false;
  SectionNotes section_;
};

}  // namespace ibid
