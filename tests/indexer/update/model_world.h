// SPDX-License-Identifier: GPL-2.0-or-later
//
// Folders of reports that change at random, on the disk and in the model alike.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/indexer/update/index_model.h"
#include "tests/support/temp_dir.h"

namespace ibid::testing {

class ModelWorld {
 public:
  explicit ModelWorld(std::uint32_t seed);

  IndexModel& model() { return model_; }
  const std::vector<std::string>& roots() const { return roots_; }
  std::string at(std::string_view name) const { return dir_.at(name); }
  // What is drawn follows from the seed.
  std::size_t below(std::size_t end) { return random_() % end; }
  bool once_in(std::size_t times) { return below(times) == 0; }
  template <typename T>
  const T& one_of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

  // Changes files or folders in a random way, and says how.
  std::string change();
  std::string add();
  // A file, a folder or its subfolder; some of them are not there.
  std::string some_path();

 private:
  ModelText some_text();
  std::string some_place();
  std::string some_file();
  void write(const std::string& path, ModelText text);
  void rename_folder(const std::string& from, const std::string& to);

  std::string edit();
  std::string edit_of_same_size_and_time();
  std::string touch();
  std::string rename();
  std::string swap();
  std::string copy();
  std::string hard_link();
  std::string remove();
  std::string move_folder();
  std::string turn_binary();
  std::string turn_back();
  std::string unmount_or_mount();

  std::mt19937 random_;
  TempDir dir_;
  std::vector<std::string> roots_;
  IndexModel model_;
  Texts before_binary_;
  std::uint32_t serial_ = 10000;
};

}  // namespace ibid::testing
