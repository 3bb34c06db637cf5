// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of content.xml, or of the running heads in styles.xml: a state machine over the events
// of the XML.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/mathml_signs.h"
#include "corpus/office/draft.h"
#include "corpus/opendocument/list_labels.h"
#include "corpus/opendocument/odf_styles.h"
#include "corpus/opendocument/odf_tags.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {

class OdfText : public XmlHandler {
 public:
  using Reason = LeftOutText::Reason;

  OdfText(const OdfStyles& styles, std::uint32_t part);

  std::function<void(Draft&&)> take;   // each block that is complete
  std::vector<std::string> addresses;  // of links
  bool has_text = false;               // there is an office:text
  std::uint64_t objects = 0;           // formulas, charts: in parts of their own

  void start(const XmlElement& element) override;
  void end(std::string_view space, std::string_view name) override;
  void text(std::string_view text, ByteRange bytes) override;

 private:
  struct Open {
    OdfTag tag = OdfTag::kOther;
    bool hides = false;                     // what is in it
    bool copies = false;                    // it is a second form
    bool formula = false;                   // it is of one
    TextHeight height = TextHeight::kLine;  // of a span: the text around it
  };
  struct Paragraph {
    Draft draft;
    std::string style;
    bool is_heading = false;
    int level = 0;  // of a heading
    bool numbered = true;
    std::optional<int> start;
    bool at_space = true;                   // white space runs to one space, none at the start
    TextHeight height = TextHeight::kLine;  // of the text now
  };
  struct Item {
    bool labelled = false;  // by its first paragraph
    std::optional<int> start;
  };
  struct List {
    std::string style;
    std::string id;  // of the outermost one
    ListNumbers* numbers = nullptr;
    std::vector<Item> items;  // the open one
  };
  struct Table {
    std::uint32_t number = 0;
    Draft row;
    std::size_t cells = 0;
    bool in_head = false;
  };
  // Text that follows each other: the body, a box, a note, a comment, a deletion.
  struct Frame {
    enum class Kind : std::uint8_t { kBody, kBox, kNote, kAside };
    Kind kind = Kind::kBody;
    std::optional<Paragraph> paragraph;
    std::vector<Table> tables;
    std::vector<List> lists;
    Draft::Mark mark;   // of a note
    std::string aside;  // the text of a comment or deletion
  };

  Frame& frame() { return frames_.back(); }
  OdfTag parent() const { return open_.empty() ? OdfTag::kOther : open_.back().tag; }
  std::optional<Reason> reason() const;

  // ---- odf_text.cc
  void start_in_paragraph(OdfTag tag, const XmlElement& element);
  void end_frame(OdfTag tag);
  bool hides(OdfTag tag, const XmlElement& element) const;
  void add(std::string_view text, ByteRange bytes);
  void add_unplaced(std::string_view text);
  void start_formula(const XmlElement& element);
  void leave_out(Reason why, std::string_view text);
  // ---- odf_blocks.cc
  void start_block(OdfTag tag, const XmlElement& element);
  void end_block(OdfTag tag);
  void begin_paragraph(OdfTag tag, const XmlElement& element);
  void end_paragraph();
  void set_kind(Paragraph& paragraph);
  void begin_list(const XmlElement& element);
  void begin_table();
  void end_row();
  void deliver(Draft&& draft);

  const OdfStyles& styles_;
  std::uint32_t part_;
  std::vector<Open> open_;
  std::vector<Frame> frames_;
  std::size_t skipped_ = 0;  // depth of an element without text; 0: none
  int hidden_ = 0, copies_ = 0;
  MathMlSigns formula_;
  std::uint32_t tables_ = 0;
  std::vector<std::uint32_t> links_;
  ListNumbers headings_;
  std::map<std::string, ListNumbers, std::less<>> lists_;      // by id
  std::map<std::string, std::string, std::less<>> last_list_;  // style -> id
  std::uint64_t unnamed_lists_ = 0;
  std::string region_;                                       // id of a changed region
  std::map<std::string, std::string, std::less<>> deleted_;  // region -> text
};

}  // namespace ibid
