// SPDX-License-Identifier: GPL-2.0-or-later
//
// A small file of each format, and where its sentences stand.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ibid::testing {

// What a file says: two sentences with one figure.
struct Said {
  std::string korean, english, figure;

  std::vector<std::string> sentences() const { return {korean, english}; }
};
extern const Said kLaver;
// Of files attached to the mail.
extern const Said kSquid, kKelp;

// A sentence without its full stop and with another figure.
std::string with_figure(std::string sentence, const Said& said, const std::string& figure);

struct FormatSample {
  std::string name, grade;
  std::string place;  // as ibid show names it
  Said said = kLaver;
};
const std::vector<FormatSample>& format_samples();

// By name. Together they are 14 reports: two lines of JSON, three of the mail.
std::map<std::string, std::string> format_files();

std::string html_sample();
std::string docx_sample();
std::string json_lines_sample();

}  // namespace ibid::testing
