// SPDX-License-Identifier: GPL-2.0-or-later
//
// Long output against tests/golden/<name>, which UPDATE_GOLDEN=1 rewrites. Read the diff before
// keeping it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/support/temp_dir.h"

namespace ibid::testing {

inline void expect_golden(const std::string& shown, const std::string& name) {
  const std::string path = IBID_SOURCE_DIR "/tests/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    write_file(path, shown);
  } else {
    EXPECT_EQ(shown, read_bytes(path)) << name;
  }
}

}  // namespace ibid::testing
