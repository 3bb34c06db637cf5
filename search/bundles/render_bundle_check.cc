// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/render_bundle_check.h"

#include <fmt/core.h>

#include <optional>
#include <set>

#include "search/render/escape_terminal.h"
#include "search/render/json_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

std::string origin_text(const BundleCheck& check) {
  const BundleManifest& manifest = check.manifest;
  std::string out = fmt::format("made by {} · index generation {}",
                                escape_terminal(manifest.program), manifest.index.generation);
  if (manifest.query) out += " · query: " + escape_terminal(manifest.query->text);
  out += "\n";
  if (!check.page_proven) {
    out += "index.html is of another version: its hash is proven, not what it shows\n";
  }
  if (manifest.mode == BundleMode::kExcerpts) {
    out +=
        "excerpts only: bytes, hashes and quotations are proven, not where they are in the "
        "reports\n";
  }
  return out;
}

// Of all passages of extracted text; nothing if there is none.
std::optional<bool> extraction_proven(const BundleCheck& check) {
  std::optional<bool> out;
  for (const CheckedPassage& passage : check.passages) {
    if (passage.extraction_proven) out = out.value_or(true) && *passage.extraction_proven;
  }
  return out;
}

// A sentence for each reader whose texts are not proven.
std::string extraction_text(const BundleCheck& check) {
  std::set<std::string> unproven, readers;
  for (std::size_t i = 0; i < check.passages.size(); ++i) {
    if (check.passages[i].extraction_proven == false) {
      unproven.insert(check.manifest.passages[i].report);
    }
  }
  for (const BundleReport& report : check.manifest.reports) {
    if (report.info.extraction && unproven.contains(report.info.id)) {
      readers.insert(report.info.extraction->reader);
    }
  }
  std::string out;
  for (const std::string& reader : readers) {
    out += fmt::format("the text was extracted by {}; not proven here", escape_terminal(reader));
    if (check.manifest.mode == BundleMode::kExcerpts) {
      out += ", as the files are not in the bundle\n";
    } else {
      out += check.reread ? "\n" : ", --reread reads the file again\n";
    }
  }
  if (out.empty() && check.reread && extraction_proven(check)) {
    out = "the files were read again and say the same text\n";
  }
  return out;
}

}  // namespace

std::string bundle_check_text(std::string_view path, const BundleCheck& check) {
  const bool whole = check.problems.empty();
  std::string out = fmt::format(
      "{}: {}, {} of {}, {}, {}\n", escape_terminal(path), whole ? "whole" : "NOT whole",
      counted(check.passages.size(), "passage"), counted(check.manifest.reports.size(), "report"),
      counted(check.files, "file"), counted(check.size, "byte"));
  if (whole) out += origin_text(check);
  out += extraction_text(check);
  if (whole) out += "seal " + check.seal + "\n";
  for (const CheckedPassage& passage : check.passages) {
    const bool of_text = passage.proven && passage.extraction_proven == false;
    out +=
        fmt::format("{}  {}{}\n", passage.proven ? "proven    " : "NOT proven",
                    escape_terminal(passage.permalink), of_text ? "  (in the extracted text)" : "");
  }
  for (const BundleProblem& problem : check.problems) {
    out += fmt::format("bytes {}-{}, {}: {}\n", problem.bytes.begin, problem.bytes.end,
                       escape_terminal(problem.where), escape_terminal(problem.message));
  }
  return out;
}

std::string bundle_check_json_lines(std::string_view path, const BundleCheck& check) {
  const BundleManifest& manifest = check.manifest;
  Json line = json_line_head("bundle");
  add_json_path(line, path);
  line["whole"] = check.problems.empty();
  line["bytes"] = check.size;
  line["files"] = check.files;
  line["seal"] = check.seal;
  line["page_proven"] = check.page_proven;
  if (const auto proven = extraction_proven(check)) {
    line["extraction_proven"] = *proven;
    line["reread"] = check.reread;
  }
  line["program"] = manifest.program;
  line["mode"] = to_string(manifest.mode);
  line["query"] = manifest.query ? Json(manifest.query->text) : Json(nullptr);
  line["index"] = {{"generation", manifest.index.generation},
                   {"passages", manifest.index.passages}};
  line["reports"] = manifest.reports.size();
  line["passages"] = manifest.passages.size();
  line["problems"] = check.problems.size();
  std::string out = dump_json_line(line);
  for (const CheckedPassage& passage : check.passages) {
    Json each = json_line_head("bundle-passage");
    each["permalink"] = passage.permalink;
    each["proven"] = passage.proven;
    if (passage.extraction_proven) each["extraction_proven"] = *passage.extraction_proven;
    out += dump_json_line(each);
  }
  for (const BundleProblem& problem : check.problems) {
    Json each = json_line_head("bundle-problem");
    each["where"] = problem.where;
    each["bytes"] = json_range(problem.bytes);
    each["message"] = problem.message;
    out += dump_json_line(each);
  }
  return out;
}

}  // namespace ibid
