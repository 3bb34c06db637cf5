// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/page_parts.h"

#include <array>
#include <optional>

#include "corpus/html/page_content.h"
#include "corpus/html/web_address.h"
#include "corpus/text/word_list.h"

namespace ibid::html {
namespace {

enum class FrameKind : std::uint8_t { kFrame, kComments };
using enum FrameKind;
struct FrameName {
  std::string_view name;
  FrameKind kind;
};
constexpr std::array kFrameNames = std::to_array<FrameName>({
#include "corpus/word_lists/page_frame_names.inc"
});
constexpr std::array kFrameRoles = std::to_array<std::string_view>(
    {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog",
     "alertdialog", "complementary"});

// The part of the page's text that an element must hold to be the page's text.
constexpr double kMainText = 0.5, kArticleText = 0.6, kBodyText = 0.4;

// "display: none", in any case and spacing.
bool hides(std::string_view style) {
  std::string folded;
  for (const char c : style.substr(0, 2000)) {
    if (!is_white(c)) folded += c;
  }
  folded = ascii_lower(folded);
  return folded.find("display:none") != std::string::npos ||
         folded.find("visibility:hidden") != std::string::npos;
}

bool never_shown(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_DESC:
    case GUMBO_TAG_ANNOTATION_XML:
      return true;
    default:
      return false;
  }
}

// Elements that gumbo does not know.
bool never_shown_by_name(Page& page, std::uint32_t node) {
  const std::string_view name = page.source.content(page.nodes[node].source);
  if (name == "annotation") return true;  // the source of a formula
  return name == "dialog" && !page.written(node, "open");
}

bool is_control(GumboTag tag) {
  return tag == GUMBO_TAG_BUTTON || tag == GUMBO_TAG_SELECT || tag == GUMBO_TAG_MENU;
}

class Parts {
 public:
  Parts(Page& page, const PageNotes& notes, std::string_view address)
      : page_(page),
        notes_(notes),
        nodes_(page.nodes),
        host_(host_of(address)),
        parts_(nodes_.size()) {}

  std::vector<Part> hidden() {
    find_hidden();
    return std::move(parts_);
  }

  std::vector<Part> all() {
    find_hidden();
    sources_ = source_lists_of(page_);
    count();
    leave_out_frames();
    count();
    const std::uint32_t main = main_text();
    if (main != kNone) {
      leave_out_around(main);
    } else {
      leave_out_menus();
    }
    return std::move(parts_);
  }

 private:
  bool is_kept_note(std::uint32_t node) const { return notes_.holds_note(node); }

  void find_hidden() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].is_text()) continue;
      if (never_shown(nodes_[i].tag) || (nodes_[i].tag == GUMBO_TAG_UNKNOWN &&
                                         page_.is_element(i) && never_shown_by_name(page_, i))) {
        parts_[i] = Part::kHidden;
      } else if (nodes_[i].tag == GUMBO_TAG_DEL) {
        parts_[i] = Part::kDeleted;
      } else if (page_.has_attributes(i) && is_hidden(i)) {
        parts_[i] = Part::kHidden;
      }
    }
  }

  bool is_hidden(std::uint32_t i) {
    if (nodes_[i].tag == GUMBO_TAG_HTML || nodes_[i].tag == GUMBO_TAG_BODY) return false;
    if (page_.written(i, "hidden")) return true;
    if (page_.written(i, "aria-hidden") && page_.lower(i, "aria-hidden") == "true") return true;
    const auto style = page_.written(i, "style");
    return style && hides(*style);
  }

  void count() { content_ = content_of(page_, parts_, sources_, host_); }

  bool is_most_text(std::uint32_t i) const { return 2 * content_[i].text > content_[0].text; }

  // The element may go, whatever it is called.
  bool may_go(std::uint32_t i) const {
    return !is_kept_note(i) && content_[i].source_lists == 0 && !is_most_text(i) && !holds_main_[i];
  }

  void leave_out_frames() {
    holds_main_.assign(nodes_.size(), false);
    for (std::uint32_t i = static_cast<std::uint32_t>(nodes_.size()); i-- > 0;) {
      if (is_main(i)) holds_main_[i] = true;
      if (holds_main_[i] && nodes_[i].parent != kNone) holds_main_[nodes_[i].parent] = true;
    }
    std::vector<bool> in_section(nodes_.size());
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const std::uint32_t parent = nodes_[i].parent;
      if (parent != kNone) in_section[i] = in_section[parent];
      const GumboTag tag = nodes_[i].tag;
      if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION || is_main(i)) in_section[i] = true;
      if (nodes_[i].is_text() || parts_[i] != Part::kText) continue;
      if (is_frame(i, in_section[i])) parts_[i] = Part::kNavigation;
    }
  }

  bool is_frame(std::uint32_t i, bool in_section) {
    const GumboTag tag = nodes_[i].tag;
    if (is_control(tag)) return true;
    if (tag == GUMBO_TAG_NAV) return !is_kept_note(i) && !holds_main_[i];
    if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || is_main(i) || tag == GUMBO_TAG_ARTICLE) {
      return false;
    }
    const Content& content = content_[i];
    const bool has_page_title = content.top_headings > 0 && content_[0].top_headings == 1 &&
                                2 * content.link_text < content.text;
    if (tag == GUMBO_TAG_ASIDE && may_go(i)) return true;
    if ((tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FOOTER) && !in_section) {
      return may_go(i) && !has_page_title;
    }
    if (!page_.has_attributes(i) || sources_.below[i]) return false;
    const auto kind = frame_name(i);
    if (kind == kComments) return may_go_as_comments(i);
    return kind && may_go(i) && !has_page_title;
  }

  // Comments can be longer than what they are on.
  bool may_go_as_comments(std::uint32_t i) const {
    return !is_kept_note(i) && !holds_main_[i] && content_[i].top_headings == 0 &&
           10 * content_[i].text < 9 * content_[0].text;
  }

  std::optional<FrameKind> frame_name(std::uint32_t i) {
    if (page_.written(i, "role") && any_word(page_.lower(i, "role"), [](std::string_view word) {
          return is_one_of(word, kFrameRoles);
        })) {
      return kFrame;
    }
    std::optional<FrameKind> found;
    const auto is_name = [&](std::string_view word) {
      if (word.size() > 40) return false;
      std::string name = ascii_lower(word);
      std::replace(name.begin(), name.end(), '_', '-');
      const auto at =
          std::ranges::lower_bound(kFrameNames, std::string_view(name), {}, &FrameName::name);
      if (at == kFrameNames.end() || at->name != name) return false;
      if (found != kComments) found = at->kind;
      return false;
    };
    any_word(page_.written(i, "class").value_or(""), is_name);
    any_word(page_.written(i, "id").value_or(""), is_name);
    return found;
  }

  bool is_main(std::uint32_t i) {
    if (nodes_[i].is_text()) return false;
    if (nodes_[i].tag == GUMBO_TAG_MAIN) return true;
    return page_.has_attributes(i) && page_.written(i, "role") == "main";
  }

  // The part of the text that the element must hold to be the page's text; 0: it may not be.
  double least_text(std::uint32_t i) {
    if (is_main(i)) return kMainText;
    return nodes_[i].tag == GUMBO_TAG_ARTICLE ? kArticleText : 0;
  }
  double least_body_text(std::uint32_t i) {
    return page_.has_attributes(i) && page_.written(i, "itemprop") == "articleBody" ? kBodyText : 0;
  }

  // The smallest <main> or <article> that holds most of the text; else an article's body, beside
  // which its subtitle may stand.
  std::uint32_t main_text() {
    const std::uint32_t found = smallest(&Parts::least_text);
    return found != kNone ? found : smallest(&Parts::least_body_text);
  }

  std::uint32_t smallest(double (Parts::*least_part)(std::uint32_t)) {
    std::uint32_t found = kNone;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const std::uint64_t text = content_[i].text;
      if (nodes_[i].is_text() || text == 0) continue;
      const double part = (this->*least_part)(i);
      if (part == 0 || static_cast<double>(text) < part * static_cast<double>(content_[0].text)) {
        continue;
      }
      if (found == kNone || text <= content_[found].text) found = i;
    }
    return found;
  }

  void leave_out_around(std::uint32_t main) {
    const bool wants_title = content_[main].top_headings == 0 && content_[0].top_headings == 1;
    std::uint32_t i = 0;
    while (i < nodes_.size()) {
      const Content& content = content_[i];
      if (i == main || parts_[i] != Part::kText) {
        i = nodes_[i].end;
      } else if (page_.contains(i, main) || is_kept_inside(i)) {
        ++i;
      } else if (is_kept_note(i) || sources_.below[i] ||
                 (wants_title && nodes_[i].tag == GUMBO_TAG_H1)) {
        i = nodes_[i].end;
      } else if (content.source_lists > 0 || (wants_title && content.top_headings > 0)) {
        ++i;
      } else {
        parts_[i] = Part::kNavigation;
        i = nodes_[i].end;
      }
    }
  }

  bool is_kept_inside(std::uint32_t i) const { return notes_.is_around_note(i); }

  void leave_out_menus() {
    std::uint32_t i = 0;
    while (i < nodes_.size()) {
      if (parts_[i] != Part::kText || nodes_[i].is_text()) {
        i = nodes_[i].end;
      } else if (is_menu_tag(nodes_[i].tag) && is_menu(content_[i]) && may_go(i) &&
                 !sources_.below[i] && content_[i].top_headings == 0) {
        parts_[i] = Part::kNavigation;
        i = nodes_[i].end;
      } else {
        ++i;
      }
    }
  }

  static bool is_menu_tag(GumboTag tag) {
    return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL ||
           tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_SECTION ||
           tag == GUMBO_TAG_P || tag == GUMBO_TAG_CENTER || tag == GUMBO_TAG_DL;
  }

  Page& page_;
  const PageNotes& notes_;
  const std::vector<Node>& nodes_;
  std::string host_;  // of the page
  std::vector<Part> parts_;
  std::vector<Content> content_;
  SourceLists sources_;
  std::vector<bool> holds_main_;
};

}  // namespace

std::vector<Part> parts_of(Page& page, const PageNotes& notes, std::string_view address) {
  return Parts(page, notes, address).all();
}

std::vector<Part> hidden_parts_of(Page& page, const PageNotes& notes) {
  return Parts(page, notes, "").hidden();
}

}  // namespace ibid::html
