// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/folder_watch.h"

#include <csignal>
#include <exception>
#include <utility>

#include "indexer/watch/follow.h"
#include "indexer/watch/watch_clock.h"

namespace ibid {

FolderWatch::FolderWatch(UpdateOptions update, FolderWatchNews news) {
  // Signals are for the thread that started this one.
  sigset_t all{}, before{};
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  thread_ = std::thread(
      [this, update = std::move(update), news = std::move(news)] { run(update, news); });
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

FolderWatch::~FolderWatch() { stop(); }

void FolderWatch::stop() {
  stopped_.store(true);
  events_.wake();
  if (thread_.joinable()) thread_.join();
}

void FolderWatch::run(const UpdateOptions& update, const FolderWatchNews& news) {
  FollowOptions options;
  options.update = update;
  FollowNews heard;
  heard.go_on = [this] { return !stopped_.load(); };
  heard.told = news.told;
  heard.updated = [&news](const UpdateSummary& summary, const std::vector<Problem>& fresh) {
    if (news.updated) news.updated(summary.generation, summary);
    if (news.failed && !fresh.empty()) news.failed(fresh);
  };
  SystemClock clock;
  try {
    follow_folders(options, events_, clock, heard);
  } catch (const std::exception& error) {
    if (news.told) news.told(error.what());
  }
}

}  // namespace ibid
