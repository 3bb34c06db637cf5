// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/api/piece_thread.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace ibid {
namespace {

using Write = PieceThread::Write;

std::string all_of(PieceThread& thread) {
  std::string out;
  while (thread.next(out)) {
  }
  return out;
}

TEST(PieceThread, HandsOverAllInOrder) {
  std::string wanted;
  for (int i = 0; i < 100'000; ++i) wanted += std::to_string(i) + "줄\n";
  PieceThread thread([](const Write& write) {
    for (int i = 0; i < 100'000; ++i) write(std::to_string(i) + "줄\n");
  });
  EXPECT_EQ(all_of(thread), wanted);
}

TEST(PieceThread, PassesOnAFailureBehindWhatWasWritten) {
  PieceThread thread([](const Write& write) {
    write("begin");
    throw std::runtime_error("the disk is gone");
  });
  std::string out;
  EXPECT_TRUE(thread.next(out));
  EXPECT_EQ(out, "begin");
  EXPECT_THROW(thread.next(out), std::runtime_error);
}

TEST(PieceThread, EndsWorkThatNobodyReads) {
  std::atomic<bool> told = false;
  {
    PieceThread thread([&](const Write& write) {
      const std::string piece(100'000, 'x');
      while (write(piece)) {
      }
      told = true;
    });
    std::string out;
    thread.next(out);
  }
  EXPECT_TRUE(told);
}

TEST(PieceThread, HoldsLittleUnread) {
  std::atomic<std::size_t> written = 0;
  PieceThread thread([&](const Write& write) {
    const std::string piece(100'000, 'x');
    for (int i = 0; i < 100 && write(piece); ++i) written += piece.size();
  });
  std::string out;
  thread.next(out);
  EXPECT_LE(written, out.size() + 3'000'000);
  EXPECT_EQ(out.size() + all_of(thread).size(), 10'000'000U);
}

}  // namespace
}  // namespace ibid
