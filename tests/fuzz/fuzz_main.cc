// SPDX-License-Identifier: GPL-2.0-or-later
//
// What all fuzz targets begin with: a failed EXPECT or ASSERT ends the program where it stands, by
// a signal that libFuzzer keeps the input at.
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  testing::InitGoogleTest(argc, *argv);
  GTEST_FLAG_SET(break_on_failure, true);
  std::signal(SIGTRAP, [](int) { std::abort(); });
  return 0;
}
