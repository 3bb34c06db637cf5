// SPDX-License-Identifier: GPL-2.0-or-later
//
// The start of all fuzz targets: a failed EXPECT or ASSERT ends the program at once, by a signal on
// which libFuzzer keeps the input.
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  testing::InitGoogleTest(argc, *argv);
  GTEST_FLAG_SET(break_on_failure, true);
  std::signal(SIGTRAP, [](int) { std::abort(); });
  return 0;
}
