// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/page_shapes.h"

#include <algorithm>

namespace ibid::html {
namespace {

constexpr long kMostNumber = 1'000'000'000;

bool is_block_tag(GumboTag tag) {
  if (heading_level(tag) > 0) return true;
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return true;
    default:
      return false;
  }
}

// The value of "display" in a style attribute, in lower case; empty if there is none.
std::string display_in(std::string_view style) {
  style = style.substr(0, 2000);
  const std::string lower = ascii_lower(style);
  std::size_t at = lower.find("display");
  if (at == std::string::npos) return "";
  at = skip_spaces(lower, at + 7);
  if (at >= lower.size() || lower[at] != ':') return "";
  at = skip_spaces(lower, at + 1);
  return lower.substr(at, lower.find_first_of("; !", at) - at);
}

LabelStyle style_named(std::string_view name, LabelStyle otherwise) {
  struct Named {
    std::string_view name;
    LabelStyle style;
  };
  static constexpr Named kNames[] = {
      {"none", LabelStyle::kNoLabel},
      {"disc", LabelStyle::kDisc},
      {"circle", LabelStyle::kCircle},
      {"square", LabelStyle::kSquare},
      {"decimal", LabelStyle::kDecimal},
      {"lower-alpha", LabelStyle::kLowerLetter},
      {"lower-latin", LabelStyle::kLowerLetter},
      {"upper-alpha", LabelStyle::kUpperLetter},
      {"upper-latin", LabelStyle::kUpperLetter},
      {"lower-roman", LabelStyle::kLowerRoman},
      {"upper-roman", LabelStyle::kUpperRoman},
      {"1", LabelStyle::kDecimal},
      {"a", LabelStyle::kLowerLetter},
      {"i", LabelStyle::kLowerRoman},
  };
  // Of the type attribute only single letters tell capitals from small ones.
  if (name == "A") return LabelStyle::kUpperLetter;
  if (name == "I") return LabelStyle::kUpperRoman;
  const std::string lower = ascii_lower(name);
  for (const Named& named : kNames) {
    if (named.name == lower) return named.style;
  }
  return otherwise;
}

// "z" is followed by "aa". Numbers below one have no letters and are digits.
std::string letters_of_number(long number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  }
  return out;
}

// From 1 to 3,999; empty for others.
std::string roman_of_number(long number) {
  if (number < 1 || number > 3999) return "";
  static constexpr struct {
    int value;
    const char* letters;
  } kSteps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                {5, "v"},    {4, "iv"},   {1, "i"}};
  std::string out;
  for (const auto& step : kSteps) {
    for (; number >= step.value; number -= step.value) out += step.letters;
  }
  return out;
}

// "list-style: square inside", "list-style-type:none"
LabelStyle style_in(std::string_view css, LabelStyle otherwise) {
  const std::string lower = ascii_lower(css.substr(0, 2000));
  const std::size_t at = lower.find("list-style");
  if (at == std::string::npos) return otherwise;
  const std::size_t colon = lower.find(':', at);
  if (colon == std::string::npos) return otherwise;
  const std::size_t end = std::min(lower.find(';', colon), lower.size());
  LabelStyle style = otherwise;
  any_word(std::string_view(lower).substr(colon + 1, end - colon - 1), [&](std::string_view word) {
    style = style_named(word, style);
    return false;
  });
  return style;
}

// The blocks of a cell, as far as they tell what kind of table it is in.
bool is_block_of_cell(GumboTag tag) {
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_LI ||
         tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_SECTION ||
         tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_FORM;
}

// What of a table tells its kind.
struct TableParts {
  bool has_heads = false;         // <th>, <thead>, <caption>
  bool holds_structure = false;   // a table or a heading in a cell
  std::uint32_t most_cells = 0;   // of a row
  std::uint32_t most_blocks = 0;  // of a cell
};

TableParts parts_of_table(const Page& page, std::uint32_t table) {
  TableParts parts;
  std::uint32_t cells = 0, blocks = 0;
  for (std::uint32_t i = table + 1; i < page.nodes[table].end && !parts.holds_structure; ++i) {
    const GumboTag tag = page.nodes[i].tag;
    if (tag == GUMBO_TAG_TR) {
      cells = 0;
    } else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      parts.most_cells = std::max(parts.most_cells, ++cells);
      blocks = 0;
    } else if (is_block_of_cell(tag)) {
      parts.most_blocks = std::max(parts.most_blocks, ++blocks);
    }
    parts.has_heads = parts.has_heads || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_THEAD ||
                      tag == GUMBO_TAG_CAPTION;
    parts.holds_structure = tag == GUMBO_TAG_TABLE || heading_level(tag) > 0;
  }
  return parts;
}

}  // namespace

Display display_of(Page& page, std::uint32_t node) {
  const bool block = is_block_tag(page.nodes[node].tag);
  const Display usual = block ? Display::kBlock : Display::kInline;
  const auto style = page.written(node, "style");
  if (!style) return usual;
  const std::string display = display_in(*style);
  if (display.empty()) return usual;
  if (display == "inline") return Display::kInline;
  if (display.starts_with("inline-")) return Display::kInlineBlock;
  if (display == "block" || display == "list-item" || display == "flex" || display == "grid" ||
      display == "table" || display == "flow-root") {
    return Display::kBlock;
  }
  return usual;
}

std::string list_label(LabelStyle style, long number) {
  std::string out;
  switch (style) {
    case LabelStyle::kNoLabel:
      return "";
    case LabelStyle::kDisc:
      return "•";
    case LabelStyle::kCircle:
      return "◦";
    case LabelStyle::kSquare:
      return "▪";
    case LabelStyle::kDecimal:
      break;
    case LabelStyle::kLowerLetter:
      out = letters_of_number(number, 'a');
      break;
    case LabelStyle::kUpperLetter:
      out = letters_of_number(number, 'A');
      break;
    case LabelStyle::kLowerRoman:
    case LabelStyle::kUpperRoman:
      out = roman_of_number(number);
      if (style == LabelStyle::kUpperRoman) {
        for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
      }
      break;
  }
  if (out.empty()) out = std::to_string(number);
  return out + ".";
}

std::optional<long> number_of(Page& page, std::uint32_t node, std::string_view name) {
  const auto written = page.written(node, name);
  if (!written) return std::nullopt;
  std::string_view digits = trim(*written);
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  long number = 0;
  std::size_t at = 0;
  for (; at < digits.size() && is_ascii_digit(digits[at]); ++at) {
    number = std::min(kMostNumber, number * 10 + (digits[at] - '0'));
  }
  if (at == 0) return std::nullopt;
  return negative ? -number : number;
}

ListShape shape_of_list(Page& page, std::uint32_t list, std::uint8_t level) {
  ListShape shape;
  if (page.nodes[list].tag == GUMBO_TAG_OL) {
    shape.style = LabelStyle::kDecimal;
    if (page.written(list, "reversed")) {
      shape.step = -1;
      shape.first = 0;
      for (std::uint32_t i = list + 1; i < page.nodes[list].end; i = page.nodes[i].end) {
        if (page.nodes[i].tag == GUMBO_TAG_LI) ++shape.first;
      }
    }
    shape.first = number_of(page, list, "start").value_or(shape.first);
  } else if (level > 1) {
    shape.style = level == 2 ? LabelStyle::kCircle : LabelStyle::kSquare;
  }
  shape.style = style_named(page.written(list, "type").value_or(""), shape.style);
  shape.style = style_in(page.written(list, "style").value_or(""), shape.style);
  return shape;
}

TableShape shape_of_table(Page& page, std::uint32_t table) {
  const std::string role = page.lower(table, "role");
  if (role == "presentation" || role == "none") return TableShape::kLayout;
  const TableParts parts = parts_of_table(page, table);
  if (parts.holds_structure || parts.most_cells < 2) return TableShape::kLayout;
  return parts.has_heads || parts.most_blocks < 2 ? TableShape::kData : TableShape::kLayout;
}

bool is_header_row(const Page& page, std::uint32_t row) {
  const std::uint32_t parent = page.nodes[row].parent;
  if (parent != kNone && page.nodes[parent].tag == GUMBO_TAG_THEAD) return true;
  std::uint32_t heads = 0;
  for (std::uint32_t i = row + 1; i < page.nodes[row].end; i = page.nodes[i].end) {
    if (page.nodes[i].tag == GUMBO_TAG_TD) return false;
    if (page.nodes[i].tag == GUMBO_TAG_TH) ++heads;
  }
  return heads > 0;
}

std::string lines_of(Page& page, std::uint32_t node, std::size_t most) {
  std::string out, line;
  const auto end_line = [&] {
    const std::string_view words = trim(std::string_view(line));
    if (!words.empty()) ((out += out.empty() ? "" : "\n") += words);
    line.clear();
  };
  for (std::uint32_t i = node; i < page.nodes[node].end && out.size() + line.size() < most; ++i) {
    const Node& at = page.nodes[i];
    if (!at.is_text()) {
      if (is_block_tag(at.tag) || at.tag == GUMBO_TAG_BR) end_line();
      continue;
    }
    const std::string_view slice = page.slice_of(page.source.runs()[at.source]);
    if (is_white(slice.front()) && !line.empty()) line += ' ';
    line += page.text(i, most);
    if (is_white(slice.back()) && !line.empty() && line.back() != ' ') line += ' ';
  }
  end_line();
  return out;
}

}  // namespace ibid::html
