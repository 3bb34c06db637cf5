// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/output_file.h"

#include "tools/terminal/output.h"

namespace ibid {

OutputFile::OutputFile(const std::string& path) {
  if (!path.empty()) file_.emplace(path);
}

void OutputFile::write(std::string_view text) {
  if (file_) return file_->write(text);
  write_output(text);
}

void OutputFile::flush() {
  if (!file_) flush_output();
}

void OutputFile::finish() {
  if (file_) file_->finish(Existing::kReplace);
}

}  // namespace ibid
