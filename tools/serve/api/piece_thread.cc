// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/api/piece_thread.h"

#include <utility>

namespace ibid {

PieceThread::PieceThread(std::function<void(const Write&)> work) {
  thread_ = std::thread([this, work = std::move(work)] {
    std::exception_ptr failure;
    try {
      work([this](std::string_view piece) { return write(piece); });
    } catch (...) {
      failure = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    failure_ = failure;
    done_ = true;
    changed_.notify_all();
  });
}

PieceThread::~PieceThread() {
  {
    const std::lock_guard lock(mutex_);
    left_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

bool PieceThread::write(std::string_view piece) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return unread_.size() < kMostUnread || left_; });
  if (left_) return false;
  unread_ += piece;
  changed_.notify_all();
  return true;
}

bool PieceThread::next(std::string& out) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !unread_.empty() || done_; });
  if (!unread_.empty()) {
    out += std::exchange(unread_, {});
    changed_.notify_all();
    return true;
  }
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  return false;
}

}  // namespace ibid
