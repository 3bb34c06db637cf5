// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/commands/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "corpus/text/display_width.h"
#include "search/render/escape_terminal.h"
#include "search/render/wording.h"
#include "tools/commands/index_lines.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

constexpr std::chrono::milliseconds kRedrawEvery{100};
constexpr std::size_t kBarColumns = 14;
constexpr double kTooEarlyToTell = 0.5;  // seconds; before that, rate and time left are only noise

std::string time_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

double fraction_done(const UpdateProgress& progress) {
  if (progress.bytes_total == 0) return progress.phase == UpdateProgress::Phase::kDone ? 1 : 0;
  const double fraction =
      static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total);
  return std::clamp(fraction, 0.0, 1.0);
}

std::string bar(double fraction) {
  const auto full = static_cast<std::size_t>(fraction * static_cast<double>(kBarColumns));
  return "[" + std::string(full, '#') + std::string(kBarColumns - full, '.') + "]";
}

// The phase, or the name of the file being read, safe to show: "report.txt" for "/a/b/report.txt".
std::string doing_text(const UpdateProgress& progress) {
  if (progress.phase != UpdateProgress::Phase::kIndexing) return to_string(progress.phase);
  const std::string_view path = progress.current;
  const std::size_t slash = path.rfind('/');
  return escape_terminal(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

}  // namespace

std::string progress_bar(const UpdateProgress& progress, double seconds, std::size_t columns) {
  const double fraction = fraction_done(progress);
  std::string out = fmt::format("{:3.0f}%", fraction * 100);
  // Parts in order of importance; each is left out if it does not fit.
  const auto add = [&out, columns](const std::string& part) {
    if (display_width(out) + 2 + display_width(part) <= columns) out += "  " + part;
  };
  if (columns >= 70) add(bar(fraction));
  if (seconds > kTooEarlyToTell && progress.bytes_done > 0) {
    const double rate = static_cast<double>(progress.bytes_done) / seconds;
    add(fmt::format("{:.1f} MB/s", rate / 1e6));
    const auto left = progress.bytes_total - std::min(progress.bytes_done, progress.bytes_total);
    add(time_text(static_cast<double>(left) / rate) + " left");
  }
  add(counted(progress.passages, "passage"));
  const std::string doing = doing_text(progress);
  const std::size_t taken = display_width(out) + 2;
  if (!doing.empty() && taken + 8 <= columns) {
    const std::string_view shown = fit_width(doing, columns - taken);
    out += "  ";
    out += shown.size() < doing.size() ? fit_width(doing, columns - taken - 1) : shown;
    if (shown.size() < doing.size()) out += "…";
  }
  return std::string(fit_width(out, columns));
}

ProgressDisplay::ProgressDisplay(ProgressMode mode) : mode_(mode) {
  if (mode_ != ProgressMode::kAuto) return;
  const char* terminal = std::getenv("TERM");
  const bool obeys = terminal != nullptr && std::string_view(terminal) != "dumb";
  mode_ = obeys && terminal_columns(STDERR_FILENO) > 0 ? ProgressMode::kBar : ProgressMode::kNone;
}

ProgressDisplay::~ProgressDisplay() { remove_bar(); }

bool ProgressDisplay::show(const UpdateProgress& progress) {
  if (interrupt_signal() != 0) {
    report_interrupt();
    return false;
  }
  if (mode_ == ProgressMode::kJson) write_error(progress_json_line(progress));
  if (mode_ == ProgressMode::kBar) draw(progress);
  return true;
}

void ProgressDisplay::draw(const UpdateProgress& progress) {
  const Clock::time_point now = Clock::now();
  if (drawn_ && now - *drawn_ < kRedrawEvery) return;
  drawn_ = now;
  const std::size_t terminal = terminal_columns(STDERR_FILENO);
  // The last column stays free: some terminals wrap as soon as it is written.
  const std::size_t columns = std::max<std::size_t>(terminal == 0 ? 80 : terminal, 21) - 1;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  write_error(fmt::format("\r{}\x1b[K", progress_bar(progress, seconds, columns)));
  bar_visible_ = true;
}

void ProgressDisplay::remove_bar() {
  if (!bar_visible_) return;
  write_error("\r\x1b[K");
  bar_visible_ = false;
}

void ProgressDisplay::report_interrupt() {
  if (interrupt_reported_) return;
  remove_bar();
  interrupt_reported_ = true;
  write_error("ibid: stopping tidily; interrupt again to stop at once\n");
}

}  // namespace ibid
