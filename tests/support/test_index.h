// SPDX-License-Identifier: GPL-2.0-or-later
//
// A folder of reports and its index, both for one test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/update/update.h"
#include "tests/support/temp_dir.h"

namespace ibid::testing {

class TestIndex {
 public:
  TestIndex();

  const std::string& folder() const { return folder_; }  // of the reports
  const std::string& index() const { return index_; }
  std::string report_path(std::string_view name) const { return folder_ + "/" + std::string(name); }
  std::string in_index(std::string_view name) const { return index_ + "/" + std::string(name); }

  std::string write(std::string_view name, std::string_view text) const;
  // Writes other text of any size; the file's time changes, even within one clock tick.
  void change(std::string_view name, std::string_view text) const;
  void remove(std::string_view name) const;

  // Options that bring index() in line with folder().
  UpdateOptions options() const;
  UpdateSummary update() const { return update_index(options()); }
  UpdateSummary update(const std::vector<std::string>& paths) const;
  UpdateSummary rebuild() const;
  // An update that must succeed: problems fail the test.
  void update_all() const;

 private:
  TempDir dir_;
  std::string folder_, index_;
};

// A report of the usual form, dated 27 June 2024: one passage per section, sections numbered from
// 2.
std::string report_with(std::string_view title, const std::vector<std::string>& passages);

}  // namespace ibid::testing
