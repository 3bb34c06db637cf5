// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/reports/render_field_reasons.h"

#include <fmt/format.h>

#include "search/render/escape_terminal.h"
#include "search/render/json_lines.h"
#include "search/render/passage_json.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {

std::string field_reasons_text(const FieldReasons& reasons, const TextLayout& layout) {
  constexpr std::size_t kIndent = 12;
  Page page(layout);
  const std::string path = shown_path(reasons.report.path, layout.base_dir);
  page.prose(0, plain(reasons.report.id, Role::kTitle));
  if (reasons.stale) {
    page.prose(0, plain("the file has changed or is gone: run `ibid index`", Role::kWarning));
  }
  for (const FieldReason& field : reasons.fields) {
    page.prose(fmt::format("{:<{}}", escape_terminal(field.field), kIndent), kIndent,
               plain(field.value.empty() ? "none" : field.value));
    std::string why = field.rule;
    if (field.line != 0) why += fmt::format(", {}:{}", path, field.line);
    if (!why.empty()) page.prose(kIndent, plain(why, Role::kFaint));
    if (!field.text.empty() && field.text != field.value) {
      page.prose(kIndent, plain("| " + field.text, Role::kFaint));
    }
  }
  return page.take();
}

std::string field_reasons_json_lines(const FieldReasons& reasons) {
  std::string out;
  for (const FieldReason& field : reasons.fields) {
    Json line = json_line_head("field");
    line["report"] = reasons.report.id;
    line["field"] = field.field;
    line["value"] = field.value;
    line["rule"] = field.rule;
    if (field.line != 0) {
      line["line"] = field.line;
      add_json_bytes(line, reasons.report, field.bytes);
      line["text"] = field.text;
    }
    line["stale"] = json_stale(reasons.stale, reasons.report);
    out += dump_json_line(line);
  }
  return out;
}

}  // namespace ibid
