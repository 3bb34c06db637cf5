// SPDX-License-Identifier: GPL-2.0-or-later
//
// The elements of a page, from top to bottom, become blocks.
#include <fmt/core.h>

#include <unordered_map>

#include "corpus/extract/mathml_signs.h"
#include "corpus/html/html_fields.h"
#include "corpus/html/list_labels.h"
#include "corpus/html/page_notes.h"
#include "corpus/html/page_parts.h"
#include "corpus/html/page_shapes.h"
#include "corpus/html/raised_digits.h"
#include "corpus/html/read_html.h"
#include "corpus/html/text_writer.h"
#include "corpus/html/tree/html_tree.h"
#include "corpus/html/web_address.h"

namespace ibid {
namespace html {
namespace {

using Kind = ExtractedBlock::Kind;

constexpr std::uint64_t kDateWithin = 1500;  // bytes of text before the <time> of its date

LeftOutText::Reason reason_of(Part part) {
  switch (part) {
    case Part::kHidden:
      return LeftOutText::Reason::kHidden;
    case Part::kDeleted:
      return LeftOutText::Reason::kDeleted;
    default:
      return LeftOutText::Reason::kNavigation;
  }
}

class Walk {
 public:
  Walk(ExtractBuilder& out, Page& page, const AppendHtml& how)
      : out_(out),
        page_(page),
        nodes_(page.nodes),
        how_(how),
        notes_(page),
        head_(read_head(page, how.base)),
        parts_(how.is_page ? parts_of(page, notes_, head_.address) : hidden_parts_of(page, notes_)),
        writer_(out, page.source, page.references, how, [this] { return next_block(); }) {}

  void run() {
    out_.end_block();
    begin_ = out_.at();
    for (std::uint32_t i = 0; i < nodes_.size();) {
      while (!open_.empty() && nodes_[open_.back().node].end <= i) leave();
      i = take(i);
    }
    while (!open_.empty()) leave();
    writer_.end_block();
    for (const auto& [mark, note] : marks_) {
      const auto block = note_blocks_.find(note);
      if (block != note_blocks_.end()) out_.file().marks[mark].note = block->second;
    }
    if (how_.with_fields) add_fields(out_, page_, top_heading_, first_time_);
  }

 private:
  // What holds inside an element.
  struct State {
    Kind kind = Kind::kParagraph;
    std::uint8_t level = 0;
    WhiteSpace white = WhiteSpace::kCollapsed;
    bool row = false;  // in a table's row
    bool quoted = false;
    std::uint32_t list = kNone;
    std::uint32_t table = kNone;
    std::uint32_t note = kNone;  // its element
  };
  struct Open {
    std::uint32_t node;
    Display display;
    State before;
    bool formula = false;  // it is of one
  };
  struct Table {
    TableShape shape;
    std::uint32_t header = ExtractedBlock::kNone;
    bool in_header = false;
    std::uint32_t cells = 0;  // of the row so far
  };

  // Returns the node that is next.
  std::uint32_t take(std::uint32_t i) {
    const Node& node = nodes_[i];
    if (parts_[i] != Part::kText) {
      leave_out(i);
      return node.end;
    }
    if (node.is_text()) {
      take_text(i);
      return node.end;
    }
    if (const auto* marks = notes_.marks(i)) {
      for (const PageNotes::Mark& mark : *marks) {
        marks_.emplace_back(out_.file().marks.size(), mark.note);
        out_.add_mark(mark.label);
      }
      return node.end;
    }
    if (notes_.leads_back(i)) return node.end;
    enter(i);
    return i + 1;
  }

  void take_text(std::uint32_t i) {
    const TextRun& run = page_.source.runs()[nodes_[i].source];
    if (run.white && formula_.passes_over_space()) return;
    std::uint32_t begin = run.begin + notes_.leftover(i);
    if (state_.white == WhiteSpace::kKept && after_pre_ == i) {
      // The first line feed of <pre> is none.
      const std::string_view html = page_.source.html();
      if (begin < run.end && html[begin] == '\r') ++begin;
      if (begin < run.end && html[begin] == '\n') ++begin;
    }
    const std::string_view sign = raised_.sign_before(page_, run, begin, writer_);
    if (!sign.empty()) writer_.unplaced(sign);
    writer_.text(begin, run.end, run.raw, state_.white);
  }

  BlockStart next_block() {
    BlockStart start;
    start.kind = state_.kind;
    start.level = state_.level;
    if (state_.note != kNone) {
      if (start.kind != Kind::kRow) start.kind = Kind::kNote;
      start.level = 0;
      const auto index = static_cast<std::uint32_t>(out_.file().blocks.size());
      if (start.kind == Kind::kNote && note_blocks_.try_emplace(state_.note, index).second) {
        start.label = *notes_.note(state_.note);
      }
    } else if (state_.row) {
      start.header = tables_[state_.table].header;
    } else if (item_pending_) {
      start.label = std::move(item_.label);
      item_pending_ = false;
      if (start.kind == Kind::kParagraph || start.kind == Kind::kQuotation) {
        start.kind = Kind::kItem;
        start.level = item_.level;
      }
    }
    return start;
  }

  void leave_out(std::uint32_t i) {
    const std::string text = lines_of(page_, i, kMostLeftOutBytes + 8);
    if (!text.empty()) out_.leave_out(reason_of(parts_[i]), text, how_.part);
  }

  void boundary(Display display) {
    if (display == Display::kInline) return;
    if (display == Display::kInlineBlock || state_.row) {
      writer_.space();
    } else {
      writer_.end_block();
    }
  }

  void enter(std::uint32_t i) {
    const GumboTag tag = nodes_[i].tag;
    const Display display = display_of(page_, i);
    if (tag == GUMBO_TAG_BR) {
      if (state_.row) {
        writer_.space();
      } else {
        writer_.line_break(state_.white);
      }
    }
    boundary(display);
    open_.push_back({i, display, state_, false});
    note_ids(i);
    if (notes_.note(i) != nullptr) state_.note = i;
    if (state_.row) {
      enter_in_row(i);
    } else {
      enter_block(i);
    }
    if (tag == GUMBO_TAG_A) open_link(i);
    enter_formula(i);
    raised_.enter(tag, i);
    if (tag == GUMBO_TAG_Q) quotation_mark(true);
    if (tag == GUMBO_TAG_TIME && first_time_.empty() && out_.at() < begin_ + kDateWithin) {
      const std::string time = page_.value(i, "datetime");
      if (!plain_date(time).empty()) first_time_ = time;
    }
  }

  // The name without prefix: EPUB has <m:math>.
  std::string_view name_of(std::uint32_t i) const {
    if (nodes_[i].tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(nodes_[i].tag);
    if (!page_.is_element(i)) return {};
    const Tag& tag = page_.source.tags()[nodes_[i].source];
    const std::string_view name =
        page_.source.html().substr(tag.content_begin, tag.content_end - tag.content_begin);
    return name.substr(name.rfind(':') + 1);
  }

  void enter_formula(std::uint32_t i) {
    const std::string_view name = name_of(i);
    if (!formula_.inside() && name != "math") return;
    open_.back().formula = true;
    add_sign(formula_.start(
        name, writer_.joins_digit(), [&](std::string_view attribute, std::string_view otherwise) {
          return page_.written(i, attribute) ? page_.value(i, attribute) : std::string(otherwise);
        }));
  }

  void add_sign(const std::string& sign) {
    if (sign == " ") {
      writer_.space();
    } else if (!sign.empty()) {
      writer_.unplaced(sign);
    }
  }

  void note_ids(std::uint32_t i) {
    if (how_.ids == nullptr || !page_.has_attributes(i)) return;
    std::string id = page_.value(i, "id");
    if (id.empty() && nodes_[i].tag == GUMBO_TAG_A) id = page_.value(i, "name");
    if (!id.empty()) how_.ids->push_back({out_.at(), std::move(id)});
  }

  void enter_in_row(std::uint32_t i) {
    const GumboTag tag = nodes_[i].tag;
    if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && state_.table != kNone &&
        nodes_[i].parent != kNone && nodes_[nodes_[i].parent].tag == GUMBO_TAG_TR) {
      if (tables_[state_.table].cells++ > 0) writer_.tab();
    }
  }

  void enter_block(std::uint32_t i) {
    const GumboTag tag = nodes_[i].tag;
    if (const int level = heading_level(tag); level > 0) {
      state_.kind = Kind::kHeading;
      state_.level = static_cast<std::uint8_t>(level);
      if (level == 1 && top_heading_.empty()) top_heading_ = page_.text(i, 500);
      return;
    }
    switch (tag) {
      case GUMBO_TAG_BLOCKQUOTE:
        state_.kind = Kind::kQuotation;
        break;
      case GUMBO_TAG_PRE:
      case GUMBO_TAG_LISTING:
      case GUMBO_TAG_XMP:
      case GUMBO_TAG_PLAINTEXT:
        state_.kind = Kind::kCode;
        state_.white = WhiteSpace::kKept;
        after_pre_ = i + 1;
        break;
      case GUMBO_TAG_FIGCAPTION:
      case GUMBO_TAG_CAPTION:
        state_.kind = Kind::kCaption;
        break;
      case GUMBO_TAG_SVG:
        state_.kind = Kind::kBox;
        break;
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_DIR:
        state_.list = lists_.begin(page_, i, state_.list);
        break;
      case GUMBO_TAG_LI:
        begin_item(i);
        break;
      case GUMBO_TAG_TABLE:
        tables_.push_back({shape_of_table(page_, i)});
        state_.table = static_cast<std::uint32_t>(tables_.size() - 1);
        break;
      case GUMBO_TAG_TR:
        begin_row(i);
        break;
      default:
        break;
    }
  }

  void begin_item(std::uint32_t i) {
    item_ = lists_.item(page_, i, state_.list);
    item_pending_ = true;
  }

  void begin_row(std::uint32_t i) {
    if (state_.table == kNone || tables_[state_.table].shape != TableShape::kData) return;
    Table& table = tables_[state_.table];
    state_.row = true;
    state_.kind = Kind::kRow;
    state_.level = 0;
    state_.white = WhiteSpace::kCollapsed;
    table.cells = 0;
    table.in_header = is_header_row(page_, i);
    if (table.in_header) table.header = ExtractedBlock::kNone;
  }

  void open_link(std::uint32_t i) {
    close_link();
    const auto href = page_.written(i, "href");
    if (!href) return;
    link_url_ = resolved(page_.value(i, "href"), head_.base);
    if (link_url_.empty()) return;
    link_node_ = i;
    link_begin_ = out_.at();
  }

  void close_link() {
    if (link_node_ == kNone) return;
    out_.add_link(link_begin_, std::move(link_url_));
    link_node_ = kNone;
  }

  void quotation_mark(bool opens) {
    if (opens) {
      writer_.unplaced(state_.quoted ? "‘" : "“");
      state_.quoted = !state_.quoted;
    } else {
      writer_.unplaced(state_.quoted ? "”" : "’");
    }
  }

  void leave() {
    const Open open = open_.back();
    const GumboTag tag = nodes_[open.node].tag;
    if (open.node == link_node_) close_link();
    raised_.leave(tag, open.node, out_.at());
    if (open.formula) add_sign(formula_.end());
    if (tag == GUMBO_TAG_Q) quotation_mark(false);
    if (tag == GUMBO_TAG_LI) item_pending_ = false;
    if (tag == GUMBO_TAG_TR && state_.row && !open.before.row) {
      const std::uint32_t block = writer_.end_block();
      Table& table = tables_[state_.table];
      if (table.in_header) table.header = block;
    }
    open_.pop_back();
    state_ = open.before;
    boundary(open.display);
  }

  ExtractBuilder& out_;
  Page& page_;
  const std::vector<Node>& nodes_;
  const AppendHtml& how_;
  PageNotes notes_;
  PageHead head_;
  std::vector<Part> parts_;
  TextWriter writer_;
  RaisedDigits raised_;
  MathMlSigns formula_;  // the innermost
  State state_;
  std::vector<Open> open_;
  ListLabels lists_;
  std::vector<Table> tables_;
  ListLabels::Item item_;
  bool item_pending_ = false;  // its label is for the next block
  std::uint32_t after_pre_ = kNone;
  std::uint32_t link_node_ = kNone;
  std::uint64_t link_begin_ = 0;
  std::string link_url_;
  std::vector<std::pair<std::size_t, std::uint32_t>> marks_;  // in file().marks, and their notes
  std::unordered_map<std::uint32_t, std::uint32_t> note_blocks_;
  std::uint64_t begin_ = 0;
  std::string top_heading_, first_time_;
};

}  // namespace
}  // namespace html

void append_html(ExtractBuilder& out, std::string_view html, const AppendHtml& how_given) {
  AppendHtml how = how_given;
  if (how.places.empty()) how.places = {{0, 0, html.size(), html.size()}};
  const bool is_xml = how.is_xml || trim(html.substr(0, 100)).starts_with("<?xml");
  html::Page page(html, is_xml, how.depth);
  html::Walk(out, page, how).run();
}

}  // namespace ibid
