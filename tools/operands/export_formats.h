// SPDX-License-Identifier: GPL-2.0-or-later
//
// The formats that `ibid export` and `ibid cite` write, and the options that go with them.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/export/export_format.h"
#include "search/export/exporter.h"
#include "search/export/render_export.h"
#include "tools/terminal/option_groups.h"

namespace ibid {

// Says why a passage of --ids-from or the arguments is not exported; `found` is not kYes.
std::string why_not_exported(std::string_view id, Exporter::Found found);

struct ExportFormatOptions {
  ExportFormat format = ExportFormat::kText;
  CitationStyle style = CitationStyle::kNote;
  std::vector<std::string> fields;
  bool formula_safe = false;
  ByteOrderMarkOption byte_order_mark;

  void add_format(CLI::App& app);
  void add_style(CLI::App& app);
  void add_fields(CLI::App& app);
  bool format_given() const { return format_option_->count() > 0; }
  // Throws Error{kUsage} for options that do not go together.
  std::unique_ptr<ExportRenderer> renderer(ExportWhat what) const;

 private:
  void check(ExportWhat what) const;

  CLI::Option* format_option_ = nullptr;
  CLI::Option* style_option_ = nullptr;
};

// Returns what to say of a report whose file no longer has the bytes that were indexed.
std::string stale_note(std::string_view report_id);

}  // namespace ibid
