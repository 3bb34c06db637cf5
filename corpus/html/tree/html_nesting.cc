// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/tree/html_nesting.h"

#include <fmt/core.h>

#include "corpus/error.h"

namespace ibid::html {
namespace {

bool is_table_part(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return true;
    default:
      return false;
  }
}

bool is_table_edge(GumboTag tag) { return tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TEMPLATE; }

// An end tag closes nothing beyond it (HTML standard, "element in scope").
bool is_scope_edge(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_MARQUEE:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
      return true;
    default:
      return false;
  }
}

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_TIME:
      return true;
    default:
      return false;
  }
}

// What ends the search for an open <p>, which no block is ever inside of.
bool is_block(GumboTag tag) { return !is_inline(tag); }

// What ends the search for an open <li>, <dt> or <dd>.
bool is_list_edge(GumboTag tag) {
  return !is_inline(tag) && tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_ADDRESS;
}

}  // namespace

void Nesting::close_within(GumboTag tag, bool (*is_edge)(GumboTag)) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i] == tag) {
      open_.resize(i);
      return;
    }
    if (is_edge(open_[i])) return;
  }
}

void Nesting::open(GumboTag tag) {
  if (is_table_part(tag) && tag != GUMBO_TAG_TABLE) {
    // A cell or row ends those before it; one in no table is nothing.
    std::size_t table = open_.size();
    while (table > 0 && !is_table_edge(open_[table - 1])) --table;
    if (table == 0) return;
    open_.resize(table);
  } else if (tag == GUMBO_TAG_LI) {
    close_within(GUMBO_TAG_LI, is_list_edge);
  } else if (tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD) {
    close_within(GUMBO_TAG_DT, is_list_edge);
    close_within(GUMBO_TAG_DD, is_list_edge);
  } else if (tag == GUMBO_TAG_OPTION || tag == GUMBO_TAG_OPTGROUP) {
    if (!open_.empty() && open_.back() == GUMBO_TAG_OPTION) open_.pop_back();
  }
  if (!is_inline(tag)) close_within(GUMBO_TAG_P, is_block);
  if (open_.size() >= most_) {
    throw Error(ErrorKind::kInput,
                fmt::format("its elements are nested more than {} deep; save its text as .txt and "
                            "index that",
                            most_));
  }
  open_.push_back(tag);
}

void Nesting::close(GumboTag tag) {
  close_within(tag, is_table_part(tag) ? is_table_edge : is_scope_edge);
}

}  // namespace ibid::html
