// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/text/display_width.h"
#include "tools/commands/progress.h"

namespace ibid {
namespace {

using testing::HasSubstr;
using testing::Not;

UpdateProgress a_quarter_of(std::string file) {
  UpdateProgress progress;
  progress.phase = UpdateProgress::Phase::kIndexing;
  progress.bytes_done = 5'000'000;
  progress.bytes_total = 20'000'000;
  progress.passages = 1234;
  progress.current = std::move(file);
  return progress;
}

TEST(ProgressBar, ShowsShareRateTimeLeftAndFile) {
  EXPECT_EQ(progress_bar(a_quarter_of("/srv/report.txt"), 10, 79),
            " 25%  [###...........]  0.5 MB/s  0:30 left  1234 passages  report.txt");
}

TEST(ProgressBar, CutsKoreanNamesByDisplayWidth) {
  const std::string bar =
      progress_bar(a_quarter_of("/srv/러시아와-북한의-조약-보고서.txt"), 10, 79);
  EXPECT_LE(display_width(bar), 79U);
  EXPECT_THAT(bar, HasSubstr("  러시아와-북한의-조…"));
}

TEST(ProgressBar, EscapesNames) {
  const std::string bar = progress_bar(a_quarter_of("/srv/\x1b[2Jx\xE2\x80\xAE.txt"), 10, 79);
  EXPECT_THAT(bar, HasSubstr("\\u{1B}[2Jx"));
  EXPECT_THAT(bar, Not(HasSubstr("\x1b")));
}

TEST(ProgressBar, FitsAnyTerminal) {
  for (std::size_t columns = 20; columns < 140; ++columns) {
    for (const double seconds : {0.1, 10.0, 100000.0}) {
      const std::string bar =
          progress_bar(a_quarter_of("/srv/북러-조약-2024-06-27.txt"), seconds, columns);
      EXPECT_LE(display_width(bar), columns) << bar;
      EXPECT_THAT(bar, testing::StartsWith(" 25%"));
    }
  }
}

TEST(ProgressBar, TellsThePhaseWhileNoFileIsRead) {
  UpdateProgress progress = a_quarter_of("/srv/report.txt");
  progress.phase = UpdateProgress::Phase::kCommitting;
  EXPECT_THAT(progress_bar(progress, 10, 79), testing::EndsWith("  committing"));
  EXPECT_EQ(progress_bar({}, 0, 79), "  0%  [..............]  0 passages  discovering");
}

}  // namespace
}  // namespace ibid
