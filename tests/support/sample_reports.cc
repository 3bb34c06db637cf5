// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/sample_reports.h"

#include <algorithm>
#include <filesystem>

#include "corpus/files/reader.h"
#include "corpus/report/passage_id.h"

namespace fs = std::filesystem;

namespace ibid::testing {
namespace {

std::vector<std::string> text_files(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::string samples_folder() { return IBID_SOURCE_DIR "/corpus/samples"; }

std::vector<std::string> sample_paths() { return text_files(samples_folder()); }

std::optional<std::string> shared_reports_folder() {
  const fs::path folder = fs::path(IBID_SOURCE_DIR).parent_path() / "shared" / "reports";
  if (!fs::is_directory(folder)) return std::nullopt;
  return folder.string();
}

std::vector<std::string> report_texts() {
  std::vector<std::string> paths = sample_paths();
  if (const auto shared = shared_reports_folder()) {
    for (const std::string& path : text_files(*shared)) paths.push_back(path);
  }
  std::vector<std::string> texts;
  for (const std::string& path : paths) texts.push_back(read_file(path));
  return texts;
}

std::vector<Report> reports_in(const std::string& folder) {
  std::vector<Report> reports;
  for (const std::string& path : text_files(folder)) {
    const std::string id = report_id_from_file_name(fs::path(path).filename().string());
    reports.push_back(read_report(path, read_file(path), id));
  }
  std::sort(reports.begin(), reports.end(),
            [](const Report& a, const Report& b) { return a.id < b.id; });
  return reports;
}

std::vector<Report> sample_reports() { return reports_in(samples_folder()); }

}  // namespace ibid::testing
