// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/test_index.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace fs = std::filesystem;

namespace ibid::testing {

TestIndex::TestIndex() : folder_(dir_.at("reports")), index_(dir_.at("index")) {
  fs::create_directories(folder_);
}

std::string TestIndex::write(std::string_view name, std::string_view text) const {
  return write_file(report_path(name), text);
}

void TestIndex::change(std::string_view name, std::string_view text) const {
  const std::string path = report_path(name);
  const auto before = fs::last_write_time(path);
  write_file(path, text);
  fs::last_write_time(path, before);
  touch_file(path);
}

void TestIndex::remove(std::string_view name) const { fs::remove_all(report_path(name)); }

UpdateOptions TestIndex::options() const {
  UpdateOptions options;
  options.commit_time = 1'766'000'000;  // 2025-12-17
  options.index_dir = index_;
  options.paths = {folder_};
  return options;
}

UpdateSummary TestIndex::update(const std::vector<std::string>& paths) const {
  UpdateOptions named = options();
  named.paths = paths;
  return update_index(named);
}

UpdateSummary TestIndex::rebuild() const {
  UpdateOptions rebuild = options();
  rebuild.mode = UpdateOptions::Mode::kRebuild;
  return update_index(rebuild);
}

void TestIndex::update_all() const {
  const UpdateSummary summary = update();
  for (const Problem& problem : summary.problems) {
    ADD_FAILURE() << problem.path << ": " << problem.message;
  }
}

std::string report_with(std::string_view title, const std::vector<std::string>& passages) {
  std::string text = std::string(title) + "\n\nGOOVER DAILY REPORT June 27, 2024\ngoover\n\n";
  int number = 2;
  for (const std::string& passage : passages) {
    text += std::to_string(number++) + ". Part\n\n  • " + passage + "\n\n";
  }
  return text;
}

}  // namespace ibid::testing
