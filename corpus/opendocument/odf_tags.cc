// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/opendocument/odf_tags.h"

#include <unordered_map>

namespace ibid {
namespace {

using Table = std::unordered_map<std::string_view, OdfTag>;
using enum OdfTag;

constexpr std::string_view kSpace = "urn:oasis:names:tc:opendocument:xmlns:";

const Table& text_table() {
  static const Table table = {{"p", kParagraph},
                              {"h", kHeading},
                              {"span", kSpan},
                              {"a", kLink},
                              {"s", kSpaces},
                              {"tab", kTab},
                              {"line-break", kLineBreak},
                              {"note", kNote},
                              {"note-citation", kNoteCitation},
                              {"note-body", kNoteBody},
                              {"ruby-text", kRubyText},
                              {"hidden-text", kHiddenText},
                              {"hidden-paragraph", kHiddenParagraph},
                              {"section", kSection},
                              {"changed-region", kChangedRegion},
                              {"deletion", kDeletion},
                              {"insertion", kNoText},
                              {"change", kChange},
                              {"list", kList},
                              {"list-item", kListItem},
                              {"list-header", kListHeader},
                              {"number", kNoText},
                              {"sequence-decls", kNoText},
                              {"variable-decls", kNoText},
                              {"user-field-decls", kNoText},
                              {"table-of-content-source", kNoText},
                              {"alphabetical-index-source", kNoText},
                              {"bibliography-source", kNoText},
                              {"illustration-index-source", kNoText},
                              {"object-index-source", kNoText},
                              {"table-index-source", kNoText},
                              {"user-index-source", kNoText},
                              {"script", kNoText}};
  return table;
}

const Table& table_table() {
  static const Table table = {
      {"table", kTable},     {"table-header-rows", kHeaderRows},   {"table-row", kRow},
      {"table-cell", kCell}, {"covered-table-cell", kCoveredCell}, {"title", kNoText},
      {"desc", kNoText}};
  return table;
}

const Table& drawing_table() {
  static const Table table = {
      {"text-box", kShape}, {"custom-shape", kShape}, {"rect", kShape},
      {"circle", kShape},   {"ellipse", kShape},      {"line", kShape},
      {"path", kShape},     {"polygon", kShape},      {"polyline", kShape},
      {"caption", kShape},  {"connector", kShape},    {"regular-polygon", kShape},
      {"measure", kShape},  {"object", kFormula},     {"object-ole", kFormula}};
  return table;
}

OdfTag find(const Table& table, std::string_view name) {
  const auto found = table.find(name);
  return found == table.end() ? kOther : found->second;
}

}  // namespace

OdfTag odf_tag(std::string_view space, std::string_view name) {
  // The source of a formula, once more.
  if (space == kMathMl) return name.starts_with("annotation") ? kNoText : kOther;
  if (!space.starts_with(kSpace)) return kOther;
  space.remove_prefix(kSpace.size());
  if (space == "text:1.0") return find(text_table(), name);
  if (space == "table:1.0") return find(table_table(), name);
  if (space == "drawing:1.0") return find(drawing_table(), name);
  if (space == "svg-compatible:1.0") return name == "title" || name == "desc" ? kNoText : kOther;
  if (space == "office:1.0") {
    if (name == "text") return kOfficeText;
    if (name == "annotation") return kAnnotation;
    if (name == "change-info" || name == "scripts" || name == "binary-data") return kNoText;
    if (name == "event-listeners" || name == "forms") return kNoText;
  }
  return kOther;
}

}  // namespace ibid
